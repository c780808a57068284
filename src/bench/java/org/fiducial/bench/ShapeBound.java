package org.fiducial.bench;

import java.util.Arrays;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Position;

/**
 * The least scatter any unbiased estimate of the centre of a bead of known round image can have: Cramér–Rao with height and
 * background free, I_ij = Σ ∂_iμ·∂_jμ/(μ + r²) over all planes within a radius; derivatives are central differences.
 *
 * @param grid the voxels
 * @param radiusUm of the voxels that count, about the centre
 */
record ShapeBound(Grid grid, double radiusUm) {

    private static final double STEP_UM = 0.01;
    private static final double NM = 1e3;

    /** The bound along x, y and z [nm] for a peak on the benchmark's background and camera. */
    double[] centreSd(PointSpread spread, Position centre) {
        double[][] information = new double[5][5];
        for (int z = 0; z < grid.sizeZ(); z++) {
            double[] image = plane(spread, z, centre);
            double[] level = new double[image.length];
            Arrays.fill(level, 1);
            double[][] slopes = {
                slope(spread, z, centre, new Position(STEP_UM, 0, 0)),
                slope(spread, z, centre, new Position(0, STEP_UM, 0)),
                slope(spread, z, centre, new Position(0, 0, STEP_UM)),
                image,
                level
            };
            for (int p = 0; p < image.length; p++) {
                double x = p % grid.sizeX() * grid.pixelXUm() - centre.xUm();
                double y = Math.floorDiv(p, grid.sizeX()) * grid.pixelYUm() - centre.yUm();
                if (Math.hypot(x, y) <= radiusUm) {
                    double variance = image[p]
                            + TwoChannelField.BACKGROUND
                            + TwoChannelField.READ_NOISE * TwoChannelField.READ_NOISE;
                    add(information, slopes, p, variance);
                }
            }
        }
        return new double[] {alone(information, 0), alone(information, 1), alone(information, 2)};
    }

    private static void add(double[][] information, double[][] slopes, int p, double variance) {
        for (int i = 0; i < slopes.length; i++) {
            for (int j = 0; j < slopes.length; j++) {
                information[i][j] += slopes[i][p] * slopes[j][p] / variance;
            }
        }
    }

    /** For one coordinate with height (3) and background (4) free: I_ii less what those two explain of it. */
    private static double alone(double[][] information, int i) {
        double a = information[3][3];
        double b = information[3][4];
        double c = information[4][4];
        double u = information[i][3];
        double v = information[i][4];
        double explained = (c * u * u - 2 * b * u * v + a * v * v) / (a * c - b * b);
        return NM / Math.sqrt(information[i][i] - explained);
    }

    private double[] slope(PointSpread spread, int z, Position at, Position step) {
        double[] up = plane(spread, z, at.plus(step.xUm(), step.yUm(), step.zUm()));
        double[] down = plane(spread, z, at.plus(-step.xUm(), -step.yUm(), -step.zUm()));
        for (int i = 0; i < up.length; i++) {
            up[i] = (up[i] - down[i]) / (2 * STEP_UM);
        }
        return up;
    }

    private double[] plane(PointSpread spread, int z, Position at) {
        double[] plane = new double[grid.planeSize()];
        spread.addTo(plane, grid, z, at, TwoChannelField.PEAK);
        return plane;
    }
}
