package org.fiducial.metrology.bead;

import java.util.Random;

/** A Gaussian bead in Poisson and read noise, drawn from the image formula that {@code GaussianParametersTest} proves. */
final class GaussianBead {

    private static final int SIZE = 21;

    private final double background;
    private final double peak;
    private final double[] covariance;

    /** Levels in electrons, covariance [3 * 3] in voxels². */
    GaussianBead(double background, double peak, double[] covariance) {
        this.background = background;
        this.peak = peak;
        this.covariance = covariance.clone();
    }

    /** A box of 21³ voxels with its first voxel at (5, 6, 7) and the bead at the given place of the box. */
    BeadVolume volume(NoiseModel noise, double[] at, Random random) {
        return volume(noise, at, random, BackgroundSlope.FLAT);
    }

    /** The same bead on a background that slopes through the middle of the box. */
    BeadVolume volume(NoiseModel noise, double[] at, Random random, BackgroundSlope slope) {
        GaussianParameters image = image(at);
        float[] counts = new float[SIZE * SIZE * SIZE];
        for (int i = 0; i < counts.length; i++) {
            int plane = i / (SIZE * SIZE);
            int row = i / SIZE % SIZE;
            int middle = SIZE / 2;
            double mean = image.electronsAt(i % SIZE - at[0], row - at[1], plane - at[2])
                    + slope.x() * (i % SIZE - middle)
                    + slope.y() * (row - middle)
                    + slope.z() * (plane - middle);
            double electrons = poisson(mean, random) + noise.readNoise() * random.nextGaussian();
            counts[i] = (float) Math.rint(electrons / noise.gain() + noise.offset());
        }
        return BeadVolume.of(counts, new int[] {SIZE, SIZE, SIZE}, new int[] {5, 6, 7});
    }

    private GaussianParameters image(double[] at) {
        double[] theta = new double[GaussianParameters.COUNT];
        theta[0] = background;
        System.arraycopy(at, 0, theta, GaussianParameters.CENTRE, 3);
        System.arraycopy(GaussianParameters.shapeOf(covariance), 0, theta, GaussianParameters.SHAPE, 6);
        theta[1] = Math.log(peak / new GaussianParameters(theta).amplitude());
        return new GaussianParameters(theta);
    }

    /** Knuth's product below 60, above it the normal approximation (skewness below 0.13, mean and variance exact). */
    private static double poisson(double mean, Random random) {
        if (mean > 60) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int n = 0;
        while (product > limit) {
            product *= random.nextDouble();
            n++;
        }
        return n;
    }
}
