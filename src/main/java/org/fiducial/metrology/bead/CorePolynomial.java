package org.fiducial.metrology.bead;

import java.util.Arrays;

/**
 * Polynomials of fourth degree in three scaled coordinates: 35 coefficients, in the order of {@link #exponents(int)}.
 *
 * <p>Coordinates are u = (position − centre)/scale along each axis of the stack, about one standard deviation each.
 */
final class CorePolynomial {

    static final int DEGREE = 4;
    static final int COUNT = 35;

    /** Powers of (x, y, z) of each term: by degree, so that 0 is the constant, 1 to 3 are linear, 4 to 9 quadratic. */
    private static final int[][] EXPONENTS = exponents();

    private static final int[] X = exponentsOf(0);
    private static final int[] Y = exponentsOf(1);
    private static final int[] Z = exponentsOf(2);

    private CorePolynomial() {}

    private static int[][] exponents() {
        int[][] all = new int[COUNT][];
        int n = 0;
        for (int degree = 0; degree <= DEGREE; degree++) {
            for (int x = degree; x >= 0; x--) {
                for (int y = degree - x; y >= 0; y--) {
                    all[n++] = new int[] {x, y, degree - x - y};
                }
            }
        }
        return all;
    }

    private static int[] exponentsOf(int axis) {
        return Arrays.stream(EXPONENTS).mapToInt(e -> e[axis]).toArray();
    }

    /** The powers of x, y and z of a term. */
    static int[] exponents(int term) {
        return EXPONENTS[term].clone();
    }

    static int degree(int term) {
        int[] e = EXPONENTS[term];
        return e[0] + e[1] + e[2];
    }

    /** The index of x^i y^j z^k. */
    static int term(int i, int j, int k) {
        for (int term = 0; term < COUNT; term++) {
            if (Arrays.equals(EXPONENTS[term], new int[] {i, j, k})) {
                return term;
            }
        }
        throw new IllegalArgumentException("no term of degree " + (i + j + k));
    }

    /** The coefficients of the powers of x along the row at (y, z), into row [5]. */
    static void restrictToRow(double[] theta, double y, double z, double[] row) {
        double y2 = y * y;
        double z2 = z * z;
        double[] py = {1, y, y2, y2 * y, y2 * y2};
        double[] pz = {1, z, z2, z2 * z, z2 * z2};
        Arrays.fill(row, 0);
        for (int term = 0; term < COUNT; term++) {
            row[X[term]] += theta[term] * py[Y[term]] * pz[Z[term]];
        }
    }

    /** The value of every term at a point [35]. */
    static double[] terms(double[] u) {
        double[] terms = new double[COUNT];
        for (int term = 0; term < COUNT; term++) {
            int[] e = EXPONENTS[term];
            terms[term] = power(u[0], e[0]) * power(u[1], e[1]) * power(u[2], e[2]);
        }
        return terms;
    }

    static double value(double[] theta, double x, double y, double z) {
        double[] row = new double[DEGREE + 1];
        restrictToRow(theta, y, z, row);
        return alongRow(row, x);
    }

    /** The value at x of a polynomial restricted to a row. */
    static double alongRow(double[] row, double x) {
        return row[0] + x * (row[1] + x * (row[2] + x * (row[3] + x * row[4])));
    }

    private static double power(double base, int exponent) {
        return switch (exponent) {
            case 0 -> 1;
            case 1 -> base;
            case 2 -> base * base;
            case 3 -> base * base * base;
            default -> base * base * base * base;
        };
    }
}
