package org.fiducial.facility.check;

import java.util.Locale;
import java.util.Optional;
import org.fiducial.facility.judgement.VerdictLevel;

/** How a check stands with those who review. */
public enum ReviewStanding {
    /** Nobody looked at it, and somebody should. */
    UNREVIEWED,
    /** Every verdict passed and nothing was noted, so nobody needs to look at it. */
    CLEAN,
    APPROVED,
    REJECTED,
    VOID;

    /** The word used in data. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By the newest word on a check, else by itself: a note means "look at me".
     *
     * @param newest the newest decision, where there is one
     */
    public static ReviewStanding of(Optional<Review.Decision> newest, VerdictLevel overall, String note) {
        return newest.map(decision -> switch (decision) {
                    case APPROVED -> APPROVED;
                    case REJECTED -> REJECTED;
                    case VOID -> VOID;
                })
                .orElse(overall == VerdictLevel.PASS && note.isBlank() ? CLEAN : UNREVIEWED);
    }
}
