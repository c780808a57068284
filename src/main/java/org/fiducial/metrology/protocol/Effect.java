package org.fiducial.metrology.protocol;

/** What a finding outside its limits does to a use of images. Never "unaffected": a protocol sees its own measurand only. */
public enum Effect {
    TYPICALLY,
    TYPICALLY_NOT,
    NOT_ASSESSED;

    /** The word used in data, for instance {@code typically-not}. */
    public String word() {
        return EnumWords.of(this);
    }
}
