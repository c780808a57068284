package org.fiducial.metrology.bead;

/**
 * Uncertainties of half maxima of a fitted core.
 *
 * <p>With E the fitted exponent, p the peak and h a half maximum along an axis, E(h) − E(p) = −ln 2 stays true when the
 * coefficients move by dθ: dh = −(m(h) − m(p))·dθ/E′(h), m being the monomials. A background higher by δ lowers the image
 * everywhere by δ: dh = δ/(A·E′(h)) with the peak A.
 */
final class CoreUncertainty {

    private final CoreModel model;
    private final double[] covariance;
    private final double spread;
    private final double relativeBackgroundU;

    CoreUncertainty(CoreModel model, double[] covariance, double spread, double relativeBackgroundU) {
        this.model = model;
        this.covariance = covariance;
        this.spread = spread;
        this.relativeBackgroundU = relativeBackgroundU;
    }

    /** Of the full width along an axis, scaled units. */
    double ofWidth(double[] peak, int axis, double[] sides) {
        double[] gradient = combined(peak, axis, sides, 1, 1);
        double slopes = 1 / Math.abs(slopeAt(peak, axis, -sides[0])) + 1 / Math.abs(slopeAt(peak, axis, sides[1]));
        return Math.hypot(Math.sqrt(variance(gradient)), relativeBackgroundU * slopes);
    }

    /** Of the ratio of the half widths along z. */
    double ofAsymmetry(double[] peak, double[] sides) {
        double ratio = sides[1] / sides[0];
        return ratio * Math.sqrt(variance(combined(peak, 2, sides, -1 / sides[0], 1 / sides[1])));
    }

    double ofLogPeak(double[] peak) {
        return Math.sqrt(variance(CorePolynomial.terms(peak)));
    }

    /** Gradient of low·(lower half width) + high·(upper half width). */
    private double[] combined(double[] peak, int axis, double[] sides, double low, double high) {
        double[] atPeak = CorePolynomial.terms(peak);
        double[] atLow = CorePolynomial.terms(along(peak, axis, -sides[0]));
        double[] atHigh = CorePolynomial.terms(along(peak, axis, sides[1]));
        double lowFactor = low / Math.abs(slopeAt(peak, axis, -sides[0]));
        double highFactor = high / Math.abs(slopeAt(peak, axis, sides[1]));
        double[] gradient = new double[CorePolynomial.COUNT];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = lowFactor * (atLow[i] - atPeak[i]) + highFactor * (atHigh[i] - atPeak[i]);
        }
        return gradient;
    }

    private double slopeAt(double[] peak, int axis, double distance) {
        double slope = model.slope(along(peak, axis, distance), axis);
        // A flank flatter than this has no meaningful half maximum; the uncertainty is then merely large.
        return Math.abs(slope) < 0.05 ? 0.05 : slope;
    }

    private static double[] along(double[] from, int axis, double distance) {
        double[] to = from.clone();
        to[axis] += distance;
        return to;
    }

    private double variance(double[] gradient) {
        int p = gradient.length;
        double sum = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                sum += gradient[i] * covariance[i * p + j] * gradient[j];
            }
        }
        return spread * Math.max(0, sum);
    }
}
