package org.fiducial.metrology.bead;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A first idea of how large the spots of a projection are, when nothing is known.
 *
 * <p>For the brightest local maxima the connected area above half their height is measured; F = 2√(A/π), the median over
 * up to {@link #SPOTS} spots. Single bright pixels are left out.
 */
final class SizeProbe {

    private static final int SPOTS = 60;
    private static final int MAX_RADIUS_PX = 24;
    private static final double SMOOTHING_PX = 0.8;
    private static final double SIGNIFICANCE = 10;
    /** The faintest maximum of use, relative to the third brightest. */
    private static final double FAINTEST = 0.1;

    private final int width;
    private final int height;
    private final float[] image;
    private final PlaneFilter.BlockStatistics statistics;
    private final boolean[] used;

    private SizeProbe(float[] projection, int width, int height) {
        PlaneFilter filter = new PlaneFilter(width, height);
        this.width = width;
        this.height = height;
        this.image = filter.smooth(projection, SMOOTHING_PX);
        this.statistics = filter.blocks(image, 96);
        this.used = new boolean[image.length];
    }

    /** The FWHM of the spots [pixels], if there is any. */
    static Optional<Double> fwhmPx(float[] projection, int width, int height) {
        return new SizeProbe(projection, width, height).run();
    }

    private Optional<Double> run() {
        List<Double> sizes = new ArrayList<>();
        int[] maxima = brightestFirst();
        for (int at : maxima) {
            if (sizes.size() == SPOTS || above(at) < FAINTEST * above(maxima[Math.min(2, maxima.length - 1)])) {
                break;
            }
            if (!used[at]) {
                area(at).ifPresent(area -> sizes.add(fwhm(area)));
            }
        }
        if (sizes.isEmpty()) {
            return Optional.empty();
        }
        double[] sorted =
                sizes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Optional.of(sorted[sorted.length / 2]);
    }

    private double above(int at) {
        int row = at / width;
        return image[at] - statistics.medianAt(at - row * width, row);
    }

    private static double fwhm(int area) {
        double blur = SMOOTHING_PX * GaussianShape.FWHM_PER_SIGMA;
        double measured = 2 * Math.sqrt(area / Math.PI);
        return Math.sqrt(Math.max(1.5 * 1.5, measured * measured - blur * blur));
    }

    /** Local maxima that stand out, highest first. */
    private int[] brightestFirst() {
        List<Integer> maxima = new ArrayList<>();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                float v = image[at];
                boolean top = v >= image[at - 1]
                        && v > image[at + 1]
                        && v >= image[at - width]
                        && v > image[at + width]
                        && v >= image[at - width - 1]
                        && v > image[at + width + 1]
                        && v >= image[at - width + 1]
                        && v > image[at + width - 1];
                if (top && v > statistics.medianAt(x, y) + SIGNIFICANCE * statistics.spreadAt(x, y)) {
                    maxima.add(at);
                }
            }
        }
        return maxima.stream()
                .sorted((a, b) -> Float.compare(image[b], image[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Pixels connected to a maximum above half its height, if neither too many nor a single bright pixel. */
    private Optional<Integer> area(int start) {
        int x0 = start % width;
        int y0 = start / width;
        double background = statistics.medianAt(x0, y0);
        double half = background + 0.5 * (image[start] - background);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(start);
        used[start] = true;
        int area = 0;
        boolean bounded = true;
        while (!open.isEmpty()) {
            int at = open.poll();
            area++;
            int x = at % width;
            int y = at / width;
            bounded &= x > 0 && y > 0 && x < width - 1 && y < height - 1;
            for (int next : neighbours(x, y)) {
                boolean near =
                        Math.abs(next % width - x0) <= MAX_RADIUS_PX && Math.abs(next / width - y0) <= MAX_RADIUS_PX;
                if (!used[next] && image[next] > half) {
                    bounded &= near;
                    if (near) {
                        used[next] = true;
                        open.add(next);
                    }
                }
            }
        }
        double single = Math.PI / 4 * Math.pow(SMOOTHING_PX * GaussianShape.FWHM_PER_SIGMA, 2);
        return bounded && area > 1.6 * single ? Optional.of(area) : Optional.empty();
    }

    private int[] neighbours(int x, int y) {
        int at = y * width + x;
        int[] all = new int[4];
        int n = 0;
        if (x > 0) {
            all[n++] = at - 1;
        }
        if (x < width - 1) {
            all[n++] = at + 1;
        }
        if (y > 0) {
            all[n++] = at - width;
        }
        if (y < height - 1) {
            all[n++] = at + width;
        }
        return Arrays.copyOf(all, n);
    }
}
