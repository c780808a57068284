package org.fiducial.metrology.psf;

import java.util.Optional;
import org.fiducial.metrology.bead.ConventionalFwhm;
import org.fiducial.metrology.bead.WidthMethod;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * What the model behind the judged width may add to its uncertainty, √(u₁² + u₂²).
 *
 * <ul>
 *   <li>u₁/F = 1 %: where its model holds, the estimator is within 1.7 % of the true width of simulated Gaussians, widefield
 *       and confocal images; bounds of a rectangular distribution (JCGM 100:2008, 4.3.7), so 1.7 %/√3;
 *   <li>u₂/F = δ/(2 ln 2): where it holds less, the rms difference δ between the voxels of the core and the fitted core
 *       beyond photon noise, in units of the peak, taken at the half maximum, where a Gaussian falls by 2 ln 2 of its peak
 *       over one FWHM; 3 % for a bead read from its voxels; the median over the beads.
 * </ul>
 *
 * <p>The difference to a Gaussian fit is no measure of it: that is off by 7 % and more on every real image, which is known.
 */
final class ModelDifference {

    /** Slope at half maximum of a Gaussian of peak 1 and FWHM 1. */
    private static final double FLANK = 2 * Math.log(2);

    /** Half width of the bounds 1.7 % over √3. */
    private static final double BIAS_U = 0.017 / Math.sqrt(3);

    private static final double INTERPOLATED = 0.03;

    private ModelDifference() {}

    /** Relative standard uncertainty of the judged widths of a channel. */
    static Optional<Double> relativeU(ChannelResult channel) {
        double[] errors = channel.measured().stream()
                .flatMap(bead -> bead.outcome().fits().conventional().fitted().stream())
                .mapToDouble(ModelDifference::misfit)
                .toArray();
        return errors.length == 0 ? Optional.empty() : Optional.of(Math.hypot(BIAS_U, RobustStatistics.median(errors)));
    }

    private static double misfit(ConventionalFwhm width) {
        return width.method() == WidthMethod.INTERPOLATION
                ? INTERPOLATED
                : width.levels().modelErrorPercent() / 100 / FLANK;
    }
}
