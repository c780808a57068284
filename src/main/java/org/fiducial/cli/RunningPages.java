package org.fiducial.cli;

import java.net.URI;

/** Pages being served. */
public interface RunningPages extends AutoCloseable {

    /** Where a browser finds them. */
    URI address();

    /**
     * Says on every page that the record is still being filled, until it is done.
     *
     * @param done checks that are there
     * @param of checks there will be; as many as are done when nothing is missing any more
     */
    void filling(int done, int of);

    @Override
    void close();
}
