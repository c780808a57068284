package org.fiducial.metrology.simulation;

import java.util.random.RandomGenerator;

/**
 * Exact random numbers of the Poisson distribution.
 *
 * <p>Below a mean of 10 by inversion (the smallest k with P(K ≤ k) above a uniform number), from there by the transformed
 * rejection PTRS of Hörmann (1993), "The transformed rejection method for generating Poisson random variables", Insurance:
 * Mathematics and Economics 12, 39–45, doi:10.1016/0167-6687(93)90997-4, which is exact for every mean.
 */
public final class PoissonSampler {

    private static final double SMALL_MEAN = 10;
    private static final int TABLE = 128;
    private static final double[] LOG_FACTORIALS = logFactorials();

    private final RandomGenerator random;

    public PoissonSampler(RandomGenerator random) {
        this.random = random;
    }

    /** The next number of events when {@code mean} are expected. */
    public long next(double mean) {
        if (!(mean >= 0) || Double.isInfinite(mean)) {
            throw new IllegalArgumentException("a Poisson mean must be finite and not negative, was " + mean);
        }
        if (mean == 0) {
            return 0;
        }
        return mean < SMALL_MEAN ? byInversion(mean) : byRejection(mean);
    }

    private long byInversion(double mean) {
        double probability = Math.exp(-mean);
        double uniform = random.nextDouble();
        long count = 0;
        // Rounding leaves the summed probabilities a little below 1; the last uniform numbers stop at the bound.
        while (uniform > probability && count < 200) {
            uniform -= probability;
            count++;
            probability *= mean / count;
        }
        return count;
    }

    private long byRejection(double mean) {
        double root = Math.sqrt(mean);
        double b = 0.931 + 2.53 * root;
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double squeeze = 0.9277 - 3.6224 / (b - 2);
        double logMean = Math.log(mean);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= squeeze) {
                return (long) k;
            }
            if (k < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            double accepted = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b);
            if (accepted <= -mean + k * logMean - logFactorial(k)) {
                return (long) k;
            }
        }
    }

    private static double[] logFactorials() {
        double[] table = new double[TABLE];
        for (int k = 2; k < TABLE; k++) {
            table[k] = table[k - 1] + Math.log(k);
        }
        return table;
    }

    /** ln k!, from a table or by Stirling's series, whose next term 1/(1680 k⁷) is below 1e-17 here. */
    static double logFactorial(double k) {
        if (k < TABLE) {
            return LOG_FACTORIALS[(int) k];
        }
        double inverse = 1 / k;
        double square = inverse * inverse;
        return (k + 0.5) * Math.log(k)
                - k
                + 0.5 * Math.log(2 * Math.PI)
                + inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
    }
}
