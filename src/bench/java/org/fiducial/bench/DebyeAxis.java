package org.fiducial.bench;

import java.util.stream.IntStream;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Objective;

/**
 * The scalar Debye intensity of a round pupil far off the focus: U(r, z) = ∫ cos^½α · e^{2πiW} · J₀(k·NA·rρ) · e^{ikn·z·cosα} sinα
 * dα with W = s(6ρ⁴ − 6ρ² + 1), by the midpoint rule.
 */
final class DebyeAxis {

    private static final int NODES = 480;

    private final Objective objective;
    private final double wavelengthUm;

    DebyeAxis(Objective objective, double wavelengthUm) {
        this.objective = objective;
        this.wavelengthUm = wavelengthUm;
    }

    /** The intensity [heights][radii], the focus in the middle of the heights. */
    double[][] intensity(int heights, double stepZUm, int radii, double stepRUm) {
        double alpha = Math.asin(objective.numericalAperture() / objective.refractiveIndex());
        double k = 2 * Math.PI * objective.refractiveIndex() / wavelengthUm;
        Aberration aberration = objective.aberration();
        double[] cosine = new double[NODES];
        double[] error = new double[NODES];
        double[][] bessel = new double[radii][NODES];
        for (int node = 0; node < NODES; node++) {
            double angle = alpha * (node + 0.5) / NODES;
            cosine[node] = Math.cos(angle);
            double rho = Math.sin(angle) / Math.sin(alpha);
            error[node] = 2 * Math.PI * aberration.sphericalWaves() * (6 * Math.pow(rho, 4) - 6 * rho * rho + 1);
            double weight = Math.sqrt(cosine[node]) * Math.sin(angle);
            for (int i = 0; i < radii; i++) {
                bessel[i][node] = weight * BallSpread.bessel(0, k * i * stepRUm * Math.sin(angle));
            }
        }
        return IntStream.range(0, heights)
                .parallel()
                .mapToObj(j -> {
                    double z = (j - (heights - 1) / 2) * stepZUm;
                    double[] row = new double[radii];
                    double[] re = new double[NODES];
                    double[] im = new double[NODES];
                    for (int node = 0; node < NODES; node++) {
                        double phase = k * z * cosine[node] + error[node];
                        re[node] = Math.cos(phase);
                        im[node] = Math.sin(phase);
                    }
                    for (int i = 0; i < radii; i++) {
                        double real = 0;
                        double imaginary = 0;
                        for (int node = 0; node < NODES; node++) {
                            real += re[node] * bessel[i][node];
                            imaginary += im[node] * bessel[i][node];
                        }
                        row[i] = real * real + imaginary * imaginary;
                    }
                    return row;
                })
                .toArray(double[][]::new);
    }
}
