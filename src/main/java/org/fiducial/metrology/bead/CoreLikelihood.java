package org.fiducial.metrology.bead;

import java.util.Arrays;
import org.fiducial.metrology.numeric.LikelihoodModel;

/**
 * Shifted Poisson likelihood of the core of a bead under μ = b + exp(polynomial of fourth degree), with normal priors on
 * the cubic and quartic coefficients.
 *
 * <p>The core is every voxel with |u| ≤ reach in the scaled coordinates of {@link CorePolynomial}. As all derivatives of μ
 * are g times a monomial, only weighted moments of g up to the eighth degree are gathered.
 */
final class CoreLikelihood implements LikelihoodModel {

    private static final int P = CorePolynomial.COUNT;
    private static final int TOP = 2 * CorePolynomial.DEGREE;
    private static final int SIDE = TOP + 1;
    private static final int[] OWN = new int[P];
    private static final int[] PAIR = new int[P * P];

    static {
        for (int a = 0; a < P; a++) {
            int[] e = CorePolynomial.exponents(a);
            OWN[a] = index(e[0], e[1], e[2]);
            for (int b = 0; b < P; b++) {
                int[] f = CorePolynomial.exponents(b);
                PAIR[a * P + b] = index(e[0] + f[0], e[1] + f[1], e[2] + f[2]);
            }
        }
    }

    private final CoreRegion region;
    private final double background;
    private final double readVariance;
    private final CorePrior prior;

    private final double[] squares = new double[SIDE * SIDE * SIDE];
    private final double[] errors = new double[SIDE * SIDE * SIDE];
    private final double[] planeSquares = new double[SIDE * SIDE];
    private final double[] planeErrors = new double[SIDE * SIDE];
    private final double[] rowSquares = new double[SIDE];
    private final double[] rowErrors = new double[SIDE];
    private final double[] row = new double[CorePolynomial.DEGREE + 1];

    CoreLikelihood(CoreRegion region, double background, double readVariance, CorePrior prior) {
        this.region = region;
        this.background = background;
        this.readVariance = readVariance;
        this.prior = prior;
    }

    @Override
    public double evaluate(double[] theta, double[] information, double[] score) {
        Arrays.fill(squares, 0);
        Arrays.fill(errors, 0);
        double value = 0;
        int rows = region.rows();
        for (int i = 0; i < rows; ) {
            double z = region.z(i);
            Arrays.fill(planeSquares, 0);
            Arrays.fill(planeErrors, 0);
            for (; i < rows && region.z(i) == z; i++) {
                CorePolynomial.restrictToRow(theta, region.y(i), z, row);
                value += gatherRow(i);
                spread(region.y(i));
            }
            lift(z);
        }
        for (int a = 0; a < P; a++) {
            score[a] = errors[OWN[a]];
            for (int b = 0; b <= a; b++) {
                double moment = squares[PAIR[a * P + b]];
                information[a * P + b] = moment;
                information[b * P + a] = moment;
            }
        }
        return value + prior.add(theta, information, score);
    }

    @Override
    public double[] advance(double[] theta, double[] step) {
        double largest = 0;
        for (double each : step) {
            largest = Math.max(largest, Math.abs(each));
        }
        double shrink = largest > 0.5 ? 0.5 / largest : 1;
        double[] next = theta.clone();
        for (int i = 0; i < P; i++) {
            next[i] += shrink * step[i];
        }
        return next;
    }

    private double gatherRow(int i) {
        Arrays.fill(rowSquares, 0);
        Arrays.fill(rowErrors, 0);
        double value = 0;
        int from = region.from(i);
        int to = region.to(i);
        for (int at = from; at < to; at++) {
            double x = region.x(i, at);
            double g = Math.exp(row[0] + x * (row[1] + x * (row[2] + x * (row[3] + x * row[4]))));
            double mean = background + readVariance + g;
            double observed = region.electrons(at) + readVariance;
            value += mean - observed * Math.log(mean);
            double weight = 1 / mean;
            double square = g * g * weight;
            double error = (observed - mean) * g * weight;
            for (int k = 0; k <= TOP; k++) {
                rowSquares[k] += square;
                square *= x;
            }
            for (int k = 0; k <= CorePolynomial.DEGREE; k++) {
                rowErrors[k] += error;
                error *= x;
            }
        }
        return value;
    }

    private void spread(double y) {
        double power = 1;
        for (int j = 0; j <= TOP; j++) {
            for (int i = 0; i <= TOP - j; i++) {
                planeSquares[j * SIDE + i] += power * rowSquares[i];
            }
            for (int i = 0; i <= CorePolynomial.DEGREE - j; i++) {
                planeErrors[j * SIDE + i] += power * rowErrors[i];
            }
            power *= y;
        }
    }

    private void lift(double z) {
        double power = 1;
        for (int k = 0; k <= TOP; k++) {
            for (int j = 0; j <= TOP - k; j++) {
                for (int i = 0; i <= TOP - k - j; i++) {
                    squares[index(i, j, k)] += power * planeSquares[j * SIDE + i];
                }
                for (int i = 0; i <= CorePolynomial.DEGREE - k - j; i++) {
                    errors[index(i, j, k)] += power * planeErrors[j * SIDE + i];
                }
            }
            power *= z;
        }
    }

    private static int index(int x, int y, int z) {
        return (z * SIDE + y) * SIDE + x;
    }
}
