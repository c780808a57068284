package org.fiducial.metrology.bead;

import java.util.Arrays;
import org.fiducial.metrology.numeric.LikelihoodModel;

/**
 * Shifted Poisson likelihood of a box of voxels under {@link GaussianParameters}: n + r² ~ Poisson(μ + r²).
 *
 * <p>−ln L = Σ (μ + r²) − (n + r²) ln(μ + r²). The score is linear in n, so it stays unbiased for voxels that read noise
 * pushed below zero. Every derivative of μ by a shape parameter is g(d) times a polynomial of second degree in d, hence
 * all sums are weighted moments of g: along a row only Σ w g² xᵏ (k ≤ 4), Σ w g xᵏ and Σ w g (n − μ) xᵏ (k ≤ 2) are
 * gathered and spread over the powers of y and z afterwards. The Gaussian itself advances along a row by
 * g(x+1) = g(x) r(x), r(x+1) = r(x) exp(−P_xx): no exponential per voxel. The derivative of the small pixel factor k is
 * left out of the score's weights, which leaves the estimate consistent.
 */
final class GaussianLikelihood implements LikelihoodModel {

    private static final int P = GaussianParameters.COUNT;
    /** A background of zero is legitimate, but the logarithm needs μ + r² above it [e⁻]. */
    private static final double LOWEST_BACKGROUND = 1e-3;
    /** A sloping background is not followed below this share of its level in the middle. */
    private static final double LOWEST_SHARE = 0.05;
    /** Exponents (x, y, z) of the ten monomials of the exponent. */
    private static final int[][] MONOMIALS = {
        {0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {1, 1, 0}, {1, 0, 1}, {0, 1, 1}
    };

    private final VoxelBox box;
    private final BackgroundSlope slope;
    private final double[] electrons;
    private final double readVariance;
    private final double lowestBackground;

    // Moments up to fourth degree of w g², up to second of w g and of w g (n - μ); index (z * 5 + y) * 5 + x.
    private final double[] squares = new double[125];
    private final double[] values = new double[125];
    private final double[] residuals = new double[125];
    private final double[] planeSquares = new double[25];
    private final double[] planeValues = new double[25];
    private final double[] planeResiduals = new double[25];
    private final double[] row = new double[11];
    private final double[] image;
    private final double[] weights;
    private final double[] errors;
    private double sumWeights;
    private double sumResiduals;

    GaussianLikelihood(VoxelBox box, double[] electrons, double readVariance, BackgroundSlope slope) {
        this.box = box;
        this.slope = slope;
        this.electrons = electrons;
        this.readVariance = readVariance;
        this.lowestBackground = LOWEST_BACKGROUND - 0.9 * readVariance;
        this.image = new double[box.sizeX()];
        this.weights = new double[box.sizeX()];
        this.errors = new double[box.sizeX()];
    }

    @Override
    public double evaluate(double[] theta, double[] information, double[] score) {
        GaussianParameters at = new GaussianParameters(theta);
        double value = gather(at);
        if (Double.isFinite(value)) {
            assemble(at.exponentDerivatives(), information, score);
            holdBackground(theta, information, score);
        }
        return value;
    }

    @Override
    public double[] advance(double[] theta, double[] step) {
        double shrink = 1;
        for (int i = 0; i < P; i++) {
            shrink = Math.min(shrink, bound(i, theta) / Math.abs(step[i]));
        }
        double[] next = theta.clone();
        for (int i = 0; i < P; i++) {
            next[i] += shrink * step[i];
        }
        next[0] = Math.max(next[0], lowestBackground);
        return next;
    }

    /** At its lowest legitimate value, with the data asking for less, the background is no parameter any more. */
    private void holdBackground(double[] theta, double[] information, double[] score) {
        if (theta[0] > lowestBackground || score[0] > 0) {
            return;
        }
        score[0] = 0;
        for (int i = 1; i < P; i++) {
            information[i] = 0;
            information[i * P] = 0;
        }
    }

    /** The longest sensible step of a parameter: half a width, two pixels, a factor e. */
    private static double bound(int parameter, double[] theta) {
        return switch (parameter) {
            case 0 -> Double.POSITIVE_INFINITY;
            case 1 -> 1;
            case 2, 3, 4 -> 2;
            case 5, 7, 10 -> 0.5;
            case 6 -> 0.5 * Math.exp(theta[5]) + 0.5 * Math.exp(theta[7]);
            default -> 0.5 * Math.exp(theta[10]) + 0.5;
        };
    }

    private double gather(GaussianParameters at) {
        Arrays.fill(squares, 0);
        Arrays.fill(values, 0);
        Arrays.fill(residuals, 0);
        sumWeights = 0;
        sumResiduals = 0;
        double value = 0;
        int from = 0;
        for (int z = 0; z < box.sizeZ(); z++) {
            double dz = z - at.centre(2);
            Arrays.fill(planeSquares, 0);
            Arrays.fill(planeValues, 0);
            Arrays.fill(planeResiduals, 0);
            for (int y = 0; y < box.sizeY(); y++) {
                double dy = y - at.centre(1);
                value += gatherRow(at, from, dy, dz);
                from += box.sizeX();
                spread(row, 0, 4, dy, 1, planeSquares);
                spread(row, 5, 2, dy, 1, planeValues);
                spread(row, 8, 2, dy, 1, planeResiduals);
            }
            lift(planeSquares, 4, dz, squares);
            lift(planeValues, 2, dz, values);
            lift(planeResiduals, 2, dz, residuals);
        }
        return value;
    }

    /** Adds row moments times powers of y: to[j * 5 + i] += yʲ · row[i], i + j ≤ degree. */
    private static void spread(double[] row, int offset, int degree, double y, double first, double[] to) {
        double power = first;
        for (int j = 0; j <= degree; j++) {
            for (int i = 0; i <= degree - j; i++) {
                to[j * 5 + i] += power * row[offset + i];
            }
            power *= y;
        }
    }

    /** Adds plane moments times powers of z. */
    private static void lift(double[] plane, int degree, double z, double[] to) {
        double power = 1;
        for (int k = 0; k <= degree; k++) {
            for (int j = 0; j <= degree - k; j++) {
                for (int i = 0; i <= degree - k - j; i++) {
                    to[(k * 5 + j) * 5 + i] += power * plane[j * 5 + i];
                }
            }
            power *= z;
        }
    }

    /** Gathers one row of voxels into {@link #row}; returns its share of −ln L. */
    private double gatherRow(GaussianParameters at, int from, double dy, double dz) {
        double pxx = at.precision(0, 0);
        double pxy = at.precision(0, 1);
        double pyy = at.precision(1, 1);
        double dx = -at.centre(0);
        double wx = pxx * dx + pxy * dy + at.precision(0, 2) * dz;
        double wy = pxy * dx + pyy * dy + at.precision(1, 2) * dz;
        double wz = at.precision(0, 2) * dx + at.precision(1, 2) * dy + at.precision(2, 2) * dz;
        double constant = 1 - GaussianParameters.FOURTH_CUMULANT * 3 * (pxx * pxx + pyy * pyy);
        double g = at.sampledAmplitude() * Math.exp(-0.5 * (dx * wx + dy * wy + dz * wz));
        double ratio = Math.exp(-wx - 0.5 * pxx);
        double decay = Math.exp(-pxx);
        int rows = from / box.sizeX();
        double level = at.background() + readVariance;
        int plane = rows / box.sizeY();
        double base = level + slope.at(box, 0, rows - plane * box.sizeY(), plane);
        double lowest = LOWEST_SHARE * level;
        double value = 0;
        for (int x = 0; x < box.sizeX(); x++) {
            double wx2 = wx * wx;
            double wy2 = wy * wy;
            double h4 = wx2 * (wx2 - 6 * pxx) + wy2 * (wy2 - 6 * pyy);
            double signal = g * (constant - GaussianParameters.FOURTH_CUMULANT * h4);
            double mean = Math.max(lowest, base) + signal;
            double observed = electrons[from + x] + readVariance;
            value += mean - observed * Math.log(mean);
            double weight = 1 / mean;
            image[x] = signal;
            weights[x] = weight;
            errors[x] = (observed - mean) * weight;
            g *= ratio;
            ratio *= decay;
            wx += pxx;
            wy += pxy;
            base += slope.x();
        }
        gatherMoments(-at.centre(0));
        return value;
    }

    /** Sums the row's weighted powers of dx, which starts at the first voxel and grows by one. */
    private void gatherMoments(double first) {
        Arrays.fill(row, 0);
        double dx = first;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        for (int x = 0; x < box.sizeX(); x++) {
            double wg = image[x] * weights[x];
            double re = image[x] * errors[x];
            double t = image[x] * wg;
            sumWeights += weights[x];
            sumResiduals += errors[x];
            row[5] += wg;
            row[6] += wg * dx;
            row[7] += wg * dx * dx;
            row[8] += re;
            row[9] += re * dx;
            row[10] += re * dx * dx;
            s0 += t;
            t *= dx;
            s1 += t;
            t *= dx;
            s2 += t;
            t *= dx;
            s3 += t;
            s4 += t * dx;
            dx += 1;
        }
        row[0] = s0;
        row[1] = s1;
        row[2] = s2;
        row[3] = s3;
        row[4] = s4;
    }

    /** Turns the moments into information and score of theta: Tᵀ M T, with the background beside it. */
    private void assemble(double[] t, double[] information, double[] score) {
        double[] mt = new double[100];
        double[] crossed = new double[10];
        double[] slope = new double[10];
        for (int a = 0; a < 10; a++) {
            int[] first = MONOMIALS[a];
            int index = index(first[0], first[1], first[2]);
            for (int column = 0; column < 10; column++) {
                crossed[column] += values[index] * t[a * 10 + column];
                slope[column] += residuals[index] * t[a * 10 + column];
            }
            for (int b = 0; b < 10; b++) {
                int[] second = MONOMIALS[b];
                double moment = squares[index(first[0] + second[0], first[1] + second[1], first[2] + second[2])];
                for (int column = 0; column < 10; column++) {
                    mt[a * 10 + column] += moment * t[b * 10 + column];
                }
            }
        }
        information[0] = sumWeights;
        score[0] = sumResiduals;
        for (int i = 0; i < 10; i++) {
            information[i + 1] = crossed[i];
            information[(i + 1) * P] = crossed[i];
            score[i + 1] = slope[i];
            for (int j = 0; j < 10; j++) {
                double sum = 0;
                for (int a = 0; a < 10; a++) {
                    sum += t[a * 10 + i] * mt[a * 10 + j];
                }
                information[(i + 1) * P + j + 1] = sum;
            }
        }
    }

    private static int index(int x, int y, int z) {
        return (z * 5 + y) * 5 + x;
    }
}
