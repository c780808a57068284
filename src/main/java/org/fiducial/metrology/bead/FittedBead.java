package org.fiducial.metrology.bead;

import java.util.Optional;
import org.fiducial.metrology.image.VoxelSize;

/**
 * A spot with its fits.
 *
 * @param probe as found
 * @param fits as fitted
 */
record FittedBead(BeadProbe probe, BeadFits fits) {

    /** Within this distance the fitted centre is that of the peak [FWHM]. */
    private static final double SAME_PLACE = 0.2;

    /** Fits a spot. */
    static FittedBead of(BeadProbe probe, FieldContext field) {
        // All fits start from the same idea, found once.
        return BeadGuess.of(probe.volume(), field.noise(), probe.centre())
                .map(guess -> new FittedBead(probe, fits(probe.volume(), guess, field)))
                .orElseGet(() -> new FittedBead(probe, BeadFits.none(FitFailure.NO_SIGNAL)));
    }

    private static BeadFits fits(BeadVolume volume, BeadGuess guess, FieldContext field) {
        VoxelSize voxels = field.search().voxelSize();
        NoiseModel noise = field.noise();
        FitOutcome<GaussianVolume> gaussian = new GaussianVolumeFit(voxels, noise).fit(volume, guess);
        return new BeadFits(
                new ConventionalFwhmFit(voxels, noise).fit(volume, guess, gaussian.fitted()),
                gaussian,
                new GaussianPlaneFit(voxels, noise).fit(volume, guess));
    }

    /** Distance of the fitted Gaussian from where the spot was found [FWHM]; zero without a fit. */
    double driftFwhm(FieldContext field) {
        return fits.volume()
                .fitted()
                .map(fit -> field.distanceFwhm(fit.centre(), probe.centre()))
                .orElse(0.0);
    }

    /** The fitted Gaussian if it describes this spot and not some other part of its image. */
    Optional<GaussianVolume> settled(FieldContext field) {
        return driftFwhm(field) <= AfterFitJudge.DRIFT_LIMIT ? fits.volume().fitted() : Optional.empty();
    }

    /** The centre of the Gaussian, or the peak if the Gaussian is centred on something wider, or where it was found. */
    Position position(FieldContext field) {
        Optional<Position> centre = fits.volume().fitted().map(GaussianVolume::centre);
        Optional<Position> peak = fits.conventional().fitted().map(ConventionalFwhm::peak);
        return centre.filter(place -> field.distanceFwhm(place, probe.centre()) <= SAME_PLACE)
                .or(() -> peak.filter(place -> field.distanceFwhm(place, probe.centre()) <= AfterFitJudge.DRIFT_LIMIT))
                .orElse(probe.centre());
    }

    /** The light of the bead: from the Gaussian if there is one, else as found. */
    BeadLight light(FieldContext field) {
        NoiseModel noise = field.noise();
        Optional<SpotLevels> levels = settled(field).map(GaussianVolume::levels);
        double peak = levels.map(each -> each.amplitude().value())
                .orElse(probe.levels().peak() * noise.gain());
        double background = levels.map(each -> each.background().value())
                .orElse(noise.electrons(probe.levels().background()));
        double level = background + noise.offset() * noise.gain();
        double snr = field.snr(peak / noise.gain(), level / noise.gain());
        boolean offsetStated = field.search().noise().offset().isPresent();
        boolean photonsKnown = noise.knowledge() == NoiseModel.Knowledge.STATED;
        return new BeadLight(
                peak,
                background,
                snr,
                level > 0 ? Optional.of((peak + level) / level) : Optional.empty(),
                offsetStated && background > 0 ? Optional.of(peak / background) : Optional.empty(),
                levels.map(each -> each.photons().value()).filter(photons -> photonsKnown));
    }
}
