package org.fiducial.metrology.psf;

import java.util.Optional;
import org.fiducial.metrology.bead.AxisEstimates;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.numeric.Estimate;

/** INTERIM. */
record Section(AxisEstimates fwhmUm, Estimate axialAsymmetry) {

    static Optional<Section> of(BeadOutcome.Measured bead) {
        return bead.fits()
                .volume()
                .fitted()
                .map(volume -> new Section(volume.widths().sectionUm(), new Estimate(1, 0)));
    }
}
