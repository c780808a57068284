package org.fiducial.metrology.coregistration;

import java.util.Arrays;
import org.fiducial.metrology.numeric.LikelihoodModel;

/**
 * Shifted Poisson likelihood of samples under a generalised Gaussian on a level background, in two or three dimensions.
 *
 * <p>μ = b + A·exp(−½ u^β), u = Σᵢ (rᵢ − cᵢ)²/sᵢ²; n + v ~ Poisson(μ + v) with the noise variance v of no light. β = 1 is a
 * Gaussian, for beads of the size of the resolution; larger β is a bead with a flat top and a soft edge, as a sphere of many
 * resolutions gives. The model is symmetric about its centre, so the centre of anything symmetric is found without bias
 * whatever its profile. Order of θ: b, ln A, c₁ … c_d, ln s₁ … ln s_d, then ln β where it is free.
 */
final class GeneralGaussian implements LikelihoodModel {

    /** Keeps u^(β−1) finite at the very centre. */
    private static final double SMALLEST_U = 1e-9;

    private static final double LOG_BETA_LIMIT = Math.log(12);

    private final Samples samples;
    private final double variance;
    private final boolean free;
    private final int dimensions;
    private final double lowestBackground;

    /** Samples of an image at places in two or three dimensions; the arrays are not copied. */
    static final class Samples {

        private final double[][] at;
        private final double[] electrons;

        /**
         * Samples.
         *
         * @param at [dimensions][n] places
         * @param electrons [n] values
         */
        Samples(double[][] at, double[] electrons) {
            this.at = at;
            this.electrons = electrons;
        }

        double[][] at() {
            return at;
        }

        double[] electrons() {
            return electrons;
        }
    }

    /**
     * A likelihood.
     *
     * @param variance of a sample without light, at least a little above 0 [e⁻²]
     * @param free whether β is a parameter; 1 if not
     */
    GeneralGaussian(Samples samples, double variance, boolean free) {
        this.samples = samples;
        this.variance = variance;
        this.free = free;
        this.dimensions = samples.at().length;
        this.lowestBackground = 1e-3 - 0.9 * variance;
    }

    /** Number of parameters. */
    int size() {
        return 2 + 2 * dimensions + (free ? 1 : 0);
    }

    /** β of a parameter vector. */
    double beta(double[] theta) {
        return free ? Math.exp(theta[size() - 1]) : 1;
    }

    /** Half the width at half maximum along an axis: s (2 ln 2)^(1/2β). */
    double halfWidth(double[] theta, int axis) {
        return Math.exp(theta[2 + dimensions + axis]) * Math.pow(2 * Math.log(2), 0.5 / beta(theta));
    }

    /** u = Σ (r − c)²/s² at a place. */
    double ellipse(double[] theta, double... place) {
        double u = 0;
        for (int i = 0; i < dimensions; i++) {
            double t = (place[i] - theta[2 + i]) / Math.exp(theta[2 + dimensions + i]);
            u += t * t;
        }
        return u;
    }

    /** exp(−½ u^β): the share of the height at a place. */
    double share(double[] theta, double... place) {
        return Math.exp(-0.5 * Math.pow(ellipse(theta, place), beta(theta)));
    }

    @Override
    public double evaluate(double[] theta, double[] information, double[] score) {
        int p = size();
        Arrays.fill(information, 0);
        Arrays.fill(score, 0);
        double[] slope = new double[p];
        double[] reach = new double[dimensions];
        for (int i = 0; i < dimensions; i++) {
            reach[i] = Math.exp(theta[2 + dimensions + i]);
        }
        double beta = beta(theta);
        double value = 0;
        for (int k = 0; k < samples.electrons().length; k++) {
            double mean = differentiate(theta, reach, beta, k, slope) + variance;
            if (!(mean > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            double observed = samples.electrons()[k] + variance;
            value += mean - observed * Math.log(mean);
            double error = (observed - mean) / mean;
            for (int i = 0; i < p; i++) {
                score[i] += error * slope[i];
                double weighted = slope[i] / mean;
                for (int j = 0; j <= i; j++) {
                    information[i * p + j] += weighted * slope[j];
                }
            }
        }
        mirror(information, p);
        holdBackground(theta, information, score);
        return value;
    }

    private static void mirror(double[] information, int p) {
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                information[j * p + i] = information[i * p + j];
            }
        }
    }

    /** At its lowest legitimate value, with the data asking for less, the background is no parameter any more. */
    private void holdBackground(double[] theta, double[] information, double[] score) {
        if (theta[0] > lowestBackground || score[0] > 0) {
            return;
        }
        score[0] = 0;
        for (int i = 1; i < size(); i++) {
            information[i] = 0;
            information[i * size()] = 0;
        }
    }

    /** μ of sample k for s and β and, in slope, its derivatives: ∂μ/∂c = Aβu^(β−1)f·d/s², ∂μ/∂ln s = Aβu^(β−1)f·d²/s². */
    private double differentiate(double[] theta, double[] reach, double beta, int k, double[] slope) {
        double u = SMALLEST_U;
        for (int i = 0; i < dimensions; i++) {
            double s = reach[i];
            double t = (samples.at()[i][k] - theta[2 + i]) / s;
            slope[2 + i] = t / s;
            slope[2 + dimensions + i] = t * t;
            u += t * t;
        }
        double log = free ? Math.log(u) : 0;
        double power = free ? Math.exp(beta * log) : u;
        double height = Math.exp(theta[1] - 0.5 * power);
        double common = height * beta * power / u;
        for (int i = 2; i < 2 + 2 * dimensions; i++) {
            slope[i] *= common;
        }
        slope[0] = 1;
        slope[1] = height;
        if (free) {
            slope[size() - 1] = -0.5 * height * power * log * beta;
        }
        return theta[0] + height;
    }

    @Override
    public double[] advance(double[] theta, double[] step) {
        double shrink = 1;
        for (int i = 1; i < step.length; i++) {
            boolean centre = i >= 2 && i < 2 + dimensions;
            double bound = centre ? 0.5 * Math.exp(theta[i + dimensions]) : 0.5;
            shrink = Math.min(shrink, bound / Math.max(1e-300, Math.abs(step[i])));
        }
        double[] next = theta.clone();
        for (int i = 0; i < step.length; i++) {
            next[i] += shrink * step[i];
        }
        next[0] = Math.max(next[0], lowestBackground);
        if (free) {
            int last = size() - 1;
            next[last] = Math.max(-LOG_BETA_LIMIT, Math.min(LOG_BETA_LIMIT, next[last]));
        }
        return next;
    }
}
