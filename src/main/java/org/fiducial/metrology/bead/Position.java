package org.fiducial.metrology.bead;

/**
 * A place in a stack in voxel indices, whole numbers at voxel centres; also used for directions.
 *
 * @param x along a row
 * @param y along a column
 * @param z plane
 */
public record Position(double x, double y, double z) {}
