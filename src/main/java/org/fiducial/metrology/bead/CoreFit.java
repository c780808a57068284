package org.fiducial.metrology.bead;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.numeric.FisherScoring;

/**
 * Fits the core of a bead, {@link CoreLikelihood}, and settles on its frame: the region is an ellipsoid whose axes are the
 * half-maximum widths of the model itself, never of single noisy voxels, found anew in each of a few passes.
 */
final class CoreFit {

    private static final FisherScoring SEARCH = new FisherScoring(1e-3, 80);
    private static final int PASSES = 3;
    /** Fewer voxels than the ten coefficients of a Gaussian core are no core. */
    private static final int LEAST_VOXELS = 12;

    private final NoiseModel noise;
    private final double reach;
    private final CorePrior prior;

    CoreFit(NoiseModel noise, double reach, CorePrior prior) {
        this.noise = noise;
        this.reach = reach;
        this.prior = prior;
    }

    /** A fitted core with the information that came with it. */
    record Core(CoreModel model, FisherScoring.Maximum maximum, CoreRegion region) {}

    Optional<Core> fit(BeadVolume volume, BeadGuess guess, double background) {
        CoreRegion.Frame frame = new CoreRegion.Frame(guess.centre(), guess.sigma());
        double peak = guess.peak();
        for (int pass = 1; ; pass++) {
            CoreRegion region = CoreRegion.within(volume, noise, frame, reach);
            if (region.voxels() < LEAST_VOXELS) {
                return Optional.empty();
            }
            double readVariance = noise.readNoise() * noise.readNoise();
            CoreLikelihood likelihood =
                    new CoreLikelihood(region, Math.max(background, 1e-3 - 0.9 * readVariance), readVariance, prior);
            Optional<FisherScoring.Maximum> maximum = SEARCH.maximise(likelihood, prior.typical(peak));
            if (maximum.isEmpty()) {
                return Optional.empty();
            }
            CoreModel model = new CoreModel(maximum.get().theta(), frame);
            if (pass == PASSES) {
                return Optional.of(new Core(model, maximum.get(), region));
            }
            double[] at = model.peak();
            peak = Math.exp(model.log(at[0], at[1], at[2]));
            Optional<CoreRegion.Frame> next = frame(model, at);
            if (next.isEmpty() || !VoxelBox.of(volume).contains(next.get().centre())) {
                return Optional.empty();
            }
            frame = next.get();
        }
    }

    /** The frame of a model: its peak and σ = FWHM/2.355 of the pixelated image along each axis. */
    private static Optional<CoreRegion.Frame> frame(CoreModel model, double[] peak) {
        double[] sigma = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double level = 0.5 * model.intensity(peak);
            OptionalDouble low = model.distanceTo(level, peak, axis, -1);
            OptionalDouble high = model.distanceTo(level, peak, axis, 1);
            if (low.isEmpty() || high.isEmpty()) {
                return Optional.empty();
            }
            sigma[axis] = (low.getAsDouble() + high.getAsDouble()) / GaussianVolumeResult.FWHM_PER_SIGMA;
        }
        Position scale = model.frame().scale();
        double pixel = Math.sqrt(GaussianParameters.PIXEL_VARIANCE);
        return Optional.of(new CoreRegion.Frame(
                model.position(peak),
                new Position(
                        Math.hypot(sigma[0] * scale.x(), pixel),
                        Math.hypot(sigma[1] * scale.y(), pixel),
                        sigma[2] * scale.z())));
    }
}
