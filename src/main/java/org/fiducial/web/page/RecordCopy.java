package org.fiducial.web.page;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the whole record into one file while it is in use. */
public interface RecordCopy {

    /**
     * Writes the copy and leaves the stream open.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException if there can be none, before anything is written
     * @throws IOException if the stream does not take it
     */
    void writeTo(OutputStream out) throws IOException;
}
