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
    static List<Patch> in(float[] image, int width) {
        double[] values = new double[image.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = image[i];
        }
        double background = RobustStatistics.quantile(values, 0.3);
        double spread = Math.max(RobustStatistics.spread(values), 1e-6 * Math.abs(background));
        double highest = background;
        for (float value : image) {
            highest = Math.max(highest, value);
        }
        double above = highest - background;
        double least = Math.max(Math.min(SIGNIFICANCE * spread, 0.25 * above), FAINTEST * above);
        int[] highestFirst = IntStream.range(0, image.length)
                .filter(i -> image[i] - background > least)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -image[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Search(image, width, background).from(highestFirst);
    }

    /** Floods patches from their highest pixels downwards. */
    private static final class Search {

        private final float[] image;
        private final int width;
        private final double background;
        private final boolean[] used;
        private final int[] seen;
        private int flood;

        Search(float[] image, int width, double background) {
            this.image = image;
            this.width = width;
            this.background = background;
            this.used = new boolean[image.length];
            this.seen = new int[image.length];
        }

        List<Patch> from(int[] seeds) {
            List<Patch> patches = new ArrayList<>();
            for (int at : seeds) {
                if (!used[at]) {
                    double height = image[at] - background;
                    List<Integer> patch = flood(at, background + 0.5 * height);
                    boolean ofAnother = patch.stream().anyMatch(pixel -> used[pixel]);
                    flood(at, background + SKIRT * height).forEach(pixel -> used[pixel] = true);
                    if (!ofAnother) {
                        patches.add(of(patch, width));
                    }
                }
            }
            patches.sort(Comparator.comparingDouble((Patch patch) -> Math.rint(patch.y()))
                    .thenComparingDouble(Patch::x));
            return patches;
        }

        /** The pixels connected to a seed above a level; those of an earlier patch end it. */
        private List<Integer> flood(int seed, double level) {
            flood++;
            List<Integer> patch = new ArrayList<>();
            ArrayDeque<Integer> open = new ArrayDeque<>(List.of(seed));
            seen[seed] = flood;
            while (!open.isEmpty()) {
                int at = open.remove();
                patch.add(at);
                if (used[at]) {
                    continue;
                }
                int x = at % width;
                int[] next = {x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width};
                for (int to : next) {
                    if (to >= 0 && to < image.length && seen[to] != flood && image[to] > level) {
                        seen[to] = flood;
                        open.add(to);
                    }
                }
            }
            return patch;
        }
    }

    private static Patch of(List<Integer> pixels, int width) {
        double x = pixels.stream().mapToInt(at -> at % width).average().orElseThrow();
        double y = pixels.stream().mapToInt(at -> at / width).average().orElseThrow();
        return new Patch(x, y, pixels.size());
    }
}
