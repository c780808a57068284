package org.fiducial.metrology.protocol;

/** How far a piece of work is, and whether the person who waits still wants it. Called from one thread at a time. */
public interface Progress {

    /**
     * Says how far the work is.
     *
     * @param done steps done
     * @param of steps in all, at least {@code done}
     * @param what the present step in a few words, for instance {@code measuring beads}
     */
    void report(long done, long of, String what);

    /** Whether the work should stop as soon as it can. */
    boolean cancelled();

    /** Ends the work with an exception if it was cancelled. */
    default void throwIfCancelled() {
        if (cancelled()) {
            throw new AnalysisCancelledException();
        }
    }

    /** A progress nobody looks at. */
    static Progress unwatched() {
        return new Progress() {
            @Override
            public void report(long done, long of, String what) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
