package org.fiducial.metrology.bead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianParametersTest {

    /** Reference: the tilted Gaussian integrated over the pixel by 40 × 40 midpoints (error below 1e-5 of the peak). */
    @ParameterizedTest
    @CsvSource({"0.85, 0.9, 1.5, 4e-4", "1.02, 1.02, 1.02, 2e-4", "1.5, 2.0, 3.0, 3e-5"})
    void integratesATiltedGaussianOverThePixel(double sx, double sy, double sz, double tolerance) {
        double[] covariance = {sx * sx, 0.2, 0.3, 0.2, sy * sy, 0.1, 0.3, 0.1, sz * sz};
        double[] theta = new double[GaussianParameters.COUNT];
        System.arraycopy(GaussianParameters.shapeOf(covariance), 0, theta, GaussianParameters.SHAPE, 6);
        GaussianParameters image = new GaussianParameters(theta);
        double[] precision = Symmetric3.inverse(covariance);

        double largest = 0;
        for (double dz = -2; dz <= 2; dz += 0.7) {
            for (double dy = -3.3; dy <= 3.3; dy += 0.6) {
                for (double dx = -3.1; dx <= 3.1; dx += 0.5) {
                    double integral = integral(precision, dx, dy, dz);
                    double error = image.electronsAt(dx, dy, dz) / image.amplitude() - integral;
                    largest = Math.max(largest, Math.abs(error));
                }
            }
        }
        assertThat(largest).isEqualTo(0, within(tolerance));
    }

    private static double integral(double[] p, double dx, double dy, double dz) {
        int n = 40;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double x = dx + (i + 0.5) / n - 0.5;
                double y = dy + (j + 0.5) / n - 0.5;
                double q = p[0] * x * x
                        + p[4] * y * y
                        + p[8] * dz * dz
                        + 2 * (p[1] * x * y + p[2] * x * dz + p[5] * y * dz);
                sum += Math.exp(-0.5 * q);
            }
        }
        return sum / (n * n);
    }
}
