package org.fiducial.metrology.coregistration;

import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.VoxelSize;

/**
 * A volume in coarser pixels, the means of square bins of a plane, and the way between the two grids.
 *
 * @param volume in bins, its first at the origin along x and y
 * @param voxel size of a bin
 * @param cornerUm centre of the first bin in the stack
 */
record BinnedVolume(BeadVolume volume, VoxelSize voxel, Position cornerUm) {

    /** Bins a volume; a bin with a clipped voxel is clipped itself. */
    static BinnedVolume of(BeadVolume fine, VoxelSize voxel, int binning, double ceiling) {
        int nx = Math.max(1, fine.sizeX() / binning);
        int ny = Math.max(1, fine.sizeY() / binning);
        int nz = fine.sizeZ();
        float[] counts = new float[nx * ny * nz];
        boolean[] clipped = new boolean[counts.length];
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny * binning; y++) {
                for (int x = 0; x < nx * binning; x++) {
                    int to = (z * ny + y / binning) * nx + x / binning;
                    float value = fine.counts()[(z * fine.sizeY() + y) * fine.sizeX() + x];
                    counts[to] += value / (binning * binning);
                    clipped[to] |= value >= ceiling;
                }
            }
        }
        for (int i = 0; i < counts.length; i++) {
            if (clipped[i]) {
                counts[i] = Float.MAX_VALUE;
            }
        }
        Position corner = new Position(
                (fine.originX() + 0.5 * (binning - 1)) * voxel.xUm(),
                (fine.originY() + 0.5 * (binning - 1)) * voxel.yUm(),
                fine.originZ() * voxel.zUm());
        return new BinnedVolume(
                BeadVolume.of(counts, new int[] {nx, ny, nz}, new int[3]),
                new VoxelSize(voxel.xUm() * binning, voxel.yUm() * binning, voxel.zUm()),
                corner);
    }

    /** A place of the stack on this grid [µm]. */
    Position inward(Position um) {
        return new Position(um.x() - cornerUm.x(), um.y() - cornerUm.y(), um.z() - cornerUm.z());
    }

    /** A place on this grid in the stack [µm]. */
    Position outward(Position um) {
        return new Position(um.x() + cornerUm.x(), um.y() + cornerUm.y(), um.z() + cornerUm.z());
    }
}
