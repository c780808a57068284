package org.fiducial.cli;

import java.net.URI;

/** Pages being served. */
public interface RunningPages extends AutoCloseable {

    /** Where a browser finds them. */
    URI address();

    @Override
    void close();
}
