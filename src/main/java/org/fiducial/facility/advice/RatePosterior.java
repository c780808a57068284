package org.fiducial.facility.advice;

import org.fiducial.metrology.numeric.Bisection;

/**
 * What is believed of a rate λ of failures after observations: the density is that of a {@link GammaRate} times the likelihood.
 * Without bad checks it is Gamma(a + r, b + Σ t) exactly; else it is integrated over x = ln λ, in which its logarithm is concave.
 *
 * <p>Accuracy: quantiles true to 10⁻⁵ of the rate. What lies where the density is below e^−25 of its greatest is left out.
 */
public final class RatePosterior {

    private static final int CELLS = 200;
    private static final double LEFT_OUT = 25;
    private static final double FARTHEST = 700;

    private final double shape;
    private final double months;
    private final RateLikelihood likelihood;
    private final double most;
    private final double first;
    private final double width;
    /** The integral up to each node, and the density there; both in units of the greatest density. */
    private final double[] below = new double[CELLS + 1];

    private final double[] density = new double[CELLS + 1];

    /**
     * The belief after observations.
     *
     * @param shape a of the belief before
     * @param months b of it; may be 0 where something lasted
     */
    RatePosterior(double shape, double months, RateLikelihood likelihood) {
        this.shape = shape;
        this.months = months;
        this.likelihood = likelihood;
        double failures = shape + likelihood.failures();
        double lasted = months + likelihood.lasted();
        double mode = Bisection.ofFalling(
                this::slope,
                Math.log((shape + likelihood.reported()) / lasted) - 1e-9,
                Math.log(failures / lasted) + 1e-9);
        this.most = log(mode);
        this.first = Bisection.ofRising(x -> log(x) - most + LEFT_OUT, mode - FARTHEST, mode);
        double last = Bisection.ofFalling(x -> log(x) - most + LEFT_OUT, mode, mode + FARTHEST);
        this.width = (last - first) / CELLS;
        integrate();
    }

    /** ln of the density of x = ln λ, without constants. */
    private double log(double x) {
        double rate = Math.exp(x);
        return shape * x - months * rate + likelihood.log(rate);
    }

    private double slope(double x) {
        double rate = Math.exp(x);
        return shape - months * rate + likelihood.slope(rate);
    }

    /** The trapezoidal rule with the correction of Euler and Maclaurin for the slopes at both ends of a cell. */
    private void integrate() {
        double slopeBefore = 0;
        for (int i = 0; i <= CELLS; i++) {
            double x = first + i * width;
            double rate = Math.exp(x);
            double[] seen = likelihood.logAndSlope(rate);
            density[i] = Math.exp(shape * x - months * rate + seen[0] - most);
            double slopeHere = density[i] * (shape - months * rate + seen[1]);
            if (i > 0) {
                double area =
                        width * (density[i - 1] + density[i]) / 2 + width * width * (slopeBefore - slopeHere) / 12;
                below[i] = below[i - 1] + Math.max(0, area);
            }
            slopeBefore = slopeHere;
        }
    }

    /** The rate that is believed to be larger than the true one with a probability p in (0, 1) [1/month]. */
    public double quantile(double p) {
        double wanted = p * below[CELLS];
        int cell = 0;
        while (cell < CELLS - 1 && below[cell + 1] < wanted) {
            cell++;
        }
        int in = cell;
        double share = Bisection.ofRising(s -> cubic(in, s) - wanted, 0, 1);
        return Math.exp(first + (cell + share) * width);
    }

    /** The integral up to a share of a cell, by the cubic that has its ends and their slopes. */
    private double cubic(int cell, double s) {
        double from = below[cell];
        double rise = below[cell + 1] - from;
        double slopeFrom = width * density[cell];
        double slopeTo = width * density[cell + 1];
        return from + s * (slopeFrom + s * (3 * rise - 2 * slopeFrom - slopeTo + s * (slopeFrom + slopeTo - 2 * rise)));
    }

    /** The mean rate [1/month]. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i <= CELLS; i++) {
            sum += density[i] * Math.exp(first + i * width);
        }
        return sum * width / below[CELLS];
    }
}
