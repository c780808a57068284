package org.fiducial.metrology.coregistration;

import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Position;

/** A ball of even brightness whose edge falls off over a blur, as a large bead under a sharp microscope: ½ erfc-like. */
record SoftBall(double radiusUm, double blurUm) implements PointSpread {

    @Override
    public double relativeAt(double xUm, double yUm, double zUm) {
        double r = Math.sqrt(xUm * xUm + yUm * yUm + zUm * zUm);
        return 1 / (1 + Math.exp((r - radiusUm) / blurUm)) * (1 + Math.exp(-radiusUm / blurUm));
    }

    @Override
    public void addTo(double[] plane, Grid grid, int z, Position bead, double peakElectrons) {
        double reachUm = radiusUm + 15 * blurUm;
        int x0 = (int) Math.max(0, (bead.xUm() - reachUm) / grid.pixelXUm());
        int y0 = (int) Math.max(0, (bead.yUm() - reachUm) / grid.pixelYUm());
        int x1 = (int) Math.min(grid.sizeX() - 1.0, (bead.xUm() + reachUm) / grid.pixelXUm());
        int y1 = (int) Math.min(grid.sizeY() - 1.0, (bead.yUm() + reachUm) / grid.pixelYUm());
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                plane[y * grid.sizeX() + x] += peakElectrons
                        * relativeAt(
                                x * grid.pixelXUm() - bead.xUm(),
                                y * grid.pixelYUm() - bead.yUm(),
                                z * grid.stepZUm() - bead.zUm());
            }
        }
    }
}
