package org.fiducial.metrology.protocol;

import java.util.Locale;

/** Where a value comes from. What a person gives outranks the registry, the registry the file, the file a default. */
public enum Origin {
    /** Typed by the person who runs the analysis. */
    GIVEN,
    /** Known of the instrument, its components or its configuration, or confirmed for files of this kind before. */
    REGISTRY,
    /** Stated by the image or log file. */
    FILE,
    /** Declared by the protocol. */
    DEFAULT;

    /** The word used in data: {@code given}, {@code registry}, {@code file} or {@code default}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a value of this origin replaces one of the other. */
    public boolean outranks(Origin other) {
        return compareTo(other) < 0;
    }
}
