package org.fiducial.metrology.bead;

import java.util.concurrent.CancellationException;

/**
 * How a caller follows a running search and may stop it. All methods are called by the thread
 * that runs the search.
 */
public interface BeadWatch {

    /** Watches nothing. */
    BeadWatch NONE = new BeadWatch() {};

    /** Says how far the work is. */
    default void progress(Stage stage, int done, int of) {}

    /** Whether to stop; the search then ends with a {@link CancellationException}. */
    default boolean cancelled() {
        return false;
    }

    /** What is being done. */
    enum Stage {
        READING_PLANES,
        MEASURING_BEADS
    }

    /** Reports progress and stops the search if asked to. */
    default void step(Stage stage, int done, int of) {
        if (cancelled()) {
            throw new CancellationException("the search for beads was stopped");
        }
        progress(stage, done, of);
    }
}
