package org.fiducial.facility.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a check was done. Without it no interval could ever be advised: complaints fail more often than schedules. */
public enum CheckReason {
    SCHEDULED,
    COMPLAINT,
    AS_FOUND,
    AS_LEFT,
    AFTER_SERVICE,
    ACCEPTANCE,
    SUITCASE_VISIT,
    BASELINE;

    /** The word used on the command line and in data, for instance {@code after-service}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of a word. */
    public static Optional<CheckReason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst();
    }
}
