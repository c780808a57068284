package org.fiducial.metrology.bead;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fiducial.metrology.numeric.OrderStatistics;

/** Gaussian smoothing and robust block statistics of one image [height * width]. */
final class PlaneFilter {

    private static final int ROWS_AT_A_TIME = 32;
    private static final double UPPER_QUANTILE = 0.9;
    /** The quantile of a normal number in standard deviations. */
    private static final double UPPER_SIGMAS = 1.2816;

    private static final double MOST_SKEW = 2.5;

    private final int width;
    private final int height;

    PlaneFilter(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Gaussian smoothing with the image continued by its border values; kernel cut off at 3 σ. */
    float[] smooth(float[] image, double sigmaPx) {
        float[] kernel = kernel(sigmaPx);
        float[] across = new float[image.length];
        float[] both = new float[image.length];
        strips(row -> alongRow(image, across, row, kernel));
        strips(row -> alongColumn(across, both, row, kernel));
        return both;
    }

    private interface Row {
        void work(int row);
    }

    private void strips(Row work) {
        int strips = (height + ROWS_AT_A_TIME - 1) / ROWS_AT_A_TIME;
        IntStream.range(0, strips).parallel().forEach(strip -> {
            int end = Math.min(height, (strip + 1) * ROWS_AT_A_TIME);
            for (int row = strip * ROWS_AT_A_TIME; row < end; row++) {
                work.work(row);
            }
        });
    }

    private void alongRow(float[] from, float[] to, int row, float[] kernel) {
        int radius = kernel.length - 1;
        float[] padded = new float[width + 2 * radius];
        System.arraycopy(from, row * width, padded, radius, width);
        Arrays.fill(padded, 0, radius, padded[radius]);
        Arrays.fill(padded, width + radius, padded.length, padded[width + radius - 1]);
        float[] line = new float[width];
        for (int k = 0; k <= radius; k++) {
            addPair(line, padded, new int[] {radius - k, radius + k}, weight(kernel, k));
        }
        System.arraycopy(line, 0, to, row * width, width);
    }

    private void alongColumn(float[] from, float[] to, int row, float[] kernel) {
        int radius = kernel.length - 1;
        float[] line = new float[width];
        for (int k = 0; k <= radius; k++) {
            int above = Math.max(0, row - k) * width;
            int below = Math.min(height - 1, row + k) * width;
            addPair(line, from, new int[] {above, below}, weight(kernel, k));
        }
        System.arraycopy(line, 0, to, row * width, width);
    }

    /** The middle of the kernel is added as a pair of itself. */
    private static float weight(float[] kernel, int k) {
        return k == 0 ? 0.5f * kernel[0] : kernel[k];
    }

    private static void addPair(float[] line, float[] from, int[] starts, float weight) {
        int one = starts[0];
        int other = starts[1];
        for (int x = 0; x < line.length; x++) {
            line[x] += weight * (from[one + x] + from[other + x]);
        }
    }

    /** Half a normalised Gaussian kernel from its middle on. */
    private static float[] kernel(double sigmaPx) {
        int radius = Math.max(1, (int) Math.ceil(3 * sigmaPx));
        double[] weights = new double[radius + 1];
        double total = 0;
        for (int k = 0; k <= radius; k++) {
            weights[k] = Math.exp(-0.5 * k * k / (sigmaPx * sigmaPx));
            total += k == 0 ? weights[k] : 2 * weights[k];
        }
        float[] kernel = new float[radius + 1];
        for (int k = 0; k <= radius; k++) {
            kernel[k] = (float) (weights[k] / total);
        }
        return kernel;
    }

    /**
     * Median and robust standard deviation in square blocks, interpolated to any pixel: 1.4826 × median absolute deviation,
     * or more where the upper half is wider, as that of few photons is.
     *
     * @param blockPx side of a block
     */
    BlockStatistics blocks(float[] image, int blockPx) {
        int columns = Math.max(1, Math.round((float) width / blockPx));
        int rows = Math.max(1, Math.round((float) height / blockPx));
        double[] median = new double[columns * rows];
        double[] spread = new double[columns * rows];
        IntStream.range(0, columns * rows).parallel().forEach(block -> {
            double[] values = sample(image, block % columns, block / columns, columns, rows);
            int n = values.length;
            median[block] = OrderStatistics.median(values, n);
            double high = OrderStatistics.select(values, n / 2, n, Math.max(n / 2, (int) (UPPER_QUANTILE * (n - 1))));
            double upper = (high - median[block]) / UPPER_SIGMAS;
            for (int i = 0; i < n; i++) {
                values[i] = Math.abs(values[i] - median[block]);
            }
            double deviation = 1.4826 * OrderStatistics.median(values, n);
            spread[block] = Math.max(deviation, Math.min(upper, MOST_SKEW * deviation));
        });
        return new BlockStatistics(median, spread, new int[] {columns, rows, width, height});
    }

    /** At most about a thousand pixels of a block on a regular lattice. */
    private double[] sample(float[] image, int column, int row, int columns, int rows) {
        int x0 = column * width / columns;
        int x1 = (column + 1) * width / columns;
        int y0 = row * height / rows;
        int y1 = (row + 1) * height / rows;
        int stride = Math.max(1, (int) Math.sqrt((x1 - x0) * (double) (y1 - y0) / 1000));
        double[] values = new double[((x1 - x0) / stride + 1) * ((y1 - y0) / stride + 1)];
        int n = 0;
        for (int y = y0; y < y1; y += stride) {
            for (int x = x0; x < x1; x += stride) {
                values[n++] = image[y * width + x];
            }
        }
        return Arrays.copyOf(values, n);
    }

    /** Statistics of blocks, for any pixel by linear interpolation. */
    static final class BlockStatistics {

        private final double[] median;
        private final double[] spread;
        /** {columns, rows, width, height}. */
        private final int[] layout;

        private BlockStatistics(double[] median, double[] spread, int[] layout) {
            this.median = median;
            this.spread = spread;
            this.layout = layout;
        }

        /** The lowest of the blocks' median + factor × spread. */
        double lowest(double factor) {
            double lowest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < median.length; i++) {
                lowest = Math.min(lowest, median[i] + factor * spread[i]);
            }
            return lowest;
        }

        double medianAt(double x, double y) {
            return at(median, x, y);
        }

        double spreadAt(double x, double y) {
            return at(spread, x, y);
        }

        private double at(double[] grid, double x, double y) {
            double column = Math.max(0, Math.min(layout[0] - 1.0, (x + 0.5) * layout[0] / layout[2] - 0.5));
            double row = Math.max(0, Math.min(layout[1] - 1.0, (y + 0.5) * layout[1] / layout[3] - 0.5));
            int c0 = (int) column;
            int r0 = (int) row;
            int c1 = Math.min(layout[0] - 1, c0 + 1);
            int r1 = Math.min(layout[1] - 1, r0 + 1);
            double fx = column - c0;
            double fy = row - r0;
            double top = grid[r0 * layout[0] + c0] * (1 - fx) + grid[r0 * layout[0] + c1] * fx;
            double bottom = grid[r1 * layout[0] + c0] * (1 - fx) + grid[r1 * layout[0] + c1] * fx;
            return top * (1 - fy) + bottom * fy;
        }
    }
}
