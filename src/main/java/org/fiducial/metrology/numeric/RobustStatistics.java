package org.fiducial.metrology.numeric;

import java.util.Arrays;

/** Location, spread and slope that a few odd values do not move. */
public final class RobustStatistics {

    /** Standard deviation of normal values in units of their median absolute deviation: 1/Φ⁻¹(¾). */
    private static final double SIGMA_PER_MAD = 1.482602218505602;

    private RobustStatistics() {}

    /** The median of at least one value. */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /**
     * A quantile of at least one value, interpolated between order statistics at 1 + (n − 1)p (type 7 of Hyndman and Fan,
     * The American Statistician 50:361 (1996), doi:10.1080/00031305.1996.10473566).
     */
    public static double quantile(double[] values, double p) {
        if (values.length == 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "a quantile needs at least one value and a p in [0, 1], had " + values.length + " values, p " + p);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = (sorted.length - 1) * p;
        int low = (int) Math.floor(at);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    /** 1.4826 times the median absolute deviation about the median: the standard deviation of normal values. */
    public static double spread(double[] values) {
        double median = median(values);
        return SIGMA_PER_MAD
                * median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
    }

    /**
     * Standard error of the median without assuming a distribution: half the width of its 68.3 % interval between order
     * statistics, whose ranks are (n ± √n)/2; of at least two values.
     */
    public static double medianError(double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("the error of a median needs two values, had " + values.length);
        }
        double half = 0.5 / Math.sqrt(values.length);
        // Order statistics k = (n ± √n)/2 lie at the quantiles ½ ± ½/√n.
        return 0.5 * (quantile(values, 0.5 + half) - quantile(values, 0.5 - half));
    }

    /**
     * The slope of y over x as the median of all slopes between two points (Theil 1950, Sen 1968,
     * doi:10.1080/01621459.1968.10480934); needs two different x.
     */
    public static double theilSenSlope(double[] x, double[] y) {
        return median(pairSlopes(x, y));
    }

    /** The slopes between all pairs of points with different x, in no order. */
    static double[] pairSlopes(double[] x, double[] y) {
        double[] slopes = new double[x.length * (x.length - 1) / 2];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                if (x[i] != x[j]) {
                    slopes[n++] = (y[j] - y[i]) / (x[j] - x[i]);
                }
            }
        }
        return Arrays.copyOf(slopes, n);
    }
}
