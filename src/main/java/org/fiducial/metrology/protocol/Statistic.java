package org.fiducial.metrology.protocol;

import java.util.Locale;

/** How a measurement summarises its items. */
public enum Statistic {
    MEDIAN,
    MEAN,
    SD,
    MIN,
    MAX,
    N,
    VALUE;

    /** The word used in data, for instance {@code median}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The statistic of a word. */
    public static Statistic of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
