package org.fiducial.metrology.numeric;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution with ν degrees of freedom: a mean in units of its own estimated standard error. */
public final class StudentDistribution {

    private static final double FARTHEST = 37;

    private final TDistribution distribution;

    /**
     * The distribution of the mean of normal values.
     *
     * @param degreesOfFreedom ν, above 0
     */
    public StudentDistribution(double degreesOfFreedom) {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degrees of freedom are above 0, were " + degreesOfFreedom);
        }
        // Without a generator of chance, which nobody asks and which takes longer to seed than a quantile.
        this.distribution = new TDistribution(null, degreesOfFreedom);
    }

    /** The probability of a value up to t. */
    public double cumulative(double t) {
        return distribution.cumulativeProbability(t);
    }

    /** The value that a share p of all lies below; p in (0, 1). */
    public double quantile(double p) {
        return distribution.inverseCumulativeProbability(p);
    }

    /**
     * The normal deviate as rare as t: Φ⁻¹(T(t)), reckoned in the tail t lies in. Beyond 37, where its probability is no
     * longer a number of its own, ±37.
     */
    public double normalDeviate(double t) {
        double tail = distribution.cumulativeProbability(-Math.abs(t));
        double deviate = tail > 0 ? -NormalDistribution.quantile(Math.min(0.5, tail)) : FARTHEST;
        return Math.copySign(Math.min(deviate, FARTHEST), t);
    }

    /** The t as rare as a normal deviate, the inverse of {@link #normalDeviate}. */
    public double ofNormalDeviate(double deviate) {
        double tail = NormalDistribution.cumulative(-Math.abs(deviate));
        return Math.copySign(distribution.inverseCumulativeProbability(tail), deviate);
    }
}
