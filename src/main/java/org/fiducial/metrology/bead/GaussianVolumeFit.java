package org.fiducial.metrology.bead;

import java.util.Optional;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.FisherScoring;

/**
 * The width of a bead as a freely oriented Gaussian: background, amplitude, centre and full covariance, eleven parameters,
 * by maximum likelihood; three slopes of the background where they show.
 *
 * <p>Model: {@link GaussianParameters}, pixel integration in x and y, slices in z. Likelihood: shifted Poisson with read
 * noise, {@link GaussianLikelihood}. Region: ± 3 σ of the fitted Gaussian along each axis, cropped once again after the
 * first fit. Background: level, or a plane where Rao's score test finds a slope at 1 % significance, fixed at its most likely
 * value then. With an estimated noise model the uncertainties are scaled by √(χ²/dof) where that is above 1, since then the
 * gain is only good for weights.
 *
 * <p>Method: Laurence and Chromy, Nature Methods 7:338 (2010), doi:10.1038/nmeth0510-338; read noise as in Huang et al.,
 * Nature Methods 10:653 (2013), doi:10.1038/nmeth.2488. Exact on Gaussian beads; on real point spread functions a Gaussian
 * width depends on its window, which is why the judged width is that of {@link
 * ConventionalFwhmFit}.
 */
public final class GaussianVolumeFit {

    private static final double HALF_WIDTH_SIGMAS = 3;
    private static final double SMALLEST_SIGMA_PX = 0.33;
    private static final int CROPS = 3;
    private static final FisherScoring SEARCH = new FisherScoring(1e-6, 60);

    private final VoxelSize voxels;
    private final NoiseModel noise;

    /** A fit for stacks of one sampling and one detector. */
    public GaussianVolumeFit(VoxelSize voxels, NoiseModel noise) {
        this.voxels = voxels;
        this.noise = noise;
    }

    /**
     * Fits one bead.
     *
     * @param volume the bead with room to its neighbours, more than ± 3 σ if the stack has it
     * @param seed its brightest place to within two voxels [voxel indices of the stack]
     */
    public FitOutcome<GaussianVolume> fit(BeadVolume volume, Position seed) {
        return BeadGuess.of(volume, noise, seed)
                .map(start -> fit(volume, start))
                .orElse(new FitOutcome.NotFitted<>(FitFailure.NO_SIGNAL));
    }

    /** Fits one bead from a first idea of it. */
    FitOutcome<GaussianVolume> fit(BeadVolume volume, BeadGuess start) {
        VoxelBox box = around(volume, start.centre(), start.sigma());
        double[] theta = start(start, box);
        double readVariance = noise.readNoise() * noise.readNoise();
        for (int crop = 1; ; crop++) {
            if (box.voxels() < 3 * GaussianParameters.COUNT || box.sizeZ() < 3) {
                return new FitOutcome.NotFitted<>(FitFailure.TOO_FEW_VOXELS);
            }
            double[] electrons = box.electrons(volume, noise);
            Optional<FisherScoring.Maximum> maximum =
                    SEARCH.maximise(new GaussianLikelihood(box, electrons, readVariance, BackgroundSlope.FLAT), theta);
            if (maximum.isEmpty()) {
                return new FitOutcome.NotFitted<>(FitFailure.NOT_CONVERGED);
            }
            GaussianParameters found = new GaussianParameters(maximum.get().theta());
            Position centre = centre(found, box);
            if (!VoxelBox.of(volume).contains(centre)) {
                return new FitOutcome.NotFitted<>(FitFailure.CENTRE_OUTSIDE);
            }
            Position sigma = marginalSigma(found);
            if (!plausible(sigma, volume)) {
                return new FitOutcome.NotFitted<>(FitFailure.WIDTH_OUT_OF_RANGE);
            }
            VoxelBox next = around(volume, centre, sigma);
            boolean settled = (crop > 1 && nearly(next, box)) || crop == CROPS;
            if (settled) {
                return settled(maximum.get(), box, electrons)
                        .<FitOutcome<GaussianVolume>>map(FitOutcome.Fitted::new)
                        .orElse(new FitOutcome.NotFitted<>(FitFailure.NOT_CONVERGED));
            }
            theta = moved(maximum.get().theta(), box, next);
            box = next;
        }
    }

