package org.fiducial.metrology.numeric;

import java.util.Arrays;
import java.util.Optional;

/**
 * Linear regression that a few odd observations do not move: planes and bowls over a field, lines over time.
 *
 * <p>Minimises Σ ρ((yᵢ − rowᵢ·c)/s) with Tukey's biweight (tuning constant 4.685: 95 % efficient on normal data) by
 * iteratively reweighted least squares from a least-absolute-deviations start, s being the robust spread of the residuals
 * (Beaton and Tukey, Technometrics 16:147 (1974), doi:10.1080/00401706.1974.10489171). Odd observations up to a quarter are
 * ignored; leverage points, odd in their row, are not recognised. With fewer than four observations a coefficient it is plain
 * least squares.
 */
public final class RobustLinearFit {

    private static final double TUNING = 4.685;
    private static final int ABSOLUTE_ROUNDS = 30;
    private static final int BIWEIGHT_ROUNDS = 30;

    /** With fewer observations for each coefficient, a fit that ignores some of them ignores good ones. */
    private static final int ENOUGH = 4;

    private RobustLinearFit() {}

    /**
     * Fits.
     *
     * @param rows [n][p] the regressors of each observation, a 1 among them for an intercept
     * @param observed [n]
     * @return [p] coefficients; empty where the rows do not determine them
     */
    public static Optional<double[]> fit(double[][] rows, double[] observed) {
        double[] weights = new double[observed.length];
        Arrays.fill(weights, 1);
        Optional<double[]> found = weighted(rows, observed, weights);
        if (found.isPresent() && observed.length < ENOUGH * found.get().length) {
            return found;
        }
        for (int i = 0; i < ABSOLUTE_ROUNDS && found.isPresent(); i++) {
            double[] residuals = residuals(rows, observed, found.get());
            double floor = 1e-6 * largest(residuals) + Double.MIN_NORMAL;
            for (int k = 0; k < weights.length; k++) {
                weights[k] = 1 / Math.max(Math.abs(residuals[k]), floor);
            }
            found = weighted(rows, observed, weights);
        }
        for (int i = 0; i < BIWEIGHT_ROUNDS && found.isPresent(); i++) {
            double[] residuals = residuals(rows, observed, found.get());
            double scale = TUNING * scale(residuals);
            if (scale <= 1e-12 * largest(observed)) {
                return found;
            }
            for (int k = 0; k < weights.length; k++) {
                double t = residuals[k] / scale;
                weights[k] = Math.abs(t) < 1 ? (1 - t * t) * (1 - t * t) : 0;
            }
            found = weighted(rows, observed, weights);
        }
        return found;
    }

    /** Spread of the residuals about zero, 1.4826 times the median of their sizes. */
    private static double scale(double[] residuals) {
        return 1.4826
                * RobustStatistics.median(
                        Arrays.stream(residuals).map(Math::abs).toArray());
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private static double[] residuals(double[][] rows, double[] observed, double[] coefficients) {
        double[] residuals = observed.clone();
        for (int i = 0; i < residuals.length; i++) {
            for (int j = 0; j < coefficients.length; j++) {
                residuals[i] -= rows[i][j] * coefficients[j];
            }
        }
        return residuals;
    }

    private static Optional<double[]> weighted(double[][] rows, double[] observed, double[] weights) {
        if (observed.length == 0) {
            return Optional.empty();
        }
        int p = rows[0].length;
        double[] normal = new double[p * p];
        double[] right = new double[p];
        for (int i = 0; i < observed.length; i++) {
            for (int j = 0; j < p; j++) {
                right[j] += weights[i] * rows[i][j] * observed[i];
                for (int k = 0; k < p; k++) {
                    normal[j * p + k] += weights[i] * rows[i][j] * rows[i][k];
                }
            }
        }
        return CholeskyFactor.of(normal, p).map(factor -> factor.solve(right));
    }
}
