package org.fiducial.metrology.numeric;

import java.util.function.ToDoubleFunction;

/**
 * Values and standard uncertainties of functions of fitted parameters: u² = ∇fᵀ C ∇f with the parameters' covariance C.
 *
 * <p>The gradient is taken by central differences of a hundredth of each parameter's standard error, so f should be smooth
 * on that scale. First order only: good while u is small against the scale on which f bends.
 */
public final class DeltaMethod {

    private final double[] theta;
    private final double[] covariance;

    /**
     * At one point of a fit.
     *
     * @param theta [p] parameters
     * @param covariance [p * p] of the parameters
     */
    public DeltaMethod(double[] theta, double[] covariance) {
        if (covariance.length != theta.length * theta.length) {
            throw new IllegalArgumentException(
                    "the covariance of " + theta.length + " parameters cannot have " + covariance.length + " elements");
        }
        this.theta = theta.clone();
        this.covariance = covariance.clone();
    }

    /** The parameters [p]. */
    public double[] theta() {
        return theta.clone();
    }

    /** The value of a function of the parameters and its standard uncertainty. */
    public Estimate of(ToDoubleFunction<double[]> quantity) {
        int p = theta.length;
        double[] gradient = new double[p];
        double[] moved = theta.clone();
        for (int i = 0; i < p; i++) {
            double step = 0.01 * Math.sqrt(covariance[i * p + i]);
            if (!(step > 0)) {
                continue;
            }
            moved[i] = theta[i] + step;
            double up = quantity.applyAsDouble(moved);
            moved[i] = theta[i] - step;
            gradient[i] = (up - quantity.applyAsDouble(moved)) / (2 * step);
            moved[i] = theta[i];
        }
        double variance = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                variance += gradient[i] * covariance[i * p + j] * gradient[j];
            }
        }
        return new Estimate(quantity.applyAsDouble(theta), Math.sqrt(Math.max(0, variance)));
    }
}
