package org.fiducial.metrology.bead;

import java.util.Arrays;

/**
 * The field seen from above, for the overview picture: the maximum along z of the stack summed over about one axial FWHM,
 * divided by the number of planes summed, so that it stays in detector counts.
 *
 * <p>The array is not copied: it belongs to this projection from now on.
 */
public final class FieldProjection {

    private final float[] counts;
    private final int width;
    private final int height;
    private final int binning;

    FieldProjection(float[] counts, int width, int height, int binning) {
        this.counts = counts;
        this.width = width;
        this.height = height;
        this.binning = binning;
    }

    /** A projection no longer than a number of pixels along either axis, by taking the maximum of square bins. */
    static FieldProjection of(float[] image, int width, int height, int longestPx) {
        int binning = Math.max(1, (Math.max(width, height) + longestPx - 1) / longestPx);
        if (binning == 1) {
            return new FieldProjection(image, width, height, 1);
        }
        int columns = (width + binning - 1) / binning;
        int rows = (height + binning - 1) / binning;
        float[] binned = new float[columns * rows];
        Arrays.fill(binned, Float.NEGATIVE_INFINITY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y / binning * columns + x / binning;
                binned[at] = Math.max(binned[at], image[y * width + x]);
            }
        }
        return new FieldProjection(binned, columns, rows, binning);
    }

    /** [height * width], row by row, in detector counts; not copied. */
    public float[] counts() {
        return counts;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** How many pixels of the stack along each axis make one of the projection (their maximum). */
    public int binning() {
        return binning;
    }
}
