package org.fiducial.metrology.simulation;

/** A pixel that glows in every plane and touches no neighbour; the position picks the nearest pixel. */
final class HotPixelSpread implements PointSpread {

    @Override
    public double relativeAt(double xUm, double yUm, double zUm) {
        return xUm == 0 && yUm == 0 ? 1 : 0;
    }

    @Override
    public void addTo(double[] plane, Grid grid, int z, Position bead, double peakElectrons) {
        int x = (int) Math.rint(bead.xUm() / grid.pixelXUm());
        int y = (int) Math.rint(bead.yUm() / grid.pixelYUm());
        if (x >= 0 && x < grid.sizeX() && y >= 0 && y < grid.sizeY()) {
            plane[y * grid.sizeX() + x] += peakElectrons;
        }
    }

    @Override
    public Widths sectionFwhm() {
        throw new IllegalArgumentException("a hot pixel has no width");
    }
}
