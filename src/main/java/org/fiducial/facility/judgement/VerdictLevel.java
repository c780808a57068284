package org.fiducial.facility.judgement;

import java.util.Collection;
import java.util.Locale;

/** The four verdicts. "Not evaluated" is never "passed". */
public enum VerdictLevel {
    PASS,
    WARNING,
    FAIL,
    NOT_EVALUATED;

    /** The word used in data, for instance {@code not-evaluated}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verdict of a word. */
    public static VerdictLevel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The verdict on a whole check: fail if anything failed, else warning if anything warned, else not evaluated if
     * anything or everything was not, else pass.
     */
    public static VerdictLevel worst(Collection<VerdictLevel> levels) {
        if (levels.contains(FAIL)) {
            return FAIL;
        }
        if (levels.contains(WARNING)) {
            return WARNING;
        }
        return levels.isEmpty() || levels.contains(NOT_EVALUATED) ? NOT_EVALUATED : PASS;
    }
}
