package org.fiducial.metrology.simulation;

/** The little linear algebra of 3 × 3 matrices that a Gaussian bead needs. */
final class Matrix3 {

    private Matrix3() {}

    static double[][] product(double[][] left, double[][] right) {
        double[][] result = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                result[i][j] = left[i][0] * right[0][j] + left[i][1] * right[1][j] + left[i][2] * right[2][j];
            }
        }
        return result;
    }

    static double[][] transposed(double[][] matrix) {
        double[][] result = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                result[i][j] = matrix[j][i];
            }
        }
        return result;
    }

    /** The inverse of a positive definite matrix by cofactors. */
    static double[][] inverse(double[][] matrix) {
        double determinant = determinant(matrix);
        if (!(determinant > 0)) {
            throw new IllegalArgumentException(
                    "a covariance must be positive definite, determinant was " + determinant);
        }
        double[][] result = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                result[j][i] = cofactor(matrix, i, j) / determinant;
            }
        }
        return result;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * cofactor(m, 0, 0) + m[0][1] * cofactor(m, 0, 1) + m[0][2] * cofactor(m, 0, 2);
    }

    private static double cofactor(double[][] m, int row, int column) {
        int r1 = (row + 1) % 3;
        int r2 = (row + 2) % 3;
        int c1 = (column + 1) % 3;
        int c2 = (column + 2) % 3;
        return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
    }

    static double[][] rotation(Axis about, double radians) {
        double c = Math.cos(radians);
        double s = Math.sin(radians);
        return switch (about) {
            case X -> new double[][] {{1, 0, 0}, {0, c, -s}, {0, s, c}};
            case Y -> new double[][] {{c, 0, s}, {0, 1, 0}, {-s, 0, c}};
            case Z -> new double[][] {{c, -s, 0}, {s, c, 0}, {0, 0, 1}};
        };
    }

    /** The eigenvalues of a symmetric matrix, the largest first, by the trigonometric solution of the cubic. */
    static double[] eigenvalues(double[][] m) {
        double mean = (m[0][0] + m[1][1] + m[2][2]) / 3;
        double offDiagonal = m[0][1] * m[0][1] + m[0][2] * m[0][2] + m[1][2] * m[1][2];
        double spread = sq(m[0][0] - mean) + sq(m[1][1] - mean) + sq(m[2][2] - mean) + 2 * offDiagonal;
        double p = Math.sqrt(spread / 6);
        if (p == 0) {
            return new double[] {mean, mean, mean};
        }
        double[][] b = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                b[i][j] = (m[i][j] - (i == j ? mean : 0)) / p;
            }
        }
        double phi = Math.acos(Math.max(-1, Math.min(1, determinant(b) / 2))) / 3;
        double largest = mean + 2 * p * Math.cos(phi);
        double smallest = mean + 2 * p * Math.cos(phi + 2 * Math.PI / 3);
        return new double[] {largest, 3 * mean - largest - smallest, smallest};
    }

    private static double sq(double value) {
        return value * value;
    }
}
