package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The noise model of a channel: what is stated, the rest from the voxels round the beads.
 *
 * <p>Variance against level, v = v_b + s (m − m_b): v_b and m_b from the surroundings of the beads; the slope s = 1/gain from
 * threefold second differences (along x, y and z) inside the beads, which cancel a smooth image to sixth order. A term
 * quadratic in the level takes up what they do not cancel. Good for weights within about 30 %, not for photon numbers; excess
 * noise of a photomultiplier is absorbed in the gain.
 */
final class NoiseEstimate {

    /** Variance of the threefold second difference [1, −2, 1]³ of independent voxels of unit variance. */
    private static final double DIFFERENCE_VARIANCE = 6.0 * 6.0 * 6.0;

    private static final int LEVELS = 10;
    private static final int VOXELS_A_LEVEL = 12;
    private static final int BEADS = 60;
    /** Median of the square of a standard normal number. */
    private static final double MEDIAN_OF_SQUARE = 0.4549;

    private final BeadSearch.StatedNoise stated;
    private final boolean unsigned;

    NoiseEstimate(BeadSearch.StatedNoise stated, boolean unsigned) {
        this.stated = stated;
        this.unsigned = unsigned;
    }

    /** The noise model from the probes of a field; without any probe, that of a photon counter. */
    NoiseModel of(List<BeadProbe> probes) {
        double level = median(probes.stream()
                .mapToDouble(probe -> probe.levels().background())
                .toArray());
        double variance = median(probes.stream()
                .mapToDouble(probe -> probe.levels().noise() * probe.levels().noise())
                .toArray());
        double gain = stated.gain().orElseGet(() -> gain(probes, level, variance));
        double offset = stated.offset().orElseGet(() -> offset(level, variance, gain));
        double readVariance = gain * gain * variance - gain * (level - offset);
        double readNoise = stated.readNoise().orElseGet(() -> Math.sqrt(Math.max(0, readVariance)));
        boolean known = stated.gain().isPresent() && stated.offset().isPresent();
        return new NoiseModel(
                gain, offset, readNoise, known ? NoiseModel.Knowledge.STATED : NoiseModel.Knowledge.ESTIMATED);
    }

    /** Where the background would hold no light if its noise were that of counting, besides a stated read noise. */
    private double offset(double level, double variance, double gain) {
        double read = stated.readNoise().orElse(0.0);
        double light = Math.max(0, gain * variance - read * read / gain);
        double offset = level - light;
        return unsigned ? Math.max(0, offset) : offset;
    }

    private static double gain(List<BeadProbe> probes, double level, double variance) {
        double slope = slope(probes, level, variance);
        if (slope > 0) {
            return 1 / slope;
        }
        if (variance > 0 && level > 0) {
            return Math.max(level / variance, 1e-9);
        }
        double brightest = probes.stream()
                .mapToDouble(probe -> probe.levels().peak())
                .max()
                .orElse(0);
        return brightest > 0 ? 1e4 / brightest : 1;
    }

    /** Least squares for v − v_b = s u + k u² with u = m − m_b over the medians of each level of each bead, k ≥ 0. */
    private static double slope(List<BeadProbe> probes, double level, double variance) {
        double uu = 0;
        double uv = 0;
        double u3 = 0;
        double u4 = 0;
        double u2v = 0;
        int beads = 0;
        for (BeadProbe probe : probes) {
            if (probe.contrast() < 5 || beads++ == BEADS) {
                continue;
            }
            for (double[] point : levels(probe, level)) {
                double u = point[0];
                double v = point[1] - variance;
                // Weighted by the inverse square of the expected variance, taken as proportional to the level.
                double weight = point[2] / Math.pow(u + level * 0.01 + 1e-12, 2);
                uu += weight * u * u;
                uv += weight * u * v;
                u3 += weight * u * u * u;
                u4 += weight * u * u * u * u;
                u2v += weight * u * u * v;
            }
        }
        if (!(uu > 0)) {
            return 0;
        }
        double determinant = uu * u4 - u3 * u3;
        double quadratic = determinant > 1e-9 * uu * u4 ? (uu * u2v - u3 * uv) / determinant : 0;
        return quadratic > 0 ? (uv - quadratic * u3) / uu : uv / uu;
    }

    /** {level above background, variance, voxels} for classes of voxels of equal brightness. */
    private static List<double[]> levels(BeadProbe probe, double level) {
        List<List<Double>> squares = new ArrayList<>();
        double[] sums = new double[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            squares.add(new ArrayList<>());
        }
        Differences differences = new Differences(probe.volume());
        double peak = probe.levels().peak();
        differences.forEach((mean, difference) -> {
            int at = (int) Math.floor(LEVELS * (mean - level) / peak);
            if (at >= 1 && at < LEVELS) {
                squares.get(at).add(difference * difference / DIFFERENCE_VARIANCE);
                sums[at] += mean - level;
            }
        });
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            int n = squares.get(i).size();
            if (n >= VOXELS_A_LEVEL) {
                double[] values =
                        squares.get(i).stream().mapToDouble(Double::doubleValue).toArray();
                points.add(new double[] {sums[i] / n, median(values) / MEDIAN_OF_SQUARE, n});
            }
        }
        return points;
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }

    /** Local means and threefold second differences of a volume. */
    private record Differences(BeadVolume volume) {

        private static final int[] MEAN = {1, 2, 1};
        private static final int[] DIFFERENCE = {1, -2, 1};

        interface Taker {
            void take(double mean, double difference);
        }

        void forEach(Taker taker) {
            for (int z = 1; z < volume.sizeZ() - 1; z++) {
                for (int y = 1; y < volume.sizeY() - 1; y++) {
                    for (int x = 1; x < volume.sizeX() - 1; x++) {
                        taker.take(weighted(x, y, z, MEAN) / 64, weighted(x, y, z, DIFFERENCE));
                    }
                }
            }
        }

        private double weighted(int x, int y, int z, int[] weights) {
            float[] counts = volume.counts();
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                for (int j = 0; j < 3; j++) {
                    int row = ((z + k - 1) * volume.sizeY() + y + j - 1) * volume.sizeX() + x - 1;
                    double line =
                            weights[0] * counts[row] + weights[1] * counts[row + 1] + weights[2] * counts[row + 2];
                    sum += weights[k] * weights[j] * line;
                }
            }
            return sum;
        }
    }
}