    /** The result on a level background, or on a sloping one where the slope is significant. */
    private Optional<GaussianVolume> settled(FisherScoring.Maximum level, VoxelBox box, double[] electrons) {
        double readVariance = noise.readNoise() * noise.readNoise();
        GaussianModel model = new GaussianModel(new GaussianParameters(level.theta()), box, BackgroundSlope.FLAT);
        GaussianVolumeResult result = new GaussianVolumeResult(voxels, noise, box);
        Optional<BackgroundSlope> slope =
                SlopeTest.of(model, electrons, readVariance).slope();
        return slope.flatMap(steep -> SEARCH.maximise(
                                new GaussianLikelihood(box, electrons, readVariance, steep), level.theta())
                        .flatMap(maximum -> result.of(maximum, electrons, steep)))
                .or(() -> result.of(level, electrons, BackgroundSlope.FLAT));
    }

    private static VoxelBox around(BeadVolume volume, Position centre, Position sigma) {
        Position half = new Position(
                HALF_WIDTH_SIGMAS * Math.hypot(sigma.x(), 0.29),
                HALF_WIDTH_SIGMAS * Math.hypot(sigma.y(), 0.29),
                HALF_WIDTH_SIGMAS * sigma.z());
        return VoxelBox.round(volume, centre, half);
    }

    private static double[] start(BeadGuess guess, VoxelBox box) {
        double floor = 1e-3 * guess.peak();
        return new double[] {
            Math.max(floor, guess.background()),
            Math.log(guess.peak()),
            guess.centre().x() - box.x0(),
            guess.centre().y() - box.y0(),
            guess.centre().z() - box.z0(),
            Math.log(guess.sigma().x()),
            0,
            Math.log(guess.sigma().y()),
            0,
            0,
            Math.log(guess.sigma().z())
        };
    }

    private static double[] moved(double[] theta, VoxelBox from, VoxelBox to) {
        double[] moved = theta.clone();
        moved[GaussianParameters.CENTRE] += from.x0() - to.x0();
        moved[GaussianParameters.CENTRE + 1] += from.y0() - to.y0();
        moved[GaussianParameters.CENTRE + 2] += from.z0() - to.z0();
        return moved;
    }

    private static Position centre(GaussianParameters found, VoxelBox box) {
        return new Position(box.x0() + found.centre(0), box.y0() + found.centre(1), box.z0() + found.centre(2));
    }

    private static Position marginalSigma(GaussianParameters found) {
        double[] covariance = found.covariance();
        return new Position(Math.sqrt(covariance[0]), Math.sqrt(covariance[4]), Math.sqrt(covariance[8]));
    }

    private static boolean plausible(Position sigma, BeadVolume volume) {
        return plausible(sigma.x(), volume.sizeX())
                && plausible(sigma.y(), volume.sizeY())
                && plausible(sigma.z(), volume.sizeZ());
    }

    private static boolean plausible(double sigmaPx, int size) {
        return sigmaPx > SMALLEST_SIGMA_PX && sigmaPx < size;
    }

    /** Whether two boxes differ by no more than one voxel on each side. */
    private static boolean nearly(VoxelBox a, VoxelBox b) {
        return nearly(a.x0(), b.x0(), a.sizeX(), b.sizeX())
                && nearly(a.y0(), b.y0(), a.sizeY(), b.sizeY())
                && nearly(a.z0(), b.z0(), a.sizeZ(), b.sizeZ());
    }

    private static boolean nearly(int first, int otherFirst, int size, int otherSize) {
        return Math.abs(first - otherFirst) <= 1 && Math.abs(first + size - otherFirst - otherSize) <= 1;
    }
}
