package org.fiducial.facility.instrument;

import java.io.Serial;

/** Somebody else changed the same thing meanwhile; nothing was written. */
public final class ChangedMeanwhileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int newest;

    /**
     * The sentence.
     *
     * @param newest the number of the version that is in the record
     */
    public ChangedMeanwhileException(int newest) {
        super("It was changed by somebody else meanwhile: version " + newest
                + " is in the record. Look at what changed and send it again.");
        this.newest = newest;
    }

    /** The number of the version that is in the record. */
    public int newest() {
        return newest;
    }
}
