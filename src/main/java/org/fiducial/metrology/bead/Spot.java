package org.fiducial.metrology.bead;

/**
 * A local maximum of the projection that stands out from the noise.
 *
 * @param x column [pixels]
 * @param y row [pixels]
 * @param height of the band-passed projection above its local median [ADU]
 * @param noise robust standard deviation of the band-passed projection there [ADU]
 */
record Spot(int x, int y, double height, double noise) {

    double distance(Spot other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
