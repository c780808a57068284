package org.fiducial.metrology.simulation;

/**
 * A point of the specimen, counted from the centre of the first voxel.
 *
 * @param xUm [µm]
 * @param yUm [µm]
 * @param zUm [µm]
 */
public record Position(double xUm, double yUm, double zUm) {

    /** This point moved. */
    public Position plus(double byXUm, double byYUm, double byZUm) {
        return new Position(xUm + byXUm, yUm + byYUm, zUm + byZUm);
    }

    /** The straight distance to another point [µm]. */
    public double distanceUm(Position other) {
        return Math.sqrt(sq(xUm - other.xUm) + sq(yUm - other.yUm) + sq(zUm - other.zUm));
    }

    private static double sq(double value) {
        return value * value;
    }
}
