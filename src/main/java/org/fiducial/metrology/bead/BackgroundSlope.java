package org.fiducial.metrology.bead;

/**
 * How the background under a bead rises along each axis [e⁻ per voxel], from the middle of its box.
 *
 * @param x along a row
 * @param y from row to row
 * @param z from plane to plane
 */
record BackgroundSlope(double x, double y, double z) {

    static final BackgroundSlope FLAT = new BackgroundSlope(0, 0, 0);

    /** What a voxel of a box has more than the middle of the box. */
    double at(VoxelBox box, double i, double j, double k) {
        return x * (i - 0.5 * (box.sizeX() - 1))
                + y * (j - 0.5 * (box.sizeY() - 1))
                + z * (k - 0.5 * (box.sizeZ() - 1));
    }
}
