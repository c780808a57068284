package org.fiducial.metrology.bead;

import java.util.OptionalDouble;

/**
 * The image of a bead between its voxels, by cubic convolution (Keys, IEEE Trans. ASSP 29:1153 (1981),
 * doi:10.1109/TASSP.1981.1163711) of the voxels, background subtracted and pixel integration removed to first order,
 * f ≈ g − ∇²g/24 across x and y.
 *
 * <p>Assumes nothing about the shape, at the price of the noise of a few voxels.
 */
final class SampledImage {

    private static final double STRIDE = 0.1;

    private final BeadVolume volume;
    private final NoiseModel noise;
    private final double background;

    SampledImage(BeadVolume volume, NoiseModel noise, double background) {
        this.volume = volume;
        this.noise = noise;
        this.background = background;
    }

    /** The brightest point within one voxel of a position, on a grid of a tenth, then of a hundredth. */
    Position brightest(Position near) {
        Position best = near;
        double highest = at(near);
        for (double step = 0.5; step > 0.005; step *= 0.5) {
            boolean moved = true;
            while (moved && distance(best, near) < 2) {
                moved = false;
                for (int direction = 0; direction < 6; direction++) {
                    double sign = direction < 3 ? step : -step;
                    Position next = moved(best, direction % 3, sign);
                    double value = at(next);
                    if (value > highest) {
                        highest = value;
                        best = next;
                        moved = true;
                    }
                }
            }
        }
        return best;
    }

    private static double distance(Position a, Position b) {
        return Math.max(Math.abs(a.x() - b.x()), Math.max(Math.abs(a.y() - b.y()), Math.abs(a.z() - b.z())));
    }

    static Position moved(Position from, int axis, double by) {
        return new Position(
                from.x() + (axis == 0 ? by : 0), from.y() + (axis == 1 ? by : 0), from.z() + (axis == 2 ? by : 0));
    }

    /** Distance [voxels] from a point along an axis to where the image first falls to the given level. */
    OptionalDouble distanceTo(double level, Position from, int axis, int direction) {
        double previous = at(from);
        VoxelBox box = VoxelBox.of(volume);
        for (double out = STRIDE; ; out += STRIDE) {
            Position here = moved(from, axis, direction * out);
            if (!box.contains(here)) {
                return OptionalDouble.empty();
            }
            double value = at(here);
            if (value < level) {
                return OptionalDouble.of(out - STRIDE * (level - value) / Math.max(previous - value, 1e-12));
            }
            previous = value;
        }
    }

    /** The image at a position in the stack [e⁻ above background]. */
    double at(Position position) {
        double x = position.x() - volume.originX();
        double y = position.y() - volume.originY();
        double z = position.z() - volume.originZ();
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        int z0 = (int) Math.floor(z);
        double[] wx = weights(x - x0);
        double[] wy = weights(y - y0);
        double[] wz = weights(z - z0);
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            for (int j = 0; j < 4; j++) {
                double row = 0;
                for (int i = 0; i < 4; i++) {
                    row += wx[i] * sharpened(x0 - 1 + i, y0 - 1 + j, z0 - 1 + k);
                }
                sum += wz[k] * wy[j] * row;
            }
        }
        return sum;
    }

    private double sharpened(int x, int y, int z) {
        double c = voxel(x, y, z);
        double around = voxel(x - 1, y, z) + voxel(x + 1, y, z) + voxel(x, y - 1, z) + voxel(x, y + 1, z);
        return c - (around - 4 * c) / 24;
    }

    private double voxel(int x, int y, int z) {
        int i = Math.max(0, Math.min(volume.sizeX() - 1, x));
        int j = Math.max(0, Math.min(volume.sizeY() - 1, y));
        int k = Math.max(0, Math.min(volume.sizeZ() - 1, z));
        return noise.electrons(volume.counts()[(k * volume.sizeY() + j) * volume.sizeX() + i]) - background;
    }

    private static double[] weights(double t) {
        double t2 = t * t;
        double t3 = t2 * t;
        return new double[] {
            0.5 * (-t3 + 2 * t2 - t), 0.5 * (3 * t3 - 5 * t2 + 2), 0.5 * (-3 * t3 + 4 * t2 + t), 0.5 * (t3 - t2)
        };
    }
}
