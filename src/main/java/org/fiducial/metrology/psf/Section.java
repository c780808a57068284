package org.fiducial.metrology.psf;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.bead.AxisEstimates;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.numeric.Estimate;

/** INTERIM. */
record Section(
        AxisEstimates fwhmUm,
        Estimate axialAsymmetry,
        List<HalfWidths> halves,
        Position peak,
        double backgroundElectrons,
        double peakElectrons) {

    record HalfWidths(double lowUm, double highUm) {}

    HalfWidths half(int axis) {
        return halves.get(axis);
    }

    static Optional<Section> of(BeadOutcome.Measured bead) {
        return bead.fits().volume().fitted().map(volume -> {
            AxisEstimates f = volume.widths().sectionUm();
            return new Section(
                    f,
                    new Estimate(1, 0),
                    List.of(half(f.x()), half(f.y()), half(f.z())),
                    volume.centre(),
                    volume.levels().background().value(),
                    volume.levels().amplitude().value());
        });
    }

    private static HalfWidths half(Estimate fwhm) {
        return new HalfWidths(0.5 * fwhm.value(), 0.5 * fwhm.value());
    }
}
