package org.fiducial.metrology.bead;

import java.util.Arrays;
import java.util.Optional;
import org.fiducial.metrology.numeric.CholeskyFactor;

/**
 * Whether the background under a fitted Gaussian slopes: Rao's score test of three slopes.
 *
 * <p>One scoring step from the Gaussian on a level background, with background, amplitude and centre free beside the slopes
 * (terms 1, g, g·x, g·y, g·z and x, y, z); widths are even in a box round the bead and slopes odd, so they do not meet. The
 * statistic stepᵀ V⁻¹ step is χ² with three degrees of freedom on a level background.
 *
 * <p>All products of terms are w, wg or wg² times a monomial of second degree at most, hence only those moments are gathered,
 * along a row first.
 */
final class SlopeTest {

    /** χ² of three slopes that a level background exceeds once in a hundred times. */
    private static final double SIGNIFICANT = 11.34;

    private static final double LEAST_MEAN = 1e-3;
    private static final int TERMS = 8;
    private static final int LEVELS = 5;
    /** Power of g and exponents of x, y and z of each term, the slopes last. */
    private static final int[][] TERM = {
        {0, 0, 0, 0}, {1, 0, 0, 0}, {1, 1, 0, 0}, {1, 0, 1, 0}, {1, 0, 0, 1}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}
    };

    /** Σ w gᵖ xⁱ yʲ zᵏ at ((p · 3 + i) · 3 + j) · 3 + k. */
    private final double[] moments = new double[81];
    /** Σ e gᵖ xⁱ yʲ zᵏ with e = w (n − μ), at the same place. */
    private final double[] errors = new double[81];

    private final double[] rowMoments = new double[9];
    private final double[] rowErrors = new double[9];

    private SlopeTest() {}

    /** Tests a model on the electrons of its box. */
    static SlopeTest of(GaussianModel model, double[] electrons, double readVariance) {
        SlopeTest test = new SlopeTest();
        VoxelBox box = model.box();
        double[] image = model.image();
        double background = model.parameters().background();
        int from = 0;
        for (int k = 0; k < box.sizeZ(); k++) {
            double z = k - 0.5 * (box.sizeZ() - 1);
            for (int j = 0; j < box.sizeY(); j++) {
                double y = j - 0.5 * (box.sizeY() - 1);
                Arrays.fill(test.rowMoments, 0);
                Arrays.fill(test.rowErrors, 0);
                for (int i = 0; i < box.sizeX(); i++) {
                    double mean = image[from + i];
                    double weight = 1 / Math.max(mean + readVariance, LEAST_MEAN);
                    double error = (electrons[from + i] - mean) * weight;
                    test.gather(i - 0.5 * (box.sizeX() - 1), mean - background, weight, error);
                }
                test.spread(y, z);
                from += box.sizeX();
            }
        }
        return test;
    }

    private void gather(double x, double g, double weight, double error) {
        double w = weight;
        double e = error;
        for (int p = 0; p < 9; p += 3) {
            rowMoments[p] += w;
            rowMoments[p + 1] += w * x;
            rowMoments[p + 2] += w * x * x;
            rowErrors[p] += e;
            rowErrors[p + 1] += e * x;
            w *= g;
            e *= g;
        }
    }

    private void spread(double y, double z) {
        for (int row = 0; row < 9; row++) {
            double byY = 1;
            for (int j = 0; j < 3; j++) {
                double byZ = byY;
                for (int k = 0; k < 3; k++) {
                    moments[(row * 3 + j) * 3 + k] += rowMoments[row] * byZ;
                    errors[(row * 3 + j) * 3 + k] += rowErrors[row] * byZ;
                    byZ *= z;
                }
                byY *= y;
            }
        }
    }

    /** The slopes, if they are significant. */
    Optional<BackgroundSlope> slope() {
        double[] information = new double[TERMS * TERMS];
        double[] score = new double[TERMS];
        for (int a = 0; a < TERMS; a++) {
            score[a] = errors[place(TERM[a], TERM[0])];
            for (int b = 0; b < TERMS; b++) {
                information[a * TERMS + b] = moments[place(TERM[a], TERM[b])];
            }
        }
        return CholeskyFactor.of(information, TERMS)
                .flatMap(factor -> significant(factor.solve(score), factor.inverse()));
    }

    private static int place(int[] a, int[] b) {
        return (((a[0] + b[0]) * 3 + a[1] + b[1]) * 3 + a[2] + b[2]) * 3 + a[3] + b[3];
    }

    private static Optional<BackgroundSlope> significant(double[] step, double[] inverse) {
        double[] covariance = new double[9];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                covariance[a * 3 + b] = inverse[(LEVELS + a) * TERMS + LEVELS + b];
            }
        }
        double[] slopes = Arrays.copyOfRange(step, LEVELS, TERMS);
        return CholeskyFactor.of(covariance, 3)
                .map(factor -> factor.solve(slopes))
                .filter(solved -> slopes[0] * solved[0] + slopes[1] * solved[1] + slopes[2] * solved[2] > SIGNIFICANT)
                .map(solved -> new BackgroundSlope(slopes[0], slopes[1], slopes[2]));
    }
}
