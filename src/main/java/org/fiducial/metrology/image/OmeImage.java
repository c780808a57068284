package org.fiducial.metrology.image;

import java.util.List;

/**
 * The first image of an OME-XML document.
 *
 * @param shape the extents that the document states
 * @param order the letters of the dimension order after XY, for instance {@code CZT}
 * @param planes where the planes lie in the file
 * @param metadata the acquisition
 * @param several true if the document holds more images
 */
record OmeImage(StackShape shape, String order, List<TiffData> planes, ImageMetadata metadata, boolean several) {

    OmeImage {
        planes = List.copyOf(planes);
    }

    /**
     * A run of planes.
     *
     * @param ifd index of the first directory; -1 if not given
     * @param first the first plane
     * @param count number of planes; -1 if not given
     * @param file name of another file that holds the planes; empty for this file
     */
    record TiffData(int ifd, Position first, int count, String file) {}

    /** A plane in the stack, each index from 0. */
    record Position(int channel, int z, int time) {}
}
