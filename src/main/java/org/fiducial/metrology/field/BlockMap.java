package org.fiducial.metrology.field;

import java.util.Arrays;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * A value of blocks over the field, free of single odd blocks: the median of each block and its neighbours up to two away.
 * Between the centres of blocks it is interpolated linearly.
 */
final class BlockMap {

    private static final int REACH = 2;

    private final int columns;
    private final int rows;
    private final double[] plain;
    private final double[] median;
    private final boolean[] valid;

    private BlockMap(BlockMeans blocks, FieldSurface surface, Value value) {
        this.columns = blocks.columns();
        this.rows = blocks.rows();
        this.plain = new double[blocks.size()];
        this.valid = new boolean[blocks.size()];
        for (int block = 0; block < plain.length; block++) {
            double smooth = surface.at(blocks.u(block), blocks.v(block));
            valid[block] = blocks.valid(block) && smooth > 0;
            plain[block] = valid[block] ? value.of(block, smooth) : 0;
        }
        this.median = new double[plain.length];
        for (int block = 0; block < plain.length; block++) {
            median[block] = medianRound(block % columns, block / columns);
        }
    }

    /** A value of a block with the surface at its centre. */
    private interface Value {
        double of(int block, double smooth);
    }

    /** What blocks differ from a surface, relative to it. */
    static BlockMap residuals(BlockMeans blocks, FieldSurface surface) {
        return new BlockMap(blocks, surface, (block, smooth) -> blocks.mean(block) / smooth - 1);
    }

    /** Standard deviation of a pixel, relative to the surface. */
    static BlockMap noise(BlockMeans blocks, FieldSurface surface) {
        return new BlockMap(blocks, surface, (block, smooth) -> Math.sqrt(blocks.pixelVariance(block)) / smooth);
    }

    private double medianRound(int column, int row) {
        double[] values = new double[(2 * REACH + 1) * (2 * REACH + 1)];
        int n = 0;
        for (int y = Math.max(0, row - REACH); y <= Math.min(rows - 1, row + REACH); y++) {
            for (int x = Math.max(0, column - REACH); x <= Math.min(columns - 1, column + REACH); x++) {
                if (valid[y * columns + x]) {
                    values[n++] = plain[y * columns + x];
                }
            }
        }
        return n == 0 ? 0 : RobustStatistics.median(Arrays.copyOf(values, n));
    }

    double at(double u, double v) {
        double column = Math.max(0, Math.min(columns - 1.0, (u + 1) / 2 * columns - 0.5));
        double row = Math.max(0, Math.min(rows - 1.0, (v + 1) / 2 * rows - 0.5));
        int c = (int) Math.min(column, Math.max(0, columns - 2));
        int r = (int) Math.min(row, Math.max(0, rows - 2));
        int right = Math.min(columns - 1, c + 1);
        int below = Math.min(rows - 1, r + 1);
        double fx = column - c;
        double fy = row - r;
        double top = median[r * columns + c] * (1 - fx) + median[r * columns + right] * fx;
        double bottom = median[below * columns + c] * (1 - fx) + median[below * columns + right] * fx;
        return top * (1 - fy) + bottom * fy;
    }
}
