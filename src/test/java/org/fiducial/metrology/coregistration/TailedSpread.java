package org.fiducial.metrology.coregistration;

import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Position;
import org.fiducial.metrology.simulation.Widths;

/** A bead image with a wide, faint companion above and beside it, as coma and spherical aberration together make. */
record TailedSpread(PointSpread core, double share) implements PointSpread {

    private static final GaussianSpread TAIL = GaussianSpread.ofFwhm(new Widths(0.5, 0.4, 1.0));
    private static final double ASIDE_UM = 0.1;
    private static final double ABOVE_UM = 0.8;

    @Override
    public double relativeAt(double xUm, double yUm, double zUm) {
        return core.relativeAt(xUm, yUm, zUm) + share * TAIL.relativeAt(xUm - ASIDE_UM, yUm, zUm - ABOVE_UM);
    }

    @Override
    public void addTo(double[] plane, Grid grid, int z, Position bead, double peakElectrons) {
        core.addTo(plane, grid, z, bead, peakElectrons);
        TAIL.addTo(plane, grid, z, bead.plus(ASIDE_UM, 0, ABOVE_UM), share * peakElectrons);
    }
}
