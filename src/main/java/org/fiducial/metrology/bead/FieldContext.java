package org.fiducial.metrology.bead;

import org.fiducial.metrology.image.StackShape;

/**
 * What judging a bead needs to know of its field.
 *
 * @param search what was known beforehand
 * @param scale the common size of the beads
 * @param noise the noise model
 * @param shape extent of the stack
 * @param ceiling smallest count that means saturation [ADU], infinite if there is none
 */
record FieldContext(BeadSearch search, FieldScale scale, NoiseModel noise, StackShape shape, double ceiling) {

    /** Distance of two places in units of the FWHM along each axis. */
    double distanceFwhm(Position a, Position b) {
        double lateral = Math.hypot(a.x() - b.x(), a.y() - b.y()) / scale.lateralFwhmPx();
        return Math.hypot(lateral, (a.z() - b.z()) / scale.axialFwhmPlanes());
    }

    /** peak / √(peak + background + r²) of a height above a level, both in counts; zero for no height. */
    double snr(double peakAdu, double backgroundAdu) {
        double peak = peakAdu * noise.gain();
        if (!(peak > 0)) {
            return 0;
        }
        double background = Math.max(0, noise.electrons(backgroundAdu));
        return peak / Math.sqrt(peak + background + noise.readNoise() * noise.readNoise());
    }
}
