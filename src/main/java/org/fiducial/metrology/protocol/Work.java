package org.fiducial.metrology.protocol;

import java.util.Optional;

/** What is done to a part of a microscope. */
public enum Work {
    EXCHANGED,
    REPAIRED,
    REALIGNED,
    CLEANED,
    MOVED,
    /** Its software or firmware was. */
    UPDATED;

    /** The word used in data, for instance {@code realigned}. */
    public String word() {
        return EnumWords.of(this);
    }

    /** The work a word stands for. */
    public static Optional<Work> of(String word) {
        return EnumWords.find(Work.class, word);
    }
}
