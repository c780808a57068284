package org.fiducial.facility.judgement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the uncertainty of a value is treated near a limit (JCGM 106:2012, 8). */
public enum DecisionRule {
    /** The value alone is compared with the limit. */
    SIMPLE,
    /**
     * A value inside the limit passes only where its expanded uncertainty U = k·u lies inside too; between limit − U and the
     * limit it is not proven. A value outside the limit fails as under the simple rule.
     */
    GUARDED;

    /** The coverage factor k of the expanded uncertainty. */
    public static final int COVERAGE_FACTOR = 2;

    /** The word used in data and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words people read, for instance {@code guarded acceptance}. */
    public String words() {
        return word() + " acceptance";
    }

    /** The rule of a word. */
    public static Optional<DecisionRule> of(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
    }
}
