package org.fiducial.metrology.bead;

import org.fiducial.metrology.numeric.LikelihoodModel;

/**
 * What is known of the cubic and quartic coefficients of a bead's core before its photons are counted.
 *
 * <p>Each has a Student distribution with three degrees of freedom round the value of a diffraction image: narrow where a
 * few photons say nothing, with tails that let many photons move it anywhere. The centres follow from ln (2J₁(v)/v)² =
 * −v²/4 − v⁴/192 across the axis, which is −u⁴/48 in units of its σ, and ln sinc² = −w²/3 − w⁴/90 along it, −u⁴/40; the
 * mixed term from scalar Debye images at NA 0.8 to 1.4. Widefield and confocal images, and those of beads up to 0.8 FWHM,
 * lie within 0.01 of each centre.
 */
final class CorePrior {

    private static final double FREEDOM = 3;
    private static final int FIRST = 10;
    private static final double LATERAL = -0.026;
    private static final double AXIAL = -0.022;
    private static final double MIXED = 0.02;

    private final double[] centre = new double[CorePolynomial.COUNT];
    private final double cubicSd;
    private final double quarticSd;

    CorePrior(double cubicSd, double quarticSd) {
        this.cubicSd = cubicSd;
        this.quarticSd = quarticSd;
        centre[CorePolynomial.term(4, 0, 0)] = LATERAL;
        centre[CorePolynomial.term(0, 4, 0)] = LATERAL;
        centre[CorePolynomial.term(2, 2, 0)] = 2 * LATERAL;
        centre[CorePolynomial.term(0, 0, 4)] = AXIAL;
        centre[CorePolynomial.term(2, 0, 2)] = MIXED;
        centre[CorePolynomial.term(0, 2, 2)] = MIXED;
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
            double sd = CorePolynomial.degree(i) == 3 ? cubicSd : quarticSd;
            double scaled = FREEDOM * sd * sd;
            double off = theta[i] - centre[i];
            double weight = (FREEDOM + 1) / (scaled + off * off);
            value += 0.5 * (FREEDOM + 1) * Math.log1p(off * off / scaled);
            score[i] -= weight * off;
            information[i * CorePolynomial.COUNT + i] += weight;
        }
        return value;
    }
}
