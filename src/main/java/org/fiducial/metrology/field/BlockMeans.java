package org.fiducial.metrology.field;

import java.util.Arrays;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * An image in blocks of at most 1/64 of its longer side, each with a mean that a speck of dust does not move: pixels more
 * than four robust standard deviations from the block's median are left out, which costs a Gaussian 0.006 % of its pixels.
 *
 * <p>Blocks with more than 1 % of excluded pixels are left out: near saturation the pixels that remain are those which noise
 * made dim. Coordinates are those of {@link FlatImage}.
 */
final class BlockMeans {

    private static final int BLOCKS = 64;
    private static final double FAR = 4;
    private static final double MOST_EXCLUDED = 0.01;

    private final int columns;
    private final int rows;
    private final double[] u;
    private final double[] v;
    private final double[] mean;
    private final double[] variance;
    private final double[] scatter;
    private final boolean[] valid;

    private BlockMeans(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.u = new double[columns * rows];
        this.v = new double[columns * rows];
        this.mean = new double[columns * rows];
        this.variance = new double[columns * rows];
        this.scatter = new double[columns * rows];
        this.valid = new boolean[columns * rows];
    }

    static BlockMeans of(FlatImage image) {
        double side = Math.max(1, Math.max(image.width(), image.height()) / (double) BLOCKS);
        int columns = (int) Math.max(1, Math.round(image.width() / side));
        int rows = (int) Math.max(1, Math.round(image.height() / side));
        BlockMeans means = new BlockMeans(columns, rows);
        for (int block = 0; block < columns * rows; block++) {
            means.read(image, block);
        }
        return means;
    }

    private void read(FlatImage image, int block) {
        int x0 = block % columns * image.width() / columns;
        int x1 = (block % columns + 1) * image.width() / columns;
        int y0 = block / columns * image.height() / rows;
        int y1 = (block / columns + 1) * image.height() / rows;
        u[block] = FlatImage.relative(0.5 * (x0 + x1 - 1), image.width());
        v[block] = FlatImage.relative(0.5 * (y0 + y1 - 1), image.height());
        double[] values = new double[(x1 - x0) * (y1 - y0)];
        int n = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                int index = y * image.width() + x;
                if (image.counts(index)) {
                    values[n++] = image.counts()[index];
                }
            }
        }
        valid[block] = values.length - n <= MOST_EXCLUDED * values.length && n > 0;
        if (valid[block]) {
            summarise(Arrays.copyOf(values, n), block);
        }
    }

    private void summarise(double[] values, int block) {
        double median = RobustStatistics.median(values);
        double spread = RobustStatistics.spread(values);
        double limit = spread > 0 ? FAR * spread : Double.POSITIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        int used = 0;
        for (double value : values) {
            if (Math.abs(value - median) <= limit) {
                sum += value - median;
                squares += (value - median) * (value - median);
                used++;
            }
        }
        double shift = sum / used;
        mean[block] = median + shift;
        scatter[block] = used > 1 ? Math.max(0, squares - used * shift * shift) / (used - 1) : 0;
        variance[block] = scatter[block] / used;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int size() {
        return mean.length;
    }

    boolean valid(int block) {
        return valid[block];
    }

    int validBlocks() {
        int n = 0;
        for (boolean each : valid) {
            n += each ? 1 : 0;
        }
        return n;
    }

    /** Relative position of a block's centre along x. */
    double u(int block) {
        return u[block];
    }

    /** Relative position of a block's centre along y. */
    double v(int block) {
        return v[block];
    }

    /** Mean counts of a block. */
    double mean(int block) {
        return mean[block];
    }

    /** Variance of the pixels of a block. */
    double pixelVariance(int block) {
        return scatter[block];
    }

    /** Variance of the mean of a block by the scatter of its pixels. */
    double variance(int block) {
        return variance[block];
    }
}
