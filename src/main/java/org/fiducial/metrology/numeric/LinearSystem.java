package org.fiducial.metrology.numeric;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/** Square systems of linear equations without symmetry, by elimination with partial pivoting. */
public final class LinearSystem {

    private LinearSystem() {}

    /**
     * The x of A x = b.
     *
     * @param a [n][n], not singular
     * @param b [n]
     */
    public static double[] solve(double[][] a, double[] b) {
        return new LUDecomposition(new Array2DRowRealMatrix(a, false))
                .getSolver()
                .solve(new ArrayRealVector(b, false))
                .toArray();
    }
}
