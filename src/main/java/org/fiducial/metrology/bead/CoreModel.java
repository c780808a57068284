package org.fiducial.metrology.bead;

import java.util.OptionalDouble;

/**
 * The fitted core of a bead as a continuous image: exp(polynomial) is what pixels integrate, from which the integration is
 * removed again.
 *
 * <p>A pixel's mean of f is g = f + ∇²f/24 + (f_xxxx + f_yyyy)/1920 + f_xxyy/576 + …, with ∇² across x and y in pixels;
 * inverted, f = g − ∇²g/24 + 7(g_xxxx + g_yyyy)/5760 + g_xxyy/576. At a FWHM of 2.4 pixels the terms left out are below
 * 2e-4 of the peak.
 */
final class CoreModel {

    /** Step of the differences [pixels]. */
    private static final double H = 0.4;

    private static final double H2 = H * H;
    /** Beyond this distance from the peak, in σ, the polynomial is not trusted to find a half maximum. */
    private static final double FARTHEST = 2.5;

    private static final double STRIDE = 0.15;

    private final double[] theta;
    private final CoreRegion.Frame frame;
    private final double hx;
    private final double hy;

    CoreModel(double[] theta, CoreRegion.Frame frame) {
        this.theta = theta.clone();
        this.frame = frame;
        this.hx = H / frame.scale().x();
        this.hy = H / frame.scale().y();
    }

    CoreRegion.Frame frame() {
        return frame;
    }

    /** ln of the pixel-integrated image at a point in scaled coordinates. */
    double log(double x, double y, double z) {
        return CorePolynomial.value(theta, x, y, z);
    }

    private double[] row(double y, double z) {
        double[] row = new double[CorePolynomial.DEGREE + 1];
        CorePolynomial.restrictToRow(theta, y, z, row);
        return row;
    }

    private static double g(double[] row, double x) {
        return Math.exp(CorePolynomial.alongRow(row, x));
    }

    /** The image without pixel integration [e⁻ above background]. */
    double intensity(double[] u) {
        double x = u[0];
        double y = u[1];
        double z = u[2];
        double[] row = row(y, z);
        double[] lower = row(y - hy, z);
        double[] upper = row(y + hy, z);
        double c = g(row, x);
        double left = g(row, x - hx);
        double right = g(row, x + hx);
        double down = g(lower, x);
        double up = g(upper, x);
        double xx = left - 2 * c + right;
        double yy = down - 2 * c + up;
        double x4 = g(row, x - 2 * hx) - 4 * left + 6 * c - 4 * right + g(row, x + 2 * hx);
        double y4 = g(row(y - 2 * hy, z), x) - 4 * down + 6 * c - 4 * up + g(row(y + 2 * hy, z), x);
        double corners = g(lower, x - hx) + g(lower, x + hx) + g(upper, x - hx) + g(upper, x + hx);
        double xxyy = corners - 2 * (left + right + down + up) + 4 * c;
        // Differences have errors of their own, ∂²f·h²/12 in f_xx, taken out of the fourth derivatives.
        double fourth = 7.0 / 5760 + H2 / 288;
        return c - (xx + yy) / H2 / 24 + (fourth * (x4 + y4) + xxyy / 576) / (H2 * H2);
    }

    /** The brightest point near the centre, scaled coordinates; Newton on the polynomial, kept within one σ. */
    double[] peak() {
        double[] u = {0, 0, 0};
        double h = 0.05;
        for (int round = 0; round < 12; round++) {
            double largest = 0;
            for (int axis = 0; axis < 3; axis++) {
                double[] e = {axis == 0 ? h : 0, axis == 1 ? h : 0, axis == 2 ? h : 0};
                double centre = log(u[0], u[1], u[2]);
                double ahead = log(u[0] + e[0], u[1] + e[1], u[2] + e[2]);
                double behind = log(u[0] - e[0], u[1] - e[1], u[2] - e[2]);
                double slope = (ahead - behind) / (2 * h);
                double bend = (ahead - 2 * centre + behind) / (h * h);
                double step = bend < -0.1 ? -slope / bend : Math.signum(slope) * 0.2;
                double next = Math.max(-1, Math.min(1, u[axis] + Math.max(-0.3, Math.min(0.3, step))));
                largest = Math.max(largest, Math.abs(next - u[axis]));
                u[axis] = next;
            }
            if (largest < 1e-4) {
                break;
            }
        }
        return u;
    }

    /** Distance, in scaled units, from a point along an axis to where the image first falls to the given level. */
    OptionalDouble distanceTo(double level, double[] from, int axis, int direction) {
        double[] u = from.clone();
        double inside = 0;
        double above = intensity(u) - level;
        for (double out = STRIDE; out <= FARTHEST; out += STRIDE) {
            u[axis] = from[axis] + direction * out;
            double below = intensity(u) - level;
            if (below < 0) {
                return OptionalDouble.of(refine(new Bracket(inside, above, out, below), level, from, axis, direction));
            }
            inside = out;
            above = below;
        }
        return OptionalDouble.empty();
    }

    /** An interval with the excess over the level at its ends. */
    private record Bracket(double inside, double above, double outside, double below) {}

    private double refine(Bracket bracket, double level, double[] from, int axis, int direction) {
        double[] u = from.clone();
        double inside = bracket.inside();
        double above = bracket.above();
        double outside = bracket.outside();
        double below = bracket.below();
        double middle = inside;
        for (int i = 0; i < 6; i++) {
            middle = inside + (outside - inside) * above / (above - below);
            u[axis] = from[axis] + direction * middle;
            double excess = intensity(u) - level;
            if (Math.abs(excess) < 1e-5 * level) {
                break;
            }
            if (excess > 0) {
                inside = middle;
                above = excess;
            } else {
                outside = middle;
                below = excess;
            }
        }
        return middle;
    }

    /** Slope of the logarithm along an axis. */
    double slope(double[] u, int axis) {
        double h = 0.02;
        double[] ahead = u.clone();
        double[] behind = u.clone();
        ahead[axis] += h;
        behind[axis] -= h;
        return (log(ahead[0], ahead[1], ahead[2]) - log(behind[0], behind[1], behind[2])) / (2 * h);
    }

    /** A point of scaled coordinates as a position in the stack. */
    Position position(double[] u) {
        return new Position(
                frame.centre().x() + u[0] * frame.scale().x(),
                frame.centre().y() + u[1] * frame.scale().y(),
                frame.centre().z() + u[2] * frame.scale().z());
    }
}
