package org.fiducial.facility.audit;

/**
 * What is seen to be wrong with a row of a chain by itself and the row before it.
 *
 * @param row its place in the chain
 */
public record ChainFlaw(long row, Kind kind) {

    /** What is wrong. */
    public enum Kind {
        /** It says something else than its hash vouches for. */
        CHANGED,
        /** It holds another hash than that of the row before it. */
        UNLINKED,
        /** The row before it is gone. */
        AFTER_A_GAP
    }
}
