package org.fiducial.metrology.image;

import java.io.Closeable;
import java.io.IOException;

/** The planes of a file in the sequence in which the file stores them. */
interface PlaneSource extends Closeable {

    /**
     * Reads one plane.
     *
     * @param page index in the sequence of the file, from 0
     * @param target [height * width], row by row
     */
    void read(int page, float[] target) throws IOException;

    /**
     * Reads one plane and counts its pixels.
     *
     * @param page index in the sequence of the file, from 0
     * @param target [height * width], row by row
     * @param pixels in the plane
     * @param facts where they are counted
     */
    default void read(int page, float[] target, int pixels, ImageFactsCollector facts) throws IOException {
        read(page, target);
        facts.accept(target, pixels);
    }
}
