package org.fiducial.metrology.bead;

import java.util.Optional;
import org.fiducial.metrology.numeric.OrderStatistics;

/**
 * A first idea of a bead from its voxels: where fits start.
 *
 * @param centre [voxel indices of the stack]
 * @param sigma standard deviation along each axis [voxels]
 * @param background [e⁻]
 * @param peak above the background [e⁻]
 * @param brightest the voxel where the peak is, which in a crescent is not the centre
 */
record BeadGuess(Position centre, Position sigma, double background, double peak, Position brightest) {

    /** Half-width of the search for the peak round the given place [voxels]. */
    private static final int REACH = 2;

    /**
     * Background: median of the outer faces of the volume. Peak: largest mean of 3 × 3 × 3 voxels within two voxels of the
     * seed. Width: half-maximum crossings of the 3 × 3-averaged lines through the peak.
     */
    static Optional<BeadGuess> of(BeadVolume volume, NoiseModel noise, Position seed) {
        double background = shellMedian(volume, noise);
        int[] at = brightest(volume, seed);
        double peak = noise.electrons(mean(volume, at[0], at[1], at[2])) - background;
        if (!(peak > 0)) {
            return Optional.empty();
        }
        double half = (background + 0.5 * peak) / noise.gain() + noise.offset();
        double[] x = halfMaximum(volume, at, 0, half);
        double[] y = halfMaximum(volume, at, 1, half);
        double[] z = halfMaximum(volume, at, 2, half);
        Position centre = new Position(volume.originX() + x[0], volume.originY() + y[0], volume.originZ() + z[0]);
        Position sigma = new Position(x[1], y[1], z[1]);
        double blur = 1;
        for (double s : new double[] {x[1], y[1], z[1]}) {
            blur *= Math.sqrt(1 + 2.0 / 3 / (s * s));
        }
        Position brightest = new Position(volume.originX() + at[0], volume.originY() + at[1], volume.originZ() + at[2]);
        return Optional.of(new BeadGuess(centre, sigma, background, peak * blur, brightest));
    }

    private static int[] brightest(BeadVolume volume, Position seed) {
        int[] centre = {
            clamp(seed.x() - volume.originX(), volume.sizeX()),
            clamp(seed.y() - volume.originY(), volume.sizeY()),
            clamp(seed.z() - volume.originZ(), volume.sizeZ())
        };
        int[] best = centre;
        double highest = Double.NEGATIVE_INFINITY;
        for (int z = centre[2] - REACH; z <= centre[2] + REACH; z++) {
            for (int y = centre[1] - REACH; y <= centre[1] + REACH; y++) {
                for (int x = centre[0] - REACH; x <= centre[0] + REACH; x++) {
                    double mean = inside(volume, x, y, z) ? mean(volume, x, y, z) : Double.NEGATIVE_INFINITY;
                    if (mean > highest) {
                        highest = mean;
                        best = new int[] {x, y, z};
                    }
                }
            }
        }
        return best;
    }

    private static int clamp(double at, int size) {
        return (int) Math.max(0, Math.min(size - 1, Math.round(at)));
    }

    private static boolean inside(BeadVolume volume, int x, int y, int z) {
        return x >= 0 && y >= 0 && z >= 0 && x < volume.sizeX() && y < volume.sizeY() && z < volume.sizeZ();
    }

    private static double value(BeadVolume volume, int x, int y, int z) {
        return volume.counts()[(z * volume.sizeY() + y) * volume.sizeX() + x];
    }

    /** Mean counts of the 3 × 3 × 3 voxels round one, as far as they exist. */
    private static double mean(BeadVolume volume, int x0, int y0, int z0) {
        double sum = 0;
        int n = 0;
        for (int z = Math.max(0, z0 - 1); z <= Math.min(volume.sizeZ() - 1, z0 + 1); z++) {
            for (int y = Math.max(0, y0 - 1); y <= Math.min(volume.sizeY() - 1, y0 + 1); y++) {
                for (int x = Math.max(0, x0 - 1); x <= Math.min(volume.sizeX() - 1, x0 + 1); x++) {
                    sum += value(volume, x, y, z);
                    n++;
                }
            }
        }
        return sum / n;
    }

    /** {middle, σ} from where the averaged line along an axis falls below half the peak, the averaging removed. */
    private static double[] halfMaximum(BeadVolume volume, int[] peak, int axis, double half) {
        double down = crossing(volume, peak, axis, -1, half);
        double up = crossing(volume, peak, axis, 1, half);
        double sigma = (up + down) / 2.3548;
        double removed = Math.max(0.4, sigma * sigma - 2.0 / 3);
        return new double[] {peak[axis] + 0.5 * (up - down), Math.sqrt(removed)};
    }

    private static double crossing(BeadVolume volume, int[] peak, int axis, int direction, double half) {
        int[] at = peak.clone();
        double previous = mean(volume, at[0], at[1], at[2]);
        for (int steps = 1; ; steps++) {
            at[axis] += direction;
            if (!inside(volume, at[0], at[1], at[2])) {
                return steps - 0.5;
            }
            double next = mean(volume, at[0], at[1], at[2]);
            if (next < half) {
                return steps - 1 + Math.max(0, (previous - half) / Math.max(previous - next, 1e-12));
            }
            previous = next;
        }
    }

    private static double shellMedian(BeadVolume volume, NoiseModel noise) {
        int nx = volume.sizeX();
        int ny = volume.sizeY();
        int nz = volume.sizeZ();
        double[] shell = new double[2 * (nx * ny + ny * nz + nz * nx)];
        int n = 0;
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                boolean face = z == 0 || z == nz - 1 || y == 0 || y == ny - 1;
                int stride = face ? 1 : Math.max(1, nx - 1);
                for (int x = 0; x < nx; x += stride) {
                    shell[n++] = value(volume, x, y, z);
                }
            }
        }
        return noise.electrons(OrderStatistics.median(shell, n));
    }
}
