package org.fiducial.metrology.field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * What single pixels differ from the smooth field: noise, and spots that are dirt.
 *
 * <p>r = I / S − 1, less what blocks in common differ from the surface (median of 5 × 5 blocks, between them linear). Noise is
 * the standard deviation of r without what lies beyond four times 1.4826 median |r|. A defect is a patch of at least {@link #LEAST_AREA} pixels whose means over 3 × 3 pixels are
 * beyond {@link #LEAST_DEPTH} and beyond five standard deviations of such means: that of pixels in the same part of the field
 * over 3, times what such means over the whole field scatter more than that, for noise of neighbours may be alike.
 */
final class PixelResiduals {

    static final int LEAST_AREA = 9;
    static final double LEAST_DEPTH = 0.01;
    private static final double SIGNIFICANCE = 5;
    private static final int SAMPLES = 200_000;

    private final FlatImage image;
    private final float[] residuals;
    private final double noise;
    private final List<Defect> defects;

    PixelResiduals(FlatImage image, BlockMeans blocks, FieldSurface surface) {
        this.image = image;
        this.residuals = residuals(image, surface, BlockMap.residuals(blocks, surface));
        this.noise = spread(residuals);
        this.defects = findDefects(BlockMap.noise(blocks, surface));
    }

    /**
     * A patch darker or brighter than the field round it.
     *
     * @param u relative position of its centre along x
     * @param v relative position of its centre along y
     * @param depth its most different mean over 3 × 3 pixels, relative to the field; negative for dirt
     * @param limit the depth from which on a patch counted
     * @param pixels its area
     */
    record Defect(double u, double v, double depth, double limit, int pixels) {}

    /** Robust standard deviation of pixels about the field, relative. */
    double noise() {
        return noise;
    }

    /** Defects, largest first. */
    List<Defect> defects() {
        return defects;
    }

    /** Share of the image that defects cover. */
    double defectShare() {
        return defects.stream().mapToInt(Defect::pixels).sum() / (double) residuals.length;
    }

    private static float[] residuals(FlatImage image, FieldSurface surface, BlockMap misfit) {
        float[] residuals = new float[image.counts().length];
        for (int y = 0; y < image.height(); y++) {
            double v = FlatImage.relative(y, image.height());
            double[] row = surface.row(y, image);
            for (int x = 0; x < image.width(); x++) {
                int index = y * image.width() + x;
                double u = FlatImage.relative(x, image.width());
                double smooth = row[x];
                residuals[index] = image.counts(index) && smooth > 0
                        ? (float) (image.counts()[index] / smooth - 1 - misfit.at(u, v))
                        : 0;
            }
        }
        return residuals;
    }

    private double spread(float[] values) {
        int stride = Math.max(1, values.length / SAMPLES);
        double[] sample = new double[values.length / stride];
        int n = 0;
        for (int i = 0; i < sample.length; i++) {
            if (image.counts(i * stride)) {
                sample[n++] = Math.abs(values[i * stride]);
            }
        }
        return n == 0 ? 0 : trimmed(Arrays.copyOf(sample, n));
    }

    private static double trimmed(double[] sizes) {
        double limit = 4 * 1.4826 * RobustStatistics.median(sizes);
        return Math.sqrt(Arrays.stream(sizes)
                .filter(size -> size <= limit)
                .map(size -> size * size)
                .average()
                .orElse(0));
    }

    private List<Defect> findDefects(BlockMap noiseOfPixels) {
        float[] means = meansOfNine();
        float[] limits = limits(means, noiseOfPixels);
        BitSet seen = new BitSet();
        List<Defect> found = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            if (Math.abs(means[i]) > limits[i] && !seen.get(i)) {
                Defect patch = patch(i, means, limits, seen);
                if (patch.pixels() >= LEAST_AREA) {
                    found.add(patch);
                }
            }
        }
        found.sort(Comparator.comparingInt(Defect::pixels).reversed());
        return List.copyOf(found);
    }

    private float[] limits(float[] means, BlockMap noiseOfPixels) {
        float[] expected = new float[means.length];
        float[] normal = new float[means.length];
        for (int i = 0; i < means.length; i++) {
            int row = i / image.width();
            double u = FlatImage.relative(i % image.width(), image.width());
            double v = FlatImage.relative(row, image.height());
            expected[i] = (float) (noiseOfPixels.at(u, v) / 3);
            normal[i] = expected[i] > 0 ? means[i] / expected[i] : 0;
        }
        double alike = Math.max(1, spread(normal));
        float[] limits = new float[means.length];
        for (int i = 0; i < means.length; i++) {
            limits[i] = (float) Math.max(LEAST_DEPTH, SIGNIFICANCE * alike * expected[i]);
        }
        return limits;
    }

    private float[] meansOfNine() {
        int width = image.width();
        float[] means = new float[residuals.length];
        for (int y = 1; y < image.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                float sum = 0;
                for (int row = at - width; row <= at + width; row += width) {
                    sum += residuals[row - 1] + residuals[row] + residuals[row + 1];
                }
                means[at] = sum / 9;
            }
        }
        return means;
    }

    private Defect patch(int start, float[] means, float[] limits, BitSet seen) {
        int width = image.width();
        boolean dark = means[start] < 0;
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen.set(start);
        double sumX = 0;
        double sumY = 0;
        int pixels = 0;
        double depth = 0;
        while (!open.isEmpty()) {
            int at = open.pop();
            int x = at % width;
            int y = at / width;
            sumX += x;
            sumY += y;
            pixels++;
            depth = Math.abs(means[at]) > Math.abs(depth) ? means[at] : depth;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int nx = x + dx;
                    int ny = y + dy;
                    int next = ny * width + nx;
                    if (nx >= 0
                            && ny >= 0
                            && nx < width
                            && ny < image.height()
                            && !seen.get(next)
                            && Math.abs(means[next]) > limits[next]
                            && means[next] < 0 == dark) {
                        seen.set(next);
                        open.push(next);
                    }
                }
            }
        }
        return new Defect(
                FlatImage.relative(sumX / pixels, width),
                FlatImage.relative(sumY / pixels, image.height()),
                depth,
                limits[start],
                pixels);
    }
}
