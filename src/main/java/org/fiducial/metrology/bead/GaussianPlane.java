package org.fiducial.metrology.bead;

/**
 * A bead as other tools report it: a Gaussian in its brightest plane and one along its axis, by unweighted least squares.
 *
 * @param fwhmUm 2√(2 ln 2) σ along x and y from the plane, along z from the column, with standard errors [µm]
 * @param centre of the fits [voxel indices of the stack]
 * @param window the voxels used: x and y extent of the plane, z extent of the column
 * @param rSquaredXy 1 − residual over total sum of squares in the plane
 * @param rSquaredZ the same along the column
 */
public record GaussianPlane(
        AxisEstimates fwhmUm, Position centre, VoxelBox window, double rSquaredXy, double rSquaredZ) {}
