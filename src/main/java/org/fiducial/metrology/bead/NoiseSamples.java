package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fiducial.metrology.numeric.OrderStatistics;

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

    private final Samples bright;
    private final double darkLevel;
    private final double darkVariance;

    private NoiseSamples(Samples dark, Samples bright) {
        this.bright = bright;
        this.darkLevel = dark.meanLevel();
        this.darkVariance = dark.variance();
    }

    /** The samples of these volumes, as far as they are five voxels wide along each axis. */
    static NoiseSamples of(List<BeadVolume> volumes) {
        Samples[] each = new Samples[volumes.size()];
        IntStream.range(0, each.length).parallel().forEach(i -> each[i] = samples(volumes.get(i)));
        Samples all = Samples.together(each);
        int count = (int) (DARK_SHARE * all.count);
        Samples dark = new Samples(count);
        Samples bright = new Samples(all.count - count);
        if (count == 0) {
            return new NoiseSamples(dark, all);
        }
        double brightest = OrderStatistics.select(Arrays.copyOf(all.levels, all.count), all.count, count - 1);
        int below = 0;
        for (int i = 0; i < all.count; i++) {
            below += all.levels[i] < brightest ? 1 : 0;
        }
        // Of the samples that share the level of the boundary, the first ones count as dark.
        int atBoundary = count - below;
        for (int i = 0; i < all.count; i++) {
            boolean isDark = all.levels[i] < brightest || (all.levels[i] == brightest && atBoundary-- > 0);
            (isDark ? dark : bright).add(all.levels[i], all.squares[i]);
        }
        return new NoiseSamples(dark, bright);
    }

    /** Levels and squared differences, side by side. */
    private static final class Samples {

        private final double[] levels;
        private final double[] squares;
        private int count;

        Samples(int room) {
            this.levels = new double[room];
            this.squares = new double[room];
        }

        static Samples together(Samples[] parts) {
            Samples all = new Samples(
                    Arrays.stream(parts).mapToInt(part -> part.count).sum());
            for (Samples part : parts) {
                System.arraycopy(part.levels, 0, all.levels, all.count, part.count);
                System.arraycopy(part.squares, 0, all.squares, all.count, part.count);
                all.count += part.count;
            }
            return all;
        }

        void add(double level, double square) {
            levels[count] = level;
            squares[count++] = square;
        }

        double meanLevel() {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += levels[i];
            }
            return count > 0 ? sum / count : 0;
        }

        double variance() {
            if (count == 0) {
                return 0;
            }
            return OrderStatistics.select(squares, count, count / 2) / (MEDIAN_OF_SQUARE * SQUARES);
        }
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
        for (Samples each : classes()) {
            double variance = each.variance();
            // The median of n squares of normal numbers scatters by about 2.4 / √n.
            double error = 2.4 * variance / Math.sqrt(Math.max(1, each.count));
            if (each.count >= VOXELS_A_CLASS && variance - darkVariance > 3 * error) {
                double level = each.meanLevel() - darkLevel;
                slopes.add(new Slope((variance - darkVariance) / level, error / level));
            }
        }
        return slopes;
    }

    /** The brighter samples in classes of level, each of which ends {@link #WIDENING} times further above the dark level. */
    private List<Samples> classes() {
        double highest = 0;
        for (int i = 0; i < bright.count; i++) {
            highest = Math.max(highest, bright.levels[i] - darkLevel);
        }
        List<Double> ends = new ArrayList<>();
        double end = Math.max(Math.sqrt(darkVariance), 1e-9) * WIDENING;
        for (; end <= highest; end *= WIDENING) {
            ends.add(end);
        }
        ends.add(end);
        double[] bounds = ends.stream().mapToDouble(above -> darkLevel + above).toArray();
        int[] members = new int[bounds.length];
        int[] classOf = new int[bright.count];
        for (int i = 0; i < bright.count; i++) {
            classOf[i] = classOf(bright.levels[i], bounds);
            members[classOf[i]]++;
        }
        List<Samples> classes = Arrays.stream(members).mapToObj(Samples::new).toList();
        for (int i = 0; i < bright.count; i++) {
            classes.get(classOf[i]).add(bright.levels[i], bright.squares[i]);
        }
        return classes;
    }

    /** The first class whose end lies above the level. */
    private static int classOf(double level, double[] bounds) {
        int at = 0;
        while (at < bounds.length - 1 && level >= bounds[at]) {
            at++;
        }
        return at;
    }

    private static Samples samples(BeadVolume volume) {
        int[] sizes = {volume.sizeX(), volume.sizeY(), volume.sizeZ()};
        double[] voxels = new double[volume.counts().length];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = volume.counts()[i];
        }
        double[] differences = filtered(voxels, sizes, DIFFERENCE);
        double[] levels = filtered(voxels, sizes, SQUARE);
        // Neighbouring differences share most of their voxels: every other one along x loses little.
        int stride = Math.max(2, voxels.length / VOXELS_A_VOLUME);
        Samples samples = new Samples(voxels.length / stride + sizes[1] * sizes[2]);
        for (int z = 2; z < sizes[2] - 2; z++) {
            for (int y = 2; y < sizes[1] - 2; y++) {
                for (int x = 2 + (y + z) % stride; x < sizes[0] - 2; x += stride) {
                    int at = (z * sizes[1] + y) * sizes[0] + x;
                    samples.add(levels[at] / SQUARES, differences[at] * differences[at]);
                }
            }
        }
        return samples;
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
