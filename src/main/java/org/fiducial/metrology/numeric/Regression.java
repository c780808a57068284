package org.fiducial.metrology.numeric;

/** A model to be fitted by least squares: predictions as a function of parameters. */
@FunctionalInterface
public interface Regression {

    /**
     * Predicts every observation.
     *
     * @param parameters [p]
     * @param predicted [n] filled
     */
    void predict(double[] parameters, double[] predicted);

    /**
     * Fills the derivatives of the predictions; central differences unless a model knows better.
     *
     * @param parameters [p]
     * @param jacobian [n][p] filled with ∂ predicted_i / ∂ parameter_j
     */
    default void differentiate(double[] parameters, double[][] jacobian) {
        int n = jacobian.length;
        double[] moved = parameters.clone();
        double[] up = new double[n];
        double[] down = new double[n];
        for (int j = 0; j < parameters.length; j++) {
            // Cube root of the rounding error balances truncation and cancellation of a central difference.
            double step = 6e-6 * Math.max(Math.abs(parameters[j]), 1e-8);
            moved[j] = parameters[j] + step;
            predict(moved, up);
            moved[j] = parameters[j] - step;
            predict(moved, down);
            moved[j] = parameters[j];
            for (int i = 0; i < n; i++) {
                jacobian[i][j] = (up[i] - down[i]) / (2 * step);
            }
        }
    }
}
