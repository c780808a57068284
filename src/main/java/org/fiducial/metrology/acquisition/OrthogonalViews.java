package org.fiducial.metrology.acquisition;

import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Raster;

/** Three planes through the voxel nearest to a bead's centre: x–y, x–z and y–z, z downwards in the file's order. */
public record OrthogonalViews(Raster xy, Raster xz, Raster yz) {

    /** A value at a voxel, in indices of the volume. */
    @FunctionalInterface
    public interface VoxelValue {
        double at(int x, int y, int z);
    }

    public static OrthogonalViews of(BeadVolume volume, Position centre, VoxelSize voxel, VoxelValue value) {
        int cx = nearest(centre.x() - volume.originX(), volume.sizeX());
        int cy = nearest(centre.y() - volume.originY(), volume.sizeY());
        int cz = nearest(centre.z() - volume.originZ(), volume.sizeZ());
        float[] xy = new float[volume.sizeX() * volume.sizeY()];
        float[] xz = new float[volume.sizeX() * volume.sizeZ()];
        float[] yz = new float[volume.sizeY() * volume.sizeZ()];
        for (int y = 0; y < volume.sizeY(); y++) {
            for (int x = 0; x < volume.sizeX(); x++) {
                xy[y * volume.sizeX() + x] = (float) value.at(x, y, cz);
            }
        }
        for (int z = 0; z < volume.sizeZ(); z++) {
            for (int x = 0; x < volume.sizeX(); x++) {
                xz[z * volume.sizeX() + x] = (float) value.at(x, cy, z);
            }
            for (int y = 0; y < volume.sizeY(); y++) {
                yz[z * volume.sizeY() + y] = (float) value.at(cx, y, z);
            }
        }
        return new OrthogonalViews(
                Raster.of(volume.sizeX(), volume.sizeY(), xy, voxel.xUm(), voxel.yUm()),
                Raster.of(volume.sizeX(), volume.sizeZ(), xz, voxel.xUm(), voxel.zUm()),
                Raster.of(volume.sizeY(), volume.sizeZ(), yz, voxel.yUm(), voxel.zUm()));
    }

    /** The index nearest to a position, within the volume. */
    public static int nearest(double at, int size) {
        return (int) Math.max(0, Math.min(size - 1.0, Math.rint(at)));
    }

    /** The voxel of a volume by its indices. */
    public static double count(BeadVolume volume, int x, int y, int z) {
        return volume.counts()[(z * volume.sizeY() + y) * volume.sizeX() + x];
    }
}
