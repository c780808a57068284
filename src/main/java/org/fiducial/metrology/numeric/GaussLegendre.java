package org.fiducial.metrology.numeric;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Gauss–Legendre quadrature on an interval: ∫ f ≈ Σ wᵢ f(xᵢ), exact for polynomials up to degree 2n − 1. Its nodes also
 * turn an integral equation into a system of linear ones (Nyström's method).
 */
public final class GaussLegendre {

    private final double[] nodes;
    private final double[] weights;

    /**
     * The nodes of an interval.
     *
     * @param n how many, at least one
     * @param from lower end
     * @param to upper end
     */
    public GaussLegendre(int n, double from, double to) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(n, from, to);
        this.nodes = new double[n];
        this.weights = new double[n];
        for (int i = 0; i < n; i++) {
            nodes[i] = rule.getPoint(i);
            weights[i] = rule.getWeight(i);
        }
    }

    private GaussLegendre(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /** The same rule with its interval stretched about zero; quicker than a new one. */
    public GaussLegendre stretched(double factor) {
        return new GaussLegendre(
                Arrays.stream(nodes).map(node -> factor * node).toArray(),
                Arrays.stream(weights).map(weight -> factor * weight).toArray());
    }

    /** How many nodes. */
    public int size() {
        return nodes.length;
    }

    /** The place of a node. */
    public double node(int i) {
        return nodes[i];
    }

    /** The weight of a node. */
    public double weight(int i) {
        return weights[i];
    }

    /** The integral of a function over the interval. */
    public double integrate(DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * f.applyAsDouble(nodes[i]);
        }
        return sum;
    }
}
