package org.fiducial.facility.control;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.trend.Point;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * What a check says of one metric.
 *
 * @param checkId the check
 * @param point when and how much, with U (k = 2) where it is known
 * @param protocol by which version of which protocol
 * @param reason why it was done: as found, as left, after service …
 * @param kit slide, lot or meter it was measured with, where that is known
 * @param counts whether it stands: not void, not rejected, its kit not recalled
 */
public record Reading(
        UUID checkId,
        Point point,
        ProtocolReference protocol,
        CheckReason reason,
        Optional<String> kit,
        boolean counts) {

    /** When it was measured. */
    public Instant at() {
        return point.at();
    }

    /** Whether it shows how work left the instrument. */
    boolean isAfterWork() {
        return reason == CheckReason.AS_LEFT || reason == CheckReason.AFTER_SERVICE;
    }
}
