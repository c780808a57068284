package org.fiducial.facility.judgement;

import java.time.Instant;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * By whom, when and why something was put in force.
 *
 * @param by who; may be empty
 * @param at when it was entered
 * @param reason why; never empty
 */
public record Entry(String by, Instant at, String reason) {

    private static final int LONGEST_REASON = 2000;

    public Entry {
        if (reason.isBlank()) {
            throw new UnusableInputException("Say why: the reason stands beside it for good.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new UnusableInputException(
                    "The reason has " + reason.length() + " letters, but " + LONGEST_REASON + " fit; say it shorter.");
        }
    }
}
