package org.fiducial.web.trend;

import java.util.Arrays;
import java.util.Locale;

/** What the values of a chart are relative to. */
public enum Relation {
    /** Nothing: values in their unit. */
    ABSOLUTE,
    /** The mean that the newest limits rest on, as 100 %. */
    BASELINE,
    /** The theory of each check, as 1. */
    THEORY;

    static Relation of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(ABSOLUTE);
    }

    /** The word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
