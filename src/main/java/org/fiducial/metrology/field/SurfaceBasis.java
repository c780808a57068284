package org.fiducial.metrology.field;

/**
 * Products of Legendre polynomials P_i(u) P_j(v) with i + j up to a degree: polynomials in two variables whose coefficients
 * hardly depend on each other over a full field.
 *
 * @param degree highest sum of the two orders
 */
record SurfaceBasis(int degree) {

    int terms() {
        return (degree + 1) * (degree + 2) / 2;
    }

    /** The place of P_i(u) P_j(v) among the terms: by rising i + j, then by rising j. */
    static int term(int i, int j) {
        int sum = i + j;
        return sum * (sum + 1) / 2 + j;
    }

    /** The terms at a place. */
    double[] at(double u, double v) {
        return products(legendre(u), legendre(v));
    }

    /** The derivatives of the terms along u. */
    double[] alongU(double u, double v) {
        return products(slopes(u), legendre(v));
    }

    /** The derivatives of the terms along v. */
    double[] alongV(double u, double v) {
        return products(legendre(u), slopes(v));
    }

    private double[] products(double[] ofU, double[] ofV) {
        double[] terms = new double[terms()];
        for (int sum = 0; sum <= degree; sum++) {
            for (int j = 0; j <= sum; j++) {
                terms[term(sum - j, j)] = ofU[sum - j] * ofV[j];
            }
        }
        return terms;
    }

    /** (n + 1) P_{n+1} = (2 n + 1) x P_n − n P_{n−1}. */
    private double[] legendre(double x) {
        double[] p = new double[degree + 1];
        p[0] = 1;
        for (int n = 0; n < degree; n++) {
            p[n + 1] = ((2 * n + 1) * x * p[n] - (n > 0 ? n * p[n - 1] : 0)) / (n + 1);
        }
        return p;
    }

    /** P'_{n+1} = P'_{n−1} + (2 n + 1) P_n. */
    private double[] slopes(double x) {
        double[] p = legendre(x);
        double[] slope = new double[degree + 1];
        for (int n = 0; n < degree; n++) {
            slope[n + 1] = (n > 0 ? slope[n - 1] : 0) + (2 * n + 1) * p[n];
        }
        return slope;
    }

    /**
     * The values along a row: first Σ_j c_ij P_j(v) for each i, then the sum over i at each place.
     *
     * @param coefficients [terms]
     * @param v the row
     * @param us [n] places along it
     * @return [n]
     */
    double[] row(double[] coefficients, double v, double[] us) {
        double[] ofV = legendre(v);
        double[] ofRow = new double[degree + 1];
        for (int i = 0; i <= degree; i++) {
            for (int j = 0; i + j <= degree; j++) {
                ofRow[i] += coefficients[term(i, j)] * ofV[j];
            }
        }
        double[] values = new double[us.length];
        for (int at = 0; at < us.length; at++) {
            values[at] = value(ofRow, legendre(us[at]));
        }
        return values;
    }

    static double value(double[] terms, double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            sum += terms[i] * coefficients[i];
        }
        return sum;
    }
}
