package org.fiducial.metrology.numeric;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The slope of y over x as the median of all slopes between two points, with its interval and the probability that such a
 * rise or fall is chance, both from Kendall's S, the number of rising pairs less that of falling ones.
 *
 * <p>The interval lies between the slopes of ranks (N − C)/2 and (N + C)/2 + 1 of N, where S exceeds C with half the probability
 * left out. Up to {@value #EXACT} points without ties the distribution of S is exact, else normal with its variance corrected
 * for ties in x and y. Sources: Sen, JASA 63:1379 (1968), doi:10.1080/01621459.1968.10480934; Hollander and Wolfe,
 * Nonparametric Statistical Methods, section 9.3; Kendall, Rank Correlation Methods (1970), chapter 4.
 *
 * <p>Assumption: independent deviations from the line. 29 % of odd values do not move it far. Limit: with four points no
 * interval of 95 % exists, and with five it is the whole range of slopes.
 *
 * @param slope the median slope
 * @param low lower end of the interval
 * @param high upper end
 * @param intercept median of y − slope x
 * @param probability of an |S| as large or larger without any trend, both sides
 */
public record TheilSen(double slope, double low, double high, double intercept, double probability) {

    /** Above it the exact distribution of S no longer differs from the normal one by 0.001. */
    static final int EXACT = 60;

    /**
     * The line through points.
     *
     * @param x [n]
     * @param y [n]
     * @param confidence of the interval, for instance 0.95
     * @return empty where the points are too few for an interval or x does not vary
     */
    public static Optional<TheilSen> through(double[] x, double[] y, double confidence) {
        int n = x.length;
        double[] slopes = RobustStatistics.pairSlopes(x, y);
        if (n < 3 || slopes.length == 0) {
            return Optional.empty();
        }
        Arrays.sort(slopes);
        Kendall kendall = Kendall.of(x, y);
        int c = kendall.exceededWith((1 - confidence) / 2);
        int lower = Math.floorDiv(slopes.length - c, 2);
        if (c < 0 || lower < 1) {
            return Optional.empty();
        }
        double slope = RobustStatistics.median(slopes);
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = y[i] - slope * x[i];
        }
        return Optional.of(new TheilSen(
                slope,
                slopes[lower - 1],
                slopes[slopes.length - lower],
                RobustStatistics.median(rest),
                kendall.probability()));
    }

    /**
     * Kendall's S and how it is distributed without a trend.
     *
     * @param s rising pairs less falling ones
     * @param n points
     * @param variance of S
     * @param ties whether any two x or y are the same
     */
    record Kendall(int s, int n, double variance, boolean ties) {

        static Kendall of(double[] x, double[] y) {
            int s = 0;
            for (int i = 0; i < x.length; i++) {
                for (int j = i + 1; j < x.length; j++) {
                    s += (int) (Math.signum(x[j] - x[i]) * Math.signum(y[j] - y[i]));
                }
            }
            double n = x.length;
            double[] tx = ties(x);
            double[] ty = ties(y);
            double all = n * (n - 1) * (2 * n + 5);
            double variance = (all - tx[0] - ty[0]) / 18
                    + tx[1] * ty[1] / (9 * n * (n - 1) * (n - 2))
                    + tx[2] * ty[2] / (2 * n * (n - 1));
            return new Kendall(s, x.length, Math.max(0, variance), tx[2] > 0 || ty[2] > 0);
        }

        /** Σ t(t − 1)(2t + 5), Σ t(t − 1)(t − 2) and Σ t(t − 1) over groups of t equal values. */
        private static double[] ties(double[] values) {
            TreeMap<Double, Integer> groups = new TreeMap<>();
            for (double value : values) {
                groups.merge(value + 0.0, 1, Integer::sum);
            }
            double[] sums = new double[3];
            for (int t : groups.values()) {
                double pairs = t * (t - 1.0);
                sums[0] += pairs * (2 * t + 5);
                sums[1] += pairs * (t - 2);
                sums[2] += pairs;
            }
            return sums;
        }

        /** P(|S| ≥ |s|). */
        double probability() {
            if (s == 0) {
                return 1;
            }
            return Math.min(1, 2 * upper(Math.abs(s)));
        }

        /** The smallest C ≥ 0 with P(S > C) ≤ p; below 0 where even the largest S is likelier. */
        int exceededWith(double p) {
            int most = n * (n - 1) / 2;
            if (ties || n > EXACT) {
                return (int) Math.ceil(-NormalDistribution.quantile(p) * Math.sqrt(variance));
            }
            double[] tail = tails();
            for (int c = most - 2; c >= 0; c -= 2) {
                if (tail[rank(c + 2)] > p) {
                    return c == most - 2 ? -1 : c + 2;
                }
            }
            return 0;
        }

        private double upper(int value) {
            if (ties || n > EXACT) {
                return variance > 0 ? NormalDistribution.cumulative(-(value - 1) / Math.sqrt(variance)) : 1;
            }
            return tails()[rank(value)];
        }

        /** S runs from −N to N in steps of two. */
        private int rank(int value) {
            return (value + n * (n - 1) / 2) / 2;
        }

        /** P(S ≥ value) by rank: the inversions of permutations, one more element at a time. */
        private double[] tails() {
            double[] share = {1};
            for (int k = 2; k <= n; k++) {
                double[] next = new double[share.length + k - 1];
                for (int i = 0; i < share.length; i++) {
                    for (int j = 0; j < k; j++) {
                        next[i + j] += share[i] / k;
                    }
                }
                share = next;
            }
            for (int i = share.length - 2; i >= 0; i--) {
                share[i] += share[i + 1];
            }
            return share;
        }
    }
}
