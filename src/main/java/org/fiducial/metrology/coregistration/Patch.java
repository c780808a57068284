package org.fiducial.metrology.coregistration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * A connected patch of an image above half of its own height.
 *
 * @param x column of its centre of gravity
 * @param y row of it
 * @param area pixels
 */
record Patch(double x, double y, int area) {

    /** Height over the robust scatter of the image that noise does not reach. */
    private static final double SIGNIFICANCE = 7;

    /** Height over that of the highest patch below which it is stray light. */
    private static final double FAINTEST = 0.05;

    /** What lies above this share of a patch's height belongs to it and seeds no other. */
    private static final double SKIRT = 0.15;

    /** The patches of an image, from top to bottom, then from left to right. */
    static List<Patch> in(float[] image, int width, int height) {
        double[] values = new double[image.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = image[i];
        }
        double background = RobustStatistics.quantile(values, 0.3);
        double spread = Math.max(RobustStatistics.spread(values), 1e-6 * Math.abs(background));
        int[] highestFirst = IntStream.range(0, image.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -image[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] used = new boolean[image.length];
        List<Patch> patches = new ArrayList<>();
        double least = Math.max(
                Math.min(SIGNIFICANCE * spread, 0.25 * (image[highestFirst[0]] - background)),
                FAINTEST * (image[highestFirst[0]] - background));
        for (int at : highestFirst) {
            double above = image[at] - background;
            if (!(above > least)) {
                break;
            }
            if (!used[at]) {
                List<Integer> patch = flood(image, width, at, background + 0.5 * above, new boolean[image.length]);
                boolean ofAnother = patch.stream().anyMatch(pixel -> used[pixel]);
                flood(image, width, at, background + SKIRT * above, used);
                if (!ofAnother) {
                    patches.add(of(patch, width));
                }
            }
        }
        patches.sort(Comparator.comparingDouble((Patch patch) -> Math.rint(patch.y()))
                .thenComparingDouble(Patch::x));
        return patches;
    }

    private static Patch of(List<Integer> pixels, int width) {
        double x = pixels.stream().mapToInt(at -> at % width).average().orElseThrow();
        double y = pixels.stream().mapToInt(at -> at / width).average().orElseThrow();
        return new Patch(x, y, pixels.size());
    }

    private static List<Integer> flood(float[] image, int width, int seed, double level, boolean[] seen) {
        List<Integer> patch = new ArrayList<>();
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(seed));
        seen[seed] = true;
        while (!open.isEmpty()) {
            int at = open.remove();
            patch.add(at);
            int x = at % width;
            int[] next = {x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width};
            for (int to : next) {
                if (to >= 0 && to < image.length && !seen[to] && image[to] > level) {
                    seen[to] = true;
                    open.add(to);
                }
            }
        }
        return patch;
    }
}
