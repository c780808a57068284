package org.fiducial.metrology.bead;

/**
 * A block of voxels of the stack.
 *
 * @param x0 first column, stack index
 * @param y0 first row
 * @param z0 first plane
 * @param sizeX columns
 * @param sizeY rows
 * @param sizeZ planes
 */
public record VoxelBox(int x0, int y0, int z0, int sizeX, int sizeY, int sizeZ) {

    public VoxelBox {
        if (sizeX < 1 || sizeY < 1 || sizeZ < 1) {
            throw new IllegalArgumentException(
                    "a box needs at least one voxel along each axis, was " + sizeX + " × " + sizeY + " × " + sizeZ);
        }
    }

    /** Number of voxels. */
    public int voxels() {
        return sizeX * sizeY * sizeZ;
    }

    /** Whether a position lies inside, up to half a voxel beyond the outermost centres. */
    public boolean contains(Position position) {
        return inside(position.x(), x0, sizeX) && inside(position.y(), y0, sizeY) && inside(position.z(), z0, sizeZ);
    }

    private static boolean inside(double at, int first, int size) {
        return at >= first - 0.5 && at <= first + size - 0.5;
    }

    /** The whole of a volume. */
    static VoxelBox of(BeadVolume volume) {
        return new VoxelBox(
                volume.originX(), volume.originY(), volume.originZ(), volume.sizeX(), volume.sizeY(), volume.sizeZ());
    }

    /** The part of a volume within the given half-widths [voxels] of a centre, at least one voxel. */
    static VoxelBox round(BeadVolume volume, Position centre, Position half) {
        int[] x = clip(centre.x(), half.x(), volume.originX(), volume.sizeX());
        int[] y = clip(centre.y(), half.y(), volume.originY(), volume.sizeY());
        int[] z = clip(centre.z(), half.z(), volume.originZ(), volume.sizeZ());
        return new VoxelBox(x[0], y[0], z[0], x[1], y[1], z[1]);
    }

    private static int[] clip(double centre, double half, int origin, int size) {
        int last = origin + size - 1;
        int low = (int) Math.max(origin, Math.min(last, Math.round(centre - half)));
        int high = (int) Math.max(low, Math.min(last, Math.round(centre + half)));
        return new int[] {low, high - low + 1};
    }

    /** The electrons of the voxels of this box, x fastest; this box must lie within the volume. */
    double[] electrons(BeadVolume volume, NoiseModel noise) {
        double[] electrons = new double[voxels()];
        float[] counts = volume.counts();
        int at = 0;
        for (int z = z0 - volume.originZ(); z < z0 - volume.originZ() + sizeZ; z++) {
            for (int y = y0 - volume.originY(); y < y0 - volume.originY() + sizeY; y++) {
                int from = (z * volume.sizeY() + y) * volume.sizeX() + x0 - volume.originX();
                for (int x = 0; x < sizeX; x++) {
                    electrons[at++] = noise.electrons(counts[from + x]);
                }
            }
        }
        return electrons;
    }
}
