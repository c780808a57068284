package org.fiducial.metrology.bead;

/** Numbers of a Gaussian profile. */
final class GaussianShape {

    /** FWHM in units of the standard deviation: 2√(2 ln 2). */
    static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

    private GaussianShape() {}

    /** Height relative to the peak at a distance in units of the FWHM: 2^(−4 d²). */
    static double at(double distanceFwhm) {
        return Math.exp(-4 * Math.log(2) * distanceFwhm * distanceFwhm);
    }
}
