package org.fiducial.metrology.numeric;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution. */
public final class NormalDistribution {

    private NormalDistribution() {}

    /** Φ(x), the probability of a value up to x. */
    public static double cumulative(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }
}
