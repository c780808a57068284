package org.fiducial.metrology.bead;

import org.fiducial.metrology.numeric.Regression;

/**
 * A Gaussian on an offset, sampled at points, along one or two axes: θ = {offset, amplitude, c₁, ln σ₁, (c₂, ln σ₂)}.
 *
 * <p>Observation i of the row-by-row grid lies at (i mod size, i div size).
 */
final class GaussianRegression implements Regression {

    private final int axes;
    private final int size;

    private GaussianRegression(int axes, int size) {
        this.axes = axes;
        this.size = size;
    }

    static GaussianRegression line() {
        return new GaussianRegression(1, Integer.MAX_VALUE);
    }

    static GaussianRegression plane(int columns) {
        return new GaussianRegression(2, columns);
    }

    @Override
    public void predict(double[] theta, double[] predicted) {
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = theta[0] + theta[1] * shape(theta, i);
        }
    }

    @Override
    public void differentiate(double[] theta, double[][] jacobian) {
        for (int i = 0; i < jacobian.length; i++) {
            double g = shape(theta, i);
            jacobian[i][0] = 1;
            jacobian[i][1] = g;
            for (int axis = 0; axis < axes; axis++) {
                double sigma = Math.exp(theta[3 + 2 * axis]);
                double t = (at(i, axis) - theta[2 + 2 * axis]) / sigma;
                jacobian[i][2 + 2 * axis] = theta[1] * g * t / sigma;
                jacobian[i][3 + 2 * axis] = theta[1] * g * t * t;
            }
        }
    }

    private int at(int i, int axis) {
        return axis == 0 ? i % size : i / size;
    }

    private double shape(double[] theta, int i) {
        double exponent = 0;
        for (int axis = 0; axis < axes; axis++) {
            double t = (at(i, axis) - theta[2 + 2 * axis]) / Math.exp(theta[3 + 2 * axis]);
            exponent -= 0.5 * t * t;
        }
        return Math.exp(exponent);
    }
}
