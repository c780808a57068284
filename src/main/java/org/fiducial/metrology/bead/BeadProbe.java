package org.fiducial.metrology.bead;

import java.util.Optional;

/**
 * What can be said of a spot from its voxels before any fit.
 *
 * @param volume the voxels round it
 * @param centre centroid of its core in the sharpest plane [voxel indices of the stack]
 * @param levels its light
 * @param halfWidths full widths at half maximum of the lines through the centre
 * @param sharpness mean of the four lateral neighbours over the brightest pixel, both above background
 */
record BeadProbe(BeadVolume volume, Position centre, Levels levels, HalfWidths halfWidths, double sharpness) {

    /**
     * Light of a spot [ADU].
     *
     * @param peak mean of the three brightest voxels of the core above background
     * @param background median of the surroundings in the same planes
     * @param noise robust standard deviation of the surroundings
     * @param significance mean of the core above background in its standard deviations
     */
    record Levels(double peak, double background, double noise, double significance) {}

    /** Full widths at half maximum [voxels], absent where the line does not fall to half within the box. */
    record HalfWidths(Optional<Double> x, Optional<Double> y, Optional<Double> z) {}

    /** Peak over the standard deviation of the surroundings. */
    double contrast() {
        return levels.noise() > 0 ? levels.peak() / levels.noise() : Double.MAX_VALUE;
    }
}
