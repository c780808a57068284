package org.fiducial.metrology.field;

import java.util.BitSet;

/**
 * The mean image of a uniform slide in one channel, offset removed as far as it is known.
 *
 * <p>Positions in the field are relative: −1 at the left or upper border of the image, 1 at the right or lower one; pixel x
 * of w has its centre at (2 x + 1) / w − 1.
 *
 * @param width pixels a row
 * @param height rows
 * @param counts [height * width] row by row, detector counts above the offset
 * @param excluded pixels that tell nothing: saturated in any frame, or no number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and as large as an image
record FlatImage(int width, int height, float[] counts, BitSet excluded) {

    static double relative(double pixel, int size) {
        return (2 * pixel + 1) / size - 1;
    }

    boolean counts(int index) {
        return !excluded.get(index);
    }
}
