package org.fiducial.metrology.numeric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Spread that one odd bead does not move, true for few beads too, and what it makes of a median. */
public final class Robust {

    /** Makes the MAD of few values unbiased: Croux and Rousseeuw 1992, doi:10.1007/978-3-662-26811-7_58, n = 2 to 9. */
    private static final double[] SMALL_SAMPLE = {1.196, 1.495, 1.363, 1.206, 1.200, 1.140, 1.129, 1.107};

    /** Standard error of the median of normal values in units of that of their mean, √(π/2); 1 for one or two values. */
    private static final double MEDIAN_PRICE = Math.sqrt(Math.PI / 2);

    private Robust() {}

    /** The standard deviation estimated from the median absolute deviation about the median, unbiased for normal values. */
    public static OptionalDouble spread(double[] values) {
        int n = values.length;
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double factor = n <= 9 ? SMALL_SAMPLE[n - 2] : n / (n - 0.8);
        return OptionalDouble.of(factor * RobustStatistics.spread(values));
    }

    /** Standard error of a median of n values of standard deviation sd. */
    public static double medianError(double sd, int n) {
        return (n > 2 ? MEDIAN_PRICE : 1) * sd / Math.sqrt(n);
    }

    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** The standard deviation with n − 1. */
    public static OptionalDouble sd(double[] values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (values.length - 1)));
    }
}
