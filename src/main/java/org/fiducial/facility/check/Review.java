package org.fiducial.facility.check;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * Somebody's word on a check. Never edited: the newest word of a check counts, the others stay readable.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param checkId the check
 * @param decision what was decided
 * @param reason why; empty only for an approval
 * @param by who; may be empty
 * @param at when
 */
public record Review(UUID id, UUID checkId, Decision decision, String reason, String by, Instant at) {

    private static final int LONGEST_REASON = 2000;

    /** What can be decided. */
    public enum Decision {
        APPROVED,
        /** It is a check, but what it says is not accepted: it shows nothing to be good. */
        REJECTED,
        /** It is no check of this: it counts for nothing. */
        VOID;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The decision of a word. */
        public static Optional<Decision> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }

    public Review {
        if (decision != Decision.APPROVED && reason.isBlank()) {
            throw new UnusableInputException("Say why the check is " + decision.word() + "; it stays readable.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new UnusableInputException(
                    "The reason has " + reason.length() + " letters, but " + LONGEST_REASON + " fit; say it shorter.");
        }
    }
}
