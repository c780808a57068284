package org.fiducial.metrology.numeric;

import org.apache.commons.math3.distribution.FDistribution;

/** Fisher's F distribution: the ratio of two estimates of the same variance with ν₁ and ν₂ degrees of freedom. */
public final class FisherDistribution {

    private final FDistribution distribution;

    /**
     * The distribution of a ratio.
     *
     * @param above ν₁, of the variance above the line
     * @param below ν₂, of the one below it
     */
    public FisherDistribution(double above, double below) {
        this.distribution = new FDistribution(null, above, below);
    }

    /** The probability of a ratio up to f. */
    public double cumulative(double f) {
        return distribution.cumulativeProbability(f);
    }

    /** The ratio that a share p of all lies below; p in (0, 1). */
    public double quantile(double p) {
        return distribution.inverseCumulativeProbability(p);
    }
}
