package org.fiducial.metrology.protocol;

import java.util.Optional;

/**
 * What a number speaks for and what is worked on: the kinds of component, and what lies between components. The words of
 * components are those of the registry.
 */
public enum MicroscopePart {
    OBJECTIVE,
    LIGHT_SOURCE,
    /** A laser line, or a band of a lamp. */
    LINE,
    /** A filter, a dichroic or the cube they sit in. */
    FILTER,
    DETECTOR,
    STAGE,
    SCANNER,
    /** Everything between light source and objective: fibre, light guide, collimator, diaphragms. */
    ILLUMINATION_PATH,
    /** What two channels do not share. */
    CHANNEL_PAIR,
    /** The microscope as a whole. */
    STAND;

    /** The word used in data, for instance {@code light-source}. */
    public String word() {
        return EnumWords.of(this);
    }

    /** The part a word stands for. */
    public static Optional<MicroscopePart> of(String word) {
        return EnumWords.find(MicroscopePart.class, word);
    }
}
