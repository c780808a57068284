package org.fiducial.metrology.numeric;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/** Square systems of linear equations without symmetry, by elimination with partial pivoting. */
public final class LinearSystem {

    private LinearSystem() {}

    /**
     * The x of A x = b.
     *
     * @param a [n][n]
     * @param b [n]
     * @return empty where a pivot is below 10⁻¹¹: A is singular, or too near to it for an answer
     */
    public static Optional<double[]> solve(double[][] a, double[] b) {
        DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(a, false)).getSolver();
        return solver.isNonSingular()
                ? Optional.of(solver.solve(new ArrayRealVector(b, false)).toArray())
                : Optional.empty();
    }
}
