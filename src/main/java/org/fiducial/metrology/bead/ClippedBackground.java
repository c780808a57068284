package org.fiducial.metrology.bead;

import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.numeric.NormalDistribution;

/**
 * The background of a detector whose offset is set so low that the dark is cut off at zero counts.
 *
 * <p>The mean of what is left is too high. The share of zeros is not: with photons k and threshold t = (½ − offset)·gain,
 * P(0) = Σ Poisson(k; b) Φ((t − k)/r), which falls as b grows and is solved for b. Needs a stated gain, offset and read
 * noise r.
 */
final class ClippedBackground {

    /** Below this share of zeros the mean is hardly touched, above the other one zeros tell nothing any more. */
    private static final double FEWEST_ZEROS = 0.1;

    private static final double MOST_ZEROS = 0.995;
    private static final double LEAST_READ_NOISE = 0.01;

    private final double threshold;
    private final double readNoise;

    ClippedBackground(NoiseModel noise) {
        this.threshold = (0.5 - noise.offset()) * noise.gain();
        this.readNoise = Math.max(LEAST_READ_NOISE, noise.readNoise());
    }

    static boolean applies(NoiseModel noise, double shareOfZeros) {
        return noise.knowledge() == NoiseModel.Knowledge.STATED
                && shareOfZeros > FEWEST_ZEROS
                && shareOfZeros < MOST_ZEROS;
    }

    /** The background at which this share of so many voxels is zero [e⁻]; at least 0. */
    Estimate solve(double shareOfZeros, int voxels) {
        double low = 0;
        double high = 1;
        while (zeros(high) > shareOfZeros) {
            high *= 2;
        }
        for (int i = 0; i < 50; i++) {
            double middle = 0.5 * (low + high);
            if (zeros(middle) > shareOfZeros) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double background = 0.5 * (low + high);
        double slope = (zeros(background) - zeros(background + 1e-3)) / 1e-3;
        double u = Math.sqrt(shareOfZeros * (1 - shareOfZeros) / voxels) / Math.max(slope, 1e-6);
        return new Estimate(background, u);
    }

    /** P(0) at a background. */
    private double zeros(double background) {
        double last = threshold + 6 * readNoise;
        double probability = Math.exp(-background);
        double sum = 0;
        for (int k = 0; k <= last; k++) {
            sum += probability * NormalDistribution.cumulative((threshold - k) / readNoise);
            probability *= background / (k + 1);
        }
        return sum;
    }
}
