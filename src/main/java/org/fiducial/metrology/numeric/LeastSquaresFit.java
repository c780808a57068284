package org.fiducial.metrology.numeric;

/**
 * A minimum of a weighted sum of squares.
 *
 * <p>The covariance is s² (JᵀWJ)⁻¹ with s² = residual sum of squares/(n − p): it takes the weights as relative.
 */
public final class LeastSquaresFit {

    private final double[] parameters;
    private final double[] covariance;
    private final double residualSumOfSquares;
    private final int degreesOfFreedom;

    LeastSquaresFit(double[] parameters, double[] covariance, double residualSumOfSquares, int degreesOfFreedom) {
        this.parameters = parameters.clone();
        this.covariance = covariance.clone();
        this.residualSumOfSquares = residualSumOfSquares;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    /** The parameters [p]. */
    public double[] parameters() {
        return parameters.clone();
    }

    /** Covariance of the parameters [p * p]. */
    public double[] covariance() {
        return covariance.clone();
    }

    /** One parameter with its standard error. */
    public Estimate parameter(int index) {
        return new Estimate(parameters[index], Math.sqrt(covariance[index * parameters.length + index]));
    }

    /** Σ w (observed − predicted)². */
    public double residualSumOfSquares() {
        return residualSumOfSquares;
    }

    /** Observations minus parameters. */
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }
}
