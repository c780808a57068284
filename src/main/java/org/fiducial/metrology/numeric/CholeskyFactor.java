package org.fiducial.metrology.numeric;

import java.util.Optional;

/**
 * The Cholesky factor L of a small symmetric positive definite matrix A = L Lᵀ, on plain arrays.
 *
 * <p>Meant for the normal equations of fits with a dozen parameters. The matrix is scaled to unit diagonal first, so that
 * parameters of very different size (a background of 1e4 beside a width of 1e-1) cost no digits.
 */
public final class CholeskyFactor {

    /** Below this pivot (of a matrix with unit diagonal) a parameter is undetermined within double precision. */
    private static final double SMALLEST_PIVOT = 1e-14;

    private final int n;
    private final double[] lower;
    private final double[] scale;

    private CholeskyFactor(int n, double[] lower, double[] scale) {
        this.n = n;
        this.lower = lower;
        this.scale = scale;
    }

    /**
     * Factorises a matrix; empty when it is not positive definite within rounding.
     *
     * @param matrix [n * n] symmetric, row by row; only the lower triangle is read
     */
    public static Optional<CholeskyFactor> of(double[] matrix, int n) {
        return of(matrix, n, 0);
    }

    /**
     * Factorises A + damping · diag(A), Marquardt's matrix; empty when it is not positive definite within rounding.
     *
     * @param matrix [n * n] symmetric, row by row; only the lower triangle is read
     * @param damping added to the diagonal relative to it
     */
    public static Optional<CholeskyFactor> of(double[] matrix, int n, double damping) {
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            double diagonal = matrix[i * n + i];
            if (!(diagonal > 0) || Double.isInfinite(diagonal)) {
                return Optional.empty();
            }
            scale[i] = 1 / Math.sqrt(diagonal);
        }
        double[] lower = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 1 + damping : matrix[i * n + j] * scale[i] * scale[j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * n + k] * lower[j * n + k];
                }
                if (i != j) {
                    lower[i * n + j] = sum / lower[j * n + j];
                    continue;
                }
                if (!(sum > SMALLEST_PIVOT)) {
                    return Optional.empty();
                }
                lower[i * n + i] = Math.sqrt(sum);
            }
        }
        return Optional.of(new CholeskyFactor(n, lower, scale));
    }

    /** The solution x of A x = right; the argument is left as it was. */
    public double[] solve(double[] right) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = right[i] * scale[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i * n + k] * x[k];
            }
            x[i] = sum / lower[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) {
                sum -= lower[k * n + i] * x[k];
            }
            x[i] = sum / lower[i * n + i];
        }
        for (int i = 0; i < n; i++) {
            x[i] *= scale[i];
        }
        return x;
    }

    /** The inverse of A [n * n], row by row. */
    public double[] inverse() {
        double[] inverse = new double[n * n];
        double[] unit = new double[n];
        for (int column = 0; column < n; column++) {
            unit[column] = 1;
            double[] x = solve(unit);
            unit[column] = 0;
            for (int row = 0; row < n; row++) {
                inverse[row * n + column] = x[row];
            }
        }
        return inverse;
    }
}
