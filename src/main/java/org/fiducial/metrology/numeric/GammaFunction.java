package org.fiducial.metrology.numeric;

import org.apache.commons.math3.special.Gamma;

/** Euler's gamma function. */
public final class GammaFunction {

    private GammaFunction() {}

    /** ln Γ(x) for x above 0. */
    public static double logarithm(double x) {
        return Gamma.logGamma(x);
    }
}
