package org.fiducial.facility.check;

import java.time.Instant;
import java.util.UUID;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * A check that was recorded under the wrong light path and put under the right one: the first is void since, the second says
 * the same of another path.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param from the check as it was recorded
 * @param to the check as it should have been
 * @param reason why; never empty
 * @param by who; may be empty
 * @param at when
 */
public record Move(UUID id, UUID from, UUID to, String reason, String by, Instant at) {

    private static final int LONGEST_REASON = 2000;

    public Move {
        if (reason.isBlank()) {
            throw new UnusableInputException(
                    "Say why the check belongs to another light path; both stay readable with the reason.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new UnusableInputException(
                    "The reason has " + reason.length() + " letters, but " + LONGEST_REASON + " fit; say it shorter.");
        }
    }
}
