package org.fiducial.bench;

import java.util.Optional;
import org.fiducial.metrology.bead.AxisEstimates;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.simulation.Widths;

/** Where the judged width of a measured bead is read. */
final class JudgedWidths {

    private JudgedWidths() {}

    static Optional<Widths> of(BeadOutcome.Measured bead) {
        return bead.fits().conventional().fitted().map(fit -> {
            AxisEstimates fwhm = fit.fwhmUm();
            return new Widths(fwhm.x().value(), fwhm.y().value(), fwhm.z().value());
        });
    }
}
