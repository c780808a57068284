package org.fiducial.metrology.image;

import org.fiducial.metrology.image.ImageFacts.Kind;
import org.fiducial.metrology.image.ImageFacts.Saturation;

/**
 * Finds clipping in the upper end of a distribution of values.
 *
 * <p>Where nothing is clipped, a bright object has fewer voxels the nearer one comes to its peak: of a Gaussian bead, the
 * uppermost 2 % of the range hold half as many voxels as the 2 % below. Clipping turns that round. It also hides when
 * clipped frames are averaged: then voxels crowd just under the maximum instead of at it.
 */
final class SaturationFinder {

    static final Saturation NONE = new Saturation(Kind.NONE, Double.POSITIVE_INFINITY, 0);

    /** A single voxel at full scale is the mark of an image rescaled to its maximum, not of clipping. */
    private static final long MIN_CLIPPED = 2;

    /** Voxels at one value below which a plateau is not spoken of. */
    private static final long MIN_PLATEAU = 8;

    /** Voxels in the uppermost band below which a crowd is not spoken of. */
    private static final long MIN_CROWD = 20;

    /** How many times more voxels than expected make a crowd. */
    private static final double CROWDING = 4;

    /** Width of the bands as a share of the range above the background. */
    private static final double BAND = 0.02;

    private final PixelType type;
    private final double maximum;
    private final long atMaximum;
    private final double background;

    SaturationFinder(PixelType type, double maximum, long atMaximum, double background) {
        this.type = type;
        this.maximum = maximum;
        this.atMaximum = atMaximum;
        this.background = background;
    }

    /** Counts voxels with a value in [from, to). */
    interface Counts {
        long between(double from, double to);
    }

    Saturation find(Counts counts, double detectorScale) {
        double range = maximum - background;
        if (!(range > 0)) {
            return maximum >= type.fullScale() ? new Saturation(Kind.FULL_SCALE, maximum, atMaximum) : NONE;
        }
        boolean integers = type != PixelType.FLOAT32 && type != PixelType.FLOAT64;
        double band = integers ? Math.max(2, BAND * range) : BAND * range;
        double start = maximum - band;
        long crowd = counts.between(start, maximum);
        long below = counts.between(start - band, start);
        if (integers && crowd >= MIN_CROWD && crowd >= CROWDING * Math.max(1, below)) {
            return new Saturation(Kind.PLATEAU, start, crowd + atMaximum);
        }
        if (atMaximum >= MIN_CLIPPED && maximum >= type.fullScale()) {
            return new Saturation(Kind.FULL_SCALE, maximum, atMaximum);
        }
        if (atMaximum >= MIN_CLIPPED && maximum == detectorScale) {
            return new Saturation(Kind.DETECTOR_SCALE, maximum, atMaximum);
        }
        // The voxels expected at the maximum itself: as many as a level of the band has on average.
        double expected = integers ? crowd / Math.max(1, Math.floor(band)) : 1;
        if (atMaximum >= MIN_PLATEAU && atMaximum >= CROWDING * Math.max(1, expected)) {
            return new Saturation(Kind.PLATEAU, maximum, atMaximum);
        }
        return NONE;
    }
}
