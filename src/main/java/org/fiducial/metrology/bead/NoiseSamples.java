package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Levels and noise of many voxels.
 *
 * <p>Noise: threefold fourth differences d = [1, −4, 6, −4, 1] along x, y and z, which cancel what optics can draw. A
 * difference with weights w of voxels of variance v has the variance Σ w² v, so the level it belongs to is the mean of the
 * voxels with weights w². The variance of a class of voxels is median(d²) / (0.4549 Σ w²).
 */
final class NoiseSamples {

    private static final double[] DIFFERENCE = {1, -4, 6, -4, 1};
    private static final double[] SQUARE = {1, 16, 36, 16, 1};
    /** Σ w² of the threefold difference. */
    private static final double SQUARES = 70.0 * 70.0 * 70.0;
    /** Median of the square of a standard normal number. */
    private static final double MEDIAN_OF_SQUARE = 0.4549;

    private static final double DARK_SHARE = 0.33;
    private static final double WIDENING = 1.5;
    private static final int VOXELS_A_CLASS = 40;
    private static final int VOXELS_A_VOLUME = 12_000;

    /** {level, difference²} by level. */
    private final double[][] samples;

    private final double darkLevel;
    private final double darkVariance;

    private NoiseSamples(double[][] samples) {
        this.samples = samples;
        int dark = (int) (DARK_SHARE * samples.length);
        this.darkLevel = mean(0, dark);
        this.darkVariance = variance(0, dark);
    }

    /** The samples of these volumes, as far as they are five voxels wide along each axis. */
    static NoiseSamples of(List<BeadVolume> volumes) {
        List<double[]> all = new ArrayList<>();
        volumes.forEach(volume -> add(volume, all));
        all.sort((a, b) -> Double.compare(a[0], b[0]));
        return new NoiseSamples(all.toArray(new double[0][]));
    }

    /** Mean level of the darkest third [ADU]. */
    double darkLevel() {
        return darkLevel;
    }

    /** Variance of the darkest third [ADU²]. */
    double darkVariance() {
        return darkVariance;
    }

    /**
     * Variance over level [ADU], zero if it does not show: the weighted mean over the classes of brightness that agree with
     * the lowest, since what the differences do not cancel of an image only adds variance.
     */
    double slope() {
        return Math.max(0, common().value());
    }

    /** The slope less two of its standard errors. */
    double leastSlope() {
        return common().value() - 2 * common().error();
    }

    private Slope common() {
        List<Slope> slopes = slopes();
        double ceiling = slopes.stream()
                .mapToDouble(each -> each.value() + 2 * each.error())
                .min()
                .orElse(0);
        double sum = 0;
        double weights = 0;
        for (Slope each : slopes) {
            if (each.value() - 2 * each.error() <= ceiling) {
                double weight = 1 / (each.error() * each.error());
                sum += weight * each.value();
                weights += weight;
            }
        }
        return weights > 0 ? new Slope(sum / weights, 1 / Math.sqrt(weights)) : new Slope(0, 0);
    }

    /** Variance above the dark one over level above the dark one, with its standard error. */
    private record Slope(double value, double error) {}

    private List<Slope> slopes() {
        List<Slope> slopes = new ArrayList<>();
        int from = (int) (DARK_SHARE * samples.length);
        double step = Math.max(Math.sqrt(darkVariance), 1e-9);
        for (double above = step; from < samples.length; above *= WIDENING) {
            int to = from;
            while (to < samples.length && samples[to][0] < darkLevel + above * WIDENING) {
                to++;
            }
            double variance = variance(from, to);
            // The median of n squares of normal numbers scatters by about 2.4 / √n.
            double error = 2.4 * variance / Math.sqrt(Math.max(1, to - from));
            if (to - from >= VOXELS_A_CLASS && variance - darkVariance > 3 * error) {
                double level = mean(from, to) - darkLevel;
                slopes.add(new Slope((variance - darkVariance) / level, error / level));
            }
            from = to;
        }
        return slopes;
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += samples[i][0];
        }
        return to > from ? sum / (to - from) : 0;
    }

    private double variance(int from, int to) {
        if (to <= from) {
            return 0;
        }
        double[] squares = new double[to - from];
        for (int i = from; i < to; i++) {
            squares[i - from] = samples[i][1];
        }
        Arrays.sort(squares);
        return squares[squares.length / 2] / (MEDIAN_OF_SQUARE * SQUARES);
    }

    private static void add(BeadVolume volume, List<double[]> all) {
        int[] sizes = {volume.sizeX(), volume.sizeY(), volume.sizeZ()};
        double[] voxels = new double[volume.counts().length];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = volume.counts()[i];
        }
        double[] differences = filtered(voxels, sizes, DIFFERENCE);
        double[] levels = filtered(voxels, sizes, SQUARE);
        // Neighbouring differences share most of their voxels: every other one along x loses little.
        int stride = Math.max(2, voxels.length / VOXELS_A_VOLUME);
        for (int z = 2; z < sizes[2] - 2; z++) {
            for (int y = 2; y < sizes[1] - 2; y++) {
                for (int x = 2 + (y + z) % stride; x < sizes[0] - 2; x += stride) {
                    int at = (z * sizes[1] + y) * sizes[0] + x;
                    all.add(new double[] {levels[at] / SQUARES, differences[at] * differences[at]});
                }
            }
        }
    }

    /** The filter along all three axes; what lies within two voxels of the faces is left over. */
    private static double[] filtered(double[] voxels, int[] sizes, double[] weights) {
        double[] from = voxels;
        int stride = 1;
        for (int axis = 0; axis < 3; axis++) {
            double[] to = new double[from.length];
            for (int i = 2 * stride; i < from.length - 2 * stride; i++) {
                to[i] = weights[0] * from[i - 2 * stride]
                        + weights[1] * from[i - stride]
                        + weights[2] * from[i]
                        + weights[3] * from[i + stride]
                        + weights[4] * from[i + 2 * stride];
            }
            from = to;
            stride *= sizes[axis];
        }
        return from;
    }
}
