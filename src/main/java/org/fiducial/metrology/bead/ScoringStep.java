package org.fiducial.metrology.bead;

import java.util.Optional;
import org.fiducial.metrology.numeric.CholeskyFactor;

/**
 * One scoring step of a fitted Gaussian towards a model with a few more terms, the Gaussian's own eleven parameters free.
 *
 * <p>Sums information and score over the voxels, where an image of the Gaussian g on its background changes with the terms
 * {1, g, g·x, …, g·yz} and the further ones.
 */
final class ScoringStep {

    private static final int GAUSSIAN = GaussianParameters.COUNT;

    private final int extra;
    private final int terms;
    private final double[] row;
    private final double[] information;
    private final double[] score;

    ScoringStep(int extra) {
        this.extra = extra;
        this.terms = GAUSSIAN + extra;
        this.row = new double[terms];
        this.information = new double[terms * terms];
        this.score = new double[terms];
    }

    /** The terms of a Gaussian at a voxel, then room for the further ones from {@link #further(int, double)}. */
    void gaussian(double g, double x, double y, double z) {
        row[0] = 1;
        row[1] = g;
        row[2] = g * x;
        row[3] = g * y;
        row[4] = g * z;
        row[5] = g * x * x;
        row[6] = g * y * y;
        row[7] = g * z * z;
        row[8] = g * x * y;
        row[9] = g * x * z;
        row[10] = g * y * z;
    }

    void further(int index, double value) {
        row[GAUSSIAN + index] = value;
    }

    /** Adds the voxel whose terms were given. */
    void add(double error, double weight) {
        double weightedError = error * weight;
        for (int a = 0; a < terms; a++) {
            score[a] += row[a] * weightedError;
            double weighted = row[a] * weight;
            for (int b = 0; b <= a; b++) {
                information[a * terms + b] += weighted * row[b];
            }
        }
    }

    /** The further terms' coefficients [n] and their covariance [n * n]. */
    static final class Found {
        private final double[] step;
        private final double[] covariance;

        private Found(double[] step, double[] covariance) {
            this.step = step;
            this.covariance = covariance;
        }

        double[] step() {
            return step.clone();
        }

        double[] covariance() {
            return covariance.clone();
        }
    }

    /** The step, where the voxels determine it. */
    Optional<Found> solve() {
        return CholeskyFactor.of(information, terms).map(factor -> {
            double[] all = factor.solve(score);
            double[] inverse = factor.inverse();
            double[] step = new double[extra];
            double[] covariance = new double[extra * extra];
            for (int a = 0; a < extra; a++) {
                step[a] = all[GAUSSIAN + a];
                for (int b = 0; b < extra; b++) {
                    covariance[a * extra + b] = inverse[(GAUSSIAN + a) * terms + GAUSSIAN + b];
                }
            }
            return new Found(step, covariance);
        });
    }
}
