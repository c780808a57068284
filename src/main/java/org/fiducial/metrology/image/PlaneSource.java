package org.fiducial.metrology.image;

import java.io.Closeable;
import java.io.IOException;

/** The planes of a file in the sequence in which the file stores them. */
interface PlaneSource extends Closeable {

    /**
     * Reads one plane.
     *
     * @param page index in the sequence of the file, from 0
     * @param target receives the pixels row by row; of the pixel type of the file
     */
    void read(int page, PixelPlane target) throws IOException;
}
