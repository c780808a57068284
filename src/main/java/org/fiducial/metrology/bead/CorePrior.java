package org.fiducial.metrology.bead;

import org.fiducial.metrology.numeric.LikelihoodModel;

/**
 * What is known of the cubic and quartic coefficients of a bead's core before its photons are counted.
 *
 * <p>Each has a Student distribution with three degrees of freedom round the value of a diffraction image, or round zero for
 * a Gaussian: narrow where a few photons say nothing, with tails that let many photons move it anywhere. The centres follow from ln (2J₁(v)/v)² =
 * −v²/4 − v⁴/192 across the axis, which is −u⁴/48 in units of its σ, and ln sinc² = −w²/3 − w⁴/90 along it, −u⁴/40; the
 * mixed term from scalar Debye images at NA 0.8 to 1.4. Widefield and confocal images, and those of beads up to 0.8 FWHM,
 * lie within 0.01 of each centre.
 */
final class CorePrior {

    private static final double FREEDOM = 3;
    private static final double CUBIC_SD = 0.05;
    private static final double QUARTIC_SD = 0.01;
    private static final int FIRST = 10;
    private static final double LATERAL = -0.026;
    private static final double AXIAL = -0.022;
    private static final double MIXED = 0.02;

    private final double[] centre = new double[CorePolynomial.COUNT];
    private final double[] variance = new double[CorePolynomial.COUNT];

    /**
     * The prior of an image that is one of diffraction with this probability and else a Gaussian.
     *
     * @param diffraction from 0 to 1, {@link DiffractionEvidence}
     */
    CorePrior(double diffraction) {
        set(4, 0, 0, LATERAL);
        set(0, 4, 0, LATERAL);
        set(2, 2, 0, 2 * LATERAL);
        set(0, 0, 4, AXIAL);
        set(2, 0, 2, MIXED);
        set(0, 2, 2, MIXED);
        // Mean and variance of a value that is c with probability p and else 0: pc and p(1 − p)c².
        for (int i = FIRST; i < CorePolynomial.COUNT; i++) {
            double sd = CorePolynomial.degree(i) == 3 ? CUBIC_SD : QUARTIC_SD;
            variance[i] = sd * sd + diffraction * (1 - diffraction) * centre[i] * centre[i];
            centre[i] *= diffraction;
        }
    }

    private void set(int i, int j, int k, double value) {
        centre[CorePolynomial.term(i, j, k)] = value;
    }

    /** The typical core: the centres, the quadratic terms of a round Gaussian and a peak of the given height. */
    double[] typical(double peakElectrons) {
        double[] theta = centre.clone();
        theta[0] = Math.log(peakElectrons);
        theta[CorePolynomial.term(2, 0, 0)] = -0.47;
        theta[CorePolynomial.term(0, 2, 0)] = -0.47;
        theta[CorePolynomial.term(0, 0, 2)] = -0.47;
        return theta;
    }

    /**
     * Adds −ln of the prior to a likelihood, as {@link LikelihoodModel#evaluate} asks: with w = 4/(3s² + δ²) the score −wδ
     * and the information w.
     */
    double add(double[] theta, double[] information, double[] score) {
        double value = 0;
        for (int i = FIRST; i < CorePolynomial.COUNT; i++) {
            double scaled = FREEDOM * variance[i];
            double off = theta[i] - centre[i];
            double weight = (FREEDOM + 1) / (scaled + off * off);
            value += 0.5 * (FREEDOM + 1) * Math.log1p(off * off / scaled);
            score[i] -= weight * off;
            information[i * CorePolynomial.COUNT + i] += weight;
        }
        return value;
    }
}
