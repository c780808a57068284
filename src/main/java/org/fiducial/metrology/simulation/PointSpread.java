package org.fiducial.metrology.simulation;

/**
 * The image of one bead, without noise: intensity relative to its peak, which is 1 at the bead's own position.
 *
 * <p>The peak is that of the continuous profile, before the pixels integrate it. A bead of {@code peakElectrons} thus has
 * exactly this many electrons above background in an infinitely small pixel at its centre; a real pixel there collects
 * slightly fewer. Pixels integrate in x and y; a plane is a slice and samples z at a point.
 */
public interface PointSpread {

    /** The relative intensity at an offset from the peak [µm]; 1 at (0, 0, 0). */
    double relativeAt(double xUm, double yUm, double zUm);

    /**
     * Adds the pixel-integrated image of one bead to one plane.
     *
     * @param plane [sizeY * sizeX] electrons, row by row
     * @param grid the grid the plane belongs to
     * @param z index of the plane
     * @param bead where the bead lies
     * @param peakElectrons height of the continuous profile above background [e⁻]
     */
    void addTo(double[] plane, Grid grid, int z, Position bead, double peakElectrons);

    /**
     * The widths of the continuous profiles through the peak along x, y and z: from the peak outwards on either side to
     * the first point at half of it. Numerical, relative accuracy 1e-4 or better.
     */
    default Widths sectionFwhm() {
        return HalfMaximum.widths(this);
    }
}
