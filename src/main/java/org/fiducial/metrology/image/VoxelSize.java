package org.fiducial.metrology.image;

/**
 * The spacing of the sampling grid.
 *
 * @param xUm pixel size along x [µm]
 * @param yUm pixel size along y [µm]
 * @param zUm distance of the planes [µm]
 */
public record VoxelSize(double xUm, double yUm, double zUm) {

    public VoxelSize {
        requirePositive(xUm, "pixel size x");
        requirePositive(yUm, "pixel size y");
        requirePositive(zUm, "z-step");
    }

    private static void requirePositive(double lengthUm, String name) {
        if (!(lengthUm > 0) || Double.isInfinite(lengthUm)) {
            throw new IllegalArgumentException(name + " must be positive, was " + lengthUm + " µm");
        }
    }
}
