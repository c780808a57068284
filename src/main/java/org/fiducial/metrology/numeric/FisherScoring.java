package org.fiducial.metrology.numeric;

import java.util.Optional;

/**
 * Maximum likelihood by Fisher scoring with Marquardt's damping.
 *
 * <p>Each step solves (I + λ·diag I) δ = s with the Fisher information I and the score s. The search ends when the score
 * statistic sᵀI⁻¹s, the squared distance to the maximum in standard errors, is below {@link #toleranceSquared}: with
 * 1e-6 no parameter moves by more than a thousandth of its standard error any more.
 *
 * <p>For Poisson data this is the Levenberg–Marquardt scheme of Laurence and Chromy, Nature Methods 7:338 (2010),
 * doi:10.1038/nmeth0510-338, with the expected instead of the observed weights.
 */
public final class FisherScoring {

    /** A rise of −ln L that is still taken: far below the 0.5 of one standard error and above rounding. */
    private static final double INDIFFERENCE = 1e-3;

    private static final double FIRST_DAMPING = 1e-3;
    /**
     * Squared distance, in standard errors, below which a step is also taken when it halves that distance: a score that
     * leaves a small derivative out has its root a little beside the maximum.
     */
    private static final double NEAR = 1e4;

    private static final double LARGEST_DAMPING = 1e12;

    private final double toleranceSquared;
    private final int maximumIterations;

    /**
     * A search with its end conditions.
     *
     * @param toleranceSquared squared distance to the maximum, in standard errors, that counts as arrived
     * @param maximumIterations evaluations of the likelihood before giving up
     */
    public FisherScoring(double toleranceSquared, int maximumIterations) {
        if (!(toleranceSquared > 0) || maximumIterations < 1) {
            throw new IllegalArgumentException("tolerance and number of iterations must be positive");
        }
        this.toleranceSquared = toleranceSquared;
        this.maximumIterations = maximumIterations;
    }

    /** Where a search arrived. */
    public static final class Maximum {
        private final double[] theta;
        private final double[] information;
        private final double negativeLogLikelihood;

        private Maximum(double[] theta, double[] information, double negativeLogLikelihood) {
            this.theta = theta;
            this.information = information;
            this.negativeLogLikelihood = negativeLogLikelihood;
        }

        /** The parameters [p]. */
        public double[] theta() {
            return theta.clone();
        }

        /** The Fisher information [p * p], full matrix. */
        public double[] information() {
            return information.clone();
        }

        /** −ln L at the maximum, up to the model's constant. */
        public double negativeLogLikelihood() {
            return negativeLogLikelihood;
        }
    }

    /** Climbs from a starting point; empty when no maximum was reached. */
    public Optional<Maximum> maximise(LikelihoodModel model, double[] start) {
        int p = start.length;
        double[] theta = start.clone();
        double[] information = new double[p * p];
        double[] score = new double[p];
        double[] nextInformation = new double[p * p];
        double[] nextScore = new double[p];
        double damping = FIRST_DAMPING;
        double value = model.evaluate(theta, information, score);
        if (!Double.isFinite(value)) {
            return Optional.empty();
        }
        for (int i = 0; i < maximumIterations && damping < LARGEST_DAMPING; i++) {
            Optional<CholeskyFactor> factor = CholeskyFactor.of(information, p, damping);
            if (factor.isEmpty()) {
                damping = Math.max(damping, FIRST_DAMPING) * 10;
                continue;
            }
            double[] step = factor.get().solve(score);
            double distance = dot(step, score);
            if (distance < toleranceSquared && damping <= FIRST_DAMPING) {
                return Optional.of(new Maximum(theta, information, value));
            }
            double[] next = model.advance(theta, step);
            double nextValue = model.evaluate(next, nextInformation, nextScore);
            boolean better = nextValue <= value + INDIFFERENCE
                    || (distance < NEAR && squaredDistance(nextInformation, nextScore) < 0.5 * distance);
            if (!better) {
                damping = Math.max(damping, FIRST_DAMPING) * 10;
                continue;
            }
            theta = next;
            value = nextValue;
            double[] swap = information;
            information = nextInformation;
            nextInformation = swap;
            swap = score;
            score = nextScore;
            nextScore = swap;
            damping = damping > 1e-6 ? damping * 0.1 : 0;
        }
        return Optional.empty();
    }

    private static double squaredDistance(double[] information, double[] score) {
        return CholeskyFactor.of(information, score.length)
                .map(factor -> dot(factor.solve(score), score))
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
