package org.fiducial.facility.check;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.metrology.quantity.Quantity;

/**
 * A check that was measured with something of the kit.
 *
 * @param check the check
 * @param instrumentId the instrument
 * @param performedBy who did it; may be empty
 * @param judged its verdicts with the values they judged
 */
public record KitUse(CheckSummary check, UUID instrumentId, String performedBy, List<Judged> judged) {

    public KitUse {
        judged = List.copyOf(judged);
    }

    /** A verdict with the value it judged; none where there was no value. */
    public record Judged(Verdict verdict, Optional<Quantity> value) {}
}
