package org.fiducial.facility.trend;

import org.fiducial.metrology.numeric.GaussLegendre;
import org.fiducial.metrology.numeric.LinearSystem;
import org.fiducial.metrology.numeric.NormalDistribution;

/**
 * Points to the first false alarm of the limit rule where values follow x(t) = φ x(t − 1) + √(1 − φ²) e(t) and σ comes from many
 * moving ranges, so that limits stand at ±3√(1 − φ): 370 at φ = 0, 108.7 at 0.25, 34.2 at 0.5, 15.0 at 0.7.
 *
 * <p>By the integral equation L(x) = 1 + ∫ L(y) f(y | x) dy over the limits, on Gauss–Legendre nodes. Errors: below 10⁻⁶ of the
 * result for φ from −0.8 to 0.8.
 */
final class CorrelatedRunLength {

    private static final int NODES = 80;

    private CorrelatedRunLength() {}

    static double ofLimitRule(double phi) {
        if (!(Math.abs(phi) < 1)) {
            throw new IllegalArgumentException("an autocorrelation is between −1 and 1, was " + phi);
        }
        double limit = 3 * Math.sqrt(1 - phi);
        double scatter = Math.sqrt(1 - phi * phi);
        GaussLegendre nodes = new GaussLegendre(NODES, -limit, limit);
        double[][] a = new double[NODES][NODES];
        double[] one = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            one[i] = 1;
            for (int j = 0; j < NODES; j++) {
                double step = (nodes.node(j) - phi * nodes.node(i)) / scatter;
                a[i][j] = (i == j ? 1 : 0) - nodes.weight(j) * NormalDistribution.density(step) / scatter;
            }
        }
        double[] onwards = LinearSystem.solve(a, one).orElseThrow();
        double sum = 1;
        for (int j = 0; j < NODES; j++) {
            sum += nodes.weight(j) * NormalDistribution.density(nodes.node(j)) * onwards[j];
        }
        return sum;
    }
}
