package org.fiducial.metrology.coregistration;

import java.util.Arrays;
import java.util.Optional;
import org.fiducial.metrology.numeric.CholeskyFactor;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.numeric.RobustLinearFit;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * A weighted robust linear fit with the covariance of its coefficients.
 *
 * <p>Observations weigh 1/(u² + τ²) with their own uncertainty u and the scatter τ between beads that u does not explain,
 * found from a first fit; a few odd beads are left out of account, {@link RobustLinearFit}. Covariance: s²(XᵀWX)⁻¹ over the
 * beads within 4.685 robust deviations, s² their reduced χ², not below 1 where fewer than four beads are left over.
 */
final class LinearModel {

    private static final double TUNING = 4.685;
    private static final int ENOUGH_LEFT = 4;

    private final double[] coefficients;
    private final double[] covariance;

    private LinearModel(double[] coefficients, double[] covariance) {
        this.coefficients = coefficients;
        this.covariance = covariance;
    }

    /**
     * Fits.
     *
     * @param rows [n][p]
     * @param observed [n]
     * @param u [n] standard uncertainty of each observation, in its unit; 0 where not known
     * @return empty where the rows do not determine the coefficients
     */
    static Optional<LinearModel> fit(double[][] rows, double[] observed, double[] u) {
        double[] own = known(u);
        Optional<double[]> first = RobustLinearFit.fit(scaled(rows, own), scaled(observed, own));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        double[] residuals = residuals(rows, observed, first.get());
        double spread = 1.4826
                * RobustStatistics.median(
                        Arrays.stream(residuals).map(Math::abs).toArray());
        double middle = RobustStatistics.median(own);
        double between = Math.max(0, spread * spread - middle * middle);
        double[] total =
                Arrays.stream(own).map(each -> Math.sqrt(each * each + between)).toArray();
        return RobustLinearFit.fit(scaled(rows, total), scaled(observed, total))
                .flatMap(found -> of(found, rows, observed, total));
    }

    private static Optional<LinearModel> of(double[] found, double[][] rows, double[] observed, double[] u) {
        double[] residuals = scaled(residuals(rows, observed, found), u);
        double spread = 1.4826
                * RobustStatistics.median(
                        Arrays.stream(residuals).map(Math::abs).toArray());
        int p = found.length;
        double[] normal = new double[p * p];
        double sum = 0;
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            if (Math.abs(residuals[i]) <= Math.max(TUNING * spread, 1e-9) || rows.length <= p + ENOUGH_LEFT) {
                sum += residuals[i] * residuals[i];
                n++;
                for (int j = 0; j < p; j++) {
                    for (int k = 0; k < p; k++) {
                        normal[j * p + k] += rows[i][j] * rows[i][k] / (u[i] * u[i]);
                    }
                }
            }
        }
        double unit = n > p ? sum / (n - p) : 1;
        double scale = n - p < ENOUGH_LEFT ? Math.max(1, unit) : unit;
        return CholeskyFactor.of(normal, p).map(CholeskyFactor::inverse).map(inverse -> {
            double[] covariance =
                    Arrays.stream(inverse).map(each -> scale * each).toArray();
            return new LinearModel(found, covariance);
        });
    }

    /** Uncertainties with the median, or else 1 nm in µm, in place of what is not known. */
    private static double[] known(double[] u) {
        double[] stated = Arrays.stream(u).filter(each -> each > 0).toArray();
        double usual = stated.length == 0 ? 1e-3 : RobustStatistics.median(stated);
        return Arrays.stream(u).map(each -> each > 0 ? each : usual).toArray();
    }

    private static double[][] scaled(double[][] rows, double[] u) {
        double[][] scaled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double own = u[i];
            scaled[i] = Arrays.stream(rows[i]).map(each -> each / own).toArray();
        }
        return scaled;
    }

    private static double[] scaled(double[] values, double[] u) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= u[i];
        }
        return scaled;
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

    /** A coefficient with its standard uncertainty. */
    Estimate coefficient(int i) {
        int p = coefficients.length;
        return new Estimate(coefficients[i], Math.sqrt(covariance[i * p + i]));
    }

    /** What the model says for a row. */
    double at(double... row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * coefficients[i];
        }
        return sum;
    }
}
