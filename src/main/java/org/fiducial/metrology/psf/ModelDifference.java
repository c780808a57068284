package org.fiducial.metrology.psf;

import org.fiducial.metrology.numeric.RobustStatistics;
import java.util.Optional;
import org.fiducial.metrology.bead.ConventionalFwhm;

/**
 * What the model behind the judged width may add to its uncertainty: the rms difference δ between the voxels of the core
 * and the fitted core beyond photon noise, in units of the peak, taken at the half maximum. A Gaussian falls there by 2 ln
 * 2 of its peak over one FWHM, so u/F = δ/(2 ln 2); the median over the beads.
 */
final class ModelDifference {

    /** Slope at half maximum of a Gaussian of peak 1 and FWHM 1. */
    private static final double FLANK = 2 * Math.log(2);

    private ModelDifference() {}

    /** Relative standard uncertainty of the judged widths of a channel. */
    static Optional<Double> relativeU(ChannelResult channel) {
        double[] errors = channel.measured().stream()
                .flatMap(bead -> bead.outcome().fits().conventional().fitted().stream())
                .map(ConventionalFwhm::levels)
                .mapToDouble(levels -> levels.modelErrorPercent() / 100)
                .toArray();
        return errors.length == 0 ? Optional.empty() : Optional.of(RobustStatistics.median(errors) / FLANK);
    }
}
