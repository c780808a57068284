package org.fiducial.metrology.numeric;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution. */
public final class NormalDistribution {

    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    /** Each makes three times as many digits true. */
    private static final int HALLEY_STEPS = 3;

    private NormalDistribution() {}

    /** φ(x), the density. */
    public static double density(double x) {
        return DENSITY_AT_ZERO * Math.exp(-0.5 * x * x);
    }

    /** Φ(x), the probability of a value up to x. */
    public static double cumulative(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }

    /**
     * Φ⁻¹(p), the value that a share p of all lies below; p in (0, 1). The first guess of Abramowitz and Stegun 26.2.22, good
     * to 0.003, is refined by Halley's method in the smaller tail: true to 10⁻¹³ of the result, also in tails of 10⁻³⁰⁰, which
     * the inverse of the library loses below 10⁻¹⁰.
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a normal quantile needs a p in (0, 1), was " + p);
        }
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        double t = Math.sqrt(-2 * Math.log(p));
        double x = (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)) - t;
        for (int step = 0; step < HALLEY_STEPS; step++) {
            double error = (cumulative(x) - p) / density(x);
            x -= error / (1 + 0.5 * x * error);
        }
        return x;
    }
}
