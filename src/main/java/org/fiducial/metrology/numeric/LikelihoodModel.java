package org.fiducial.metrology.numeric;

/** A likelihood with its score and Fisher information, as {@link FisherScoring} climbs it. */
public interface LikelihoodModel {

    /**
     * Evaluates −ln L and fills its Fisher information and score at one point.
     *
     * @param theta [p] parameters
     * @param information [p * p] filled with the Fisher information E[∂ᵢ ln L · ∂ⱼ ln L], lower triangle at least
     * @param score [p] filled with ∂ᵢ ln L
     * @return −ln L up to a constant; not finite where the parameters are impossible
     */
    double evaluate(double[] theta, double[] information, double[] score);

    /**
     * The point a step leads to; a model with bounds shortens the step here.
     *
     * @param theta [p] where we are
     * @param step [p] where the normal equations point
     * @return [p] a new array
     */
    default double[] advance(double[] theta, double[] step) {
        double[] next = theta.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += step[i];
        }
        return next;
    }
}
