package org.fiducial.metrology.simulation;

/**
 * The sampling grid of a simulated stack. Positions are counted from the centre of the first voxel.
 *
 * @param sizeX pixels along x
 * @param sizeY pixels along y
 * @param sizeZ planes
 * @param pixelXUm pixel size along x [µm]
 * @param pixelYUm pixel size along y [µm]
 * @param stepZUm distance of the planes [µm]
 */
public record Grid(int sizeX, int sizeY, int sizeZ, double pixelXUm, double pixelYUm, double stepZUm) {

    public Grid {
        if (sizeX < 1 || sizeY < 1 || sizeZ < 1) {
            throw new IllegalArgumentException(
                    "every extent of a grid must be at least 1, was " + sizeX + "x" + sizeY + "x" + sizeZ);
        }
        if (!(pixelXUm > 0 && pixelYUm > 0 && stepZUm > 0)) {
            throw new IllegalArgumentException("the spacing of a grid must be positive, was " + pixelXUm + " x "
                    + pixelYUm + " x " + stepZUm + " µm");
        }
    }

    /** A grid with square pixels. */
    public static Grid square(int sizeXy, int sizeZ, double pixelUm, double stepZUm) {
        return new Grid(sizeXy, sizeXy, sizeZ, pixelUm, pixelUm, stepZUm);
    }

    /** Pixels in one plane. */
    public int planeSize() {
        return Math.multiplyExact(sizeX, sizeY);
    }

    /** The middle of the stack. */
    public Position centre() {
        return new Position((sizeX - 1) * 0.5 * pixelXUm, (sizeY - 1) * 0.5 * pixelYUm, (sizeZ - 1) * 0.5 * stepZUm);
    }
}
