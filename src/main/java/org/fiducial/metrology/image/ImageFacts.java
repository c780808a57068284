package org.fiducial.metrology.image;

import java.util.OptionalInt;

/**
 * What the numbers of an image say before anything is fitted.
 *
 * @param type how the file stores a pixel
 * @param voxels number of voxels seen
 * @param levels landmarks of the distribution of values
 * @param bitsInUse 8, 10, 12, 14 or 16: the smallest of these that holds the maximum; empty for floating point and for 32
 *     bits. Values that are all multiples of a power of two count without it (12 bits stored in the upper bits of 16)
 * @param saturation whether and where the values are clipped
 * @param shares shares of odd voxels
 */
public record ImageFacts(
        PixelType type, long voxels, Levels levels, OptionalInt bitsInUse, Saturation saturation, Shares shares) {

    /** Share of exact zeros in an integer image above which the detector's offset counts as clipped. */
    private static final double CLIPPED_SHARE = 0.01;

    /**
     * Landmarks in detector counts. Quantiles are exact for 8- and 16-bit types and within 1 % of the value for the others.
     *
     * @param minimum smallest value
     * @param low the 1 % quantile
     * @param mode the most frequent value not above the median. In a sparse image this is the background, that is offset
     *     plus stray light; the offset alone cannot be told from an image with light on it
     * @param median the 50 % quantile
     * @param maximum largest value
     */
    public record Levels(double minimum, double low, double mode, double median, double maximum) {}

    /**
     * Clipping.
     *
     * @param kind what kind of clipping
     * @param level voxels at or above this value are clipped; infinite when nothing is
     * @param voxels how many voxels are
     */
    public record Saturation(Kind kind, double level, long voxels) {}

    /** How values are clipped. */
    public enum Kind {
        /** Not clipped. */
        NONE,
        /** At the largest number that the pixel type holds. */
        FULL_SCALE,
        /** At the largest number of a 10-, 12- or 14-bit detector. */
        DETECTOR_SCALE,
        /** Below full scale: voxels crowd at or just under the maximum, as when clipped frames are averaged or rescaled. */
        PLATEAU
    }

    /**
     * Shares of all voxels, 0 to 1.
     *
     * @param notANumber NaN or infinite
     * @param zero exactly zero
     */
    public record Shares(double notANumber, double zero) {}

    /** True if no voxel holds a number. */
    public boolean empty() {
        return shares.notANumber == 1;
    }

    /** True if every number is the same. */
    public boolean constant() {
        return levels.minimum == levels.maximum;
    }

    /** True if an integer image holds so many exact zeros that the detector's offset must lie at or below zero. */
    public boolean offsetClipped() {
        return type != PixelType.FLOAT32
                && type != PixelType.FLOAT64
                && levels.minimum == 0
                && shares.zero > CLIPPED_SHARE;
    }
}
