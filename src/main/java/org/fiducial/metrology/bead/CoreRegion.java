package org.fiducial.metrology.bead;

import java.util.Arrays;

/**
 * The voxels of a bead's core, an ellipsoid with axes along the stack: rows of consecutive voxels.
 *
 * <p>Scaled coordinates: u = (index − centre)/scale along each axis.
 */
final class CoreRegion {

    private final Position centre;
    private final Position scale;
    private double[] electrons = new double[256];
    private double[] firstX = new double[64];
    private double[] y = new double[64];
    private double[] z = new double[64];
    private int[] starts = new int[65];
    private int rows;
    private int voxels;

    private CoreRegion(Position centre, Position scale) {
        this.centre = centre;
        this.scale = scale;
    }

    /** All voxels of the volume with |u| ≤ reach. */
    static CoreRegion within(BeadVolume volume, NoiseModel noise, Frame frame, double reach) {
        Position centre = frame.centre();
        Position scale = frame.scale();
        CoreRegion region = new CoreRegion(centre, scale);
        int[] zs = span(centre.z(), reach * scale.z(), volume.originZ(), volume.sizeZ());
        for (int k = zs[0]; k <= zs[1]; k++) {
            double uz = (k - centre.z()) / scale.z();
            double inPlane = reach * reach - uz * uz;
            int[] ys = span(centre.y(), Math.sqrt(Math.max(0, inPlane)) * scale.y(), volume.originY(), volume.sizeY());
            for (int j = ys[0]; j <= ys[1]; j++) {
                double uy = (j - centre.y()) / scale.y();
                double inRow = Math.sqrt(Math.max(0, inPlane - uy * uy)) * scale.x();
                int[] xs = span(centre.x(), inRow, volume.originX(), volume.sizeX());
                if (xs[0] <= xs[1]) {
                    region.add(volume, noise, xs, j, k);
                }
            }
        }
        return region;
    }

    /** Where a bead lies and how wide it is, both in voxels. */
    record Frame(Position centre, Position scale) {}

    private static int[] span(double centre, double half, int origin, int size) {
        int low = (int) Math.max(origin, Math.ceil(centre - half));
        int high = (int) Math.min(origin + size - 1.0, Math.floor(centre + half));
        return new int[] {low, high};
    }

    private void add(BeadVolume volume, NoiseModel noise, int[] xs, int j, int k) {
        if (rows + 1 >= starts.length) {
            firstX = Arrays.copyOf(firstX, 2 * rows);
            y = Arrays.copyOf(y, 2 * rows);
            z = Arrays.copyOf(z, 2 * rows);
            starts = Arrays.copyOf(starts, 2 * rows + 1);
        }
        firstX[rows] = (xs[0] - centre.x()) / scale.x();
        y[rows] = (j - centre.y()) / scale.y();
        z[rows] = (k - centre.z()) / scale.z();
        int at = ((k - volume.originZ()) * volume.sizeY() + j - volume.originY()) * volume.sizeX() - volume.originX();
        for (int i = xs[0]; i <= xs[1]; i++) {
            if (voxels == electrons.length) {
                electrons = Arrays.copyOf(electrons, 2 * voxels);
            }
            electrons[voxels++] = noise.electrons(volume.counts()[at + i]);
        }
        starts[++rows] = voxels;
    }

    int rows() {
        return rows;
    }

    int voxels() {
        return voxels;
    }

    double y(int row) {
        return y[row];
    }

    double z(int row) {
        return z[row];
    }

    int from(int row) {
        return starts[row];
    }

    int to(int row) {
        return starts[row + 1];
    }

    /** Scaled x of a voxel of a row. */
    double x(int row, int at) {
        return firstX[row] + (at - starts[row]) / scale.x();
    }

    double electrons(int at) {
        return electrons[at];
    }
}
