package org.fiducial.bench;

import java.util.Optional;
import org.fiducial.metrology.bead.AxisEstimates;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.simulation.Widths;

/** Where the judged width of a measured bead is read. */
final class JudgedWidths {

    private JudgedWidths() {}

    static Optional<Widths> of(BeadOutcome.Measured bead) {
        return bead.fits().volume().fitted().map(fit -> {
            AxisEstimates section = fit.widths().sectionUm();
            return new Widths(
                    section.x().value(), section.y().value(), section.z().value());
        });
    }
}
