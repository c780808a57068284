package org.fiducial.metrology.bead;

/**
 * Where the profile along one axis falls to half its peak.
 *
 * @param lowUm distance from the peak towards smaller indices [µm]
 * @param highUm distance from the peak towards larger indices [µm]
 * @param profile what they were read from
 */
public record HalfMaximum(double lowUm, double highUm, WidthProfile profile) {

    /** The full width [µm]. */
    public double widthUm() {
        return lowUm + highUm;
    }
}
