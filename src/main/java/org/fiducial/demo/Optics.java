package org.fiducial.demo;

import java.util.List;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Objective;
import org.fiducial.metrology.simulation.PhysicalSpread;

/**
 * How an invented microscope forms the image of a bead.
 *
 * @param confocal whether light is detected through a pinhole of one Airy unit
 * @param colours its channels, the one beads are imaged in first
 * @param peakElectrons brightness of a clean bead [e⁻]
 */
record Optics(
        boolean confocal,
        Objective objective,
        List<Colour> colours,
        Grid grid,
        Detector detector,
        double peakElectrons) {

    Optics {
        colours = List.copyOf(colours);
    }

    /** Light of a channel; a lamp has a band where a laser has a line. */
    record Colour(double excitationUm, double emissionUm) {}

    /** The image of a point while the objective is aberrated. */
    PhysicalSpread spread(Aberration aberration, Colour colour) {
        Objective aberrated = objective.with(aberration);
        return confocal
                ? PhysicalSpread.confocal(aberrated, colour.excitationUm(), colour.emissionUm(), 1)
                : PhysicalSpread.widefield(aberrated, colour.emissionUm());
    }
}
