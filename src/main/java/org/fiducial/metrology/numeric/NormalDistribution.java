package org.fiducial.metrology.numeric;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution. */
public final class NormalDistribution {

    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    private NormalDistribution() {}

    /** φ(x), the density. */
    public static double density(double x) {
        return DENSITY_AT_ZERO * Math.exp(-0.5 * x * x);
    }

    /** Φ(x), the probability of a value up to x. */
    public static double cumulative(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }

    /** Φ⁻¹(p), the value that a share p of all lies below; p in (0, 1). */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a normal quantile needs a p in (0, 1), was " + p);
        }
        // From the smaller tail, where 2p keeps all its digits.
        return p < 0.5 ? -Math.sqrt(2) * Erf.erfcInv(2 * p) : Math.sqrt(2) * Erf.erfcInv(2 * (1 - p));
    }
}
