package org.fiducial.metrology.protocol;

/** What people take from images. */
public enum ImageUse {
    /** How bright something is, compared within or between images. */
    INTENSITY,
    /** How far things lie apart in one channel, how long or large they are. */
    DISTANCE,
    /** Whether things lie together in two channels. */
    CO_LOCALISATION,
    /** The smallest detail that can be told apart. */
    RESOLUTION;

    /** The word used in data, for instance {@code co-localisation}. */
    public String word() {
        return EnumWords.of(this);
    }
}
