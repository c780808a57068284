package org.fiducial.metrology.bead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Averaging;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Objective;
import org.fiducial.metrology.simulation.PhysicalSpread;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.Simulator;
import org.fiducial.metrology.simulation.Widths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reference: section widths of scalar Debye images, computed by the simulator to 1e-4, and of Gaussians. Tolerances are the limits asked of
 * the estimator plus three standard errors of the mean over the beads.
 */
class ConventionalFwhmFitTest {

    private static final int BEADS = 16;
    private static final long SEED = 7;
    private static final VoxelSize WIDEFIELD_VOXELS = new VoxelSize(0.065, 0.065, 0.15);
    private static final VoxelSize CONFOCAL_VOXELS = new VoxelSize(0.05, 0.05, 0.13);
    private static final Objective OIL = Objective.perfect(1.4, 1.515);
    private static final PointSpread WIDEFIELD = PhysicalSpread.widefield(OIL, 0.51);
    private static final PointSpread CONFOCAL = PhysicalSpread.confocal(OIL, 0.488, 0.52, 1);
    private static final Detector CAMERA = Detector.camera(0.5, 100, 1.5);

    @ParameterizedTest
    @CsvSource({"200, 0.04", "1000, 0.02", "20000, 0.02"})
    void isTrueForWidefieldImagesOfAnyBrightness(double peak, double limit) {
        hasBiasBelow(limit, peak, 10, new Bench(WIDEFIELD, WIDEFIELD_VOXELS, CAMERA));
    }

    @Test
    void isTrueForConfocalImages() {
        hasBiasBelow(0.02, 1000, 10, new Bench(CONFOCAL, CONFOCAL_VOXELS, CAMERA));
    }

    /** Sharp Gaussians have a core of a few dozen voxels, which alone could not tell them from images of diffraction. */
    @ParameterizedTest
    @CsvSource({"2.4, 2.4, 1000", "2.63, 2.8, 2000", "3.5, 3.5, 1000", "6, 6, 1000"})
    void isTrueForPureGaussians(double lateralPx, double axialPlanes, double peak) {
        Widths widths = new Widths(0.1 * lateralPx, 0.1 * lateralPx, 0.2 * axialPlanes);
        VoxelSize voxels = new VoxelSize(0.1, 0.1, 0.2);

        hasBiasBelow(0.01, peak, 10, new Bench(GaussianSpread.ofFwhm(widths), voxels, CAMERA));
    }

    @ParameterizedTest
    @CsvSource({"1000, 0.999", "200, 0.99", "40, 0.6"})
    void knowsImagesOfDiffractionFromGaussians(double peak, double least) {
        Widths widths = WIDEFIELD.sectionFwhm();
        Bench diffraction = new Bench(WIDEFIELD, WIDEFIELD_VOXELS, CAMERA);
        Bench gaussian = new Bench(GaussianSpread.ofFwhm(widths), WIDEFIELD_VOXELS, CAMERA);

        double real = diffraction.evidence(diffraction.volume(peak, 10, new Random(SEED)));
        double pure = gaussian.evidence(gaussian.volume(peak, 10, new Random(SEED)));

        assertThat(real).isBetween(least, 1.0);
        assertThat(pure).isLessThan(peak < 100 ? 0.95 : 0.6);
    }

    @Test
    void isTrueForAFewClippedPhotons() {
        Detector clipped = new Detector(0.4, -2, 0.5, 8, Averaging.none(), 1);

        hasBiasBelow(0.05, 40, 0.5, new Bench(CONFOCAL, CONFOCAL_VOXELS, clipped));
    }

    @Test
    void widthsDoNotDependOnAGainThatWasOnlyEstimated() {
        Bench bench = new Bench(WIDEFIELD, WIDEFIELD_VOXELS, CAMERA);
        BeadVolume volume = bench.volume(1000, 10, new Random(SEED));
        NoiseModel wrong = new NoiseModel(1.5, 100, 4, NoiseModel.Knowledge.ESTIMATED);

        ConventionalFwhm right = bench.measured(volume);
        ConventionalFwhm estimated = new ConventionalFwhmFit(WIDEFIELD_VOXELS, wrong)
                .fit(volume, bench.seed())
                .fitted()
                .orElseThrow();

        assertThat(estimated.fwhmUm().x().value()).isEqualTo(right.fwhmUm().x().value(), within(0.004));
        assertThat(estimated.fwhmUm().x().u() / right.fwhmUm().x().u()).isBetween(0.6, 1.5);
    }

    @Test
    void tellsPeakBackgroundAndAsymmetryOfAPerfectBead() {
        Bench bench = new Bench(WIDEFIELD, WIDEFIELD_VOXELS, CAMERA);

        ConventionalFwhm width = bench.measured(bench.volume(20_000, 100, new Random(SEED)));

        assertThat(width.method()).isEqualTo(WidthMethod.CORE_FIT);
        assertThat(width.levels().peak().value()).isEqualTo(20_000, within(600.0));
        // The skirt of a widefield image raises the background by up to 1 % of the peak.
        assertThat(width.levels().background().value()).isEqualTo(200, within(110.0));
        assertThat(width.axialAsymmetry().value())
                .isEqualTo(1, within(4 * width.axialAsymmetry().u()));
        assertThat(width.halfMaxima().z().widthUm())
                .isEqualTo(width.fwhmUm().z().value(), within(1e-12));
        assertThat(width.peak().x()).isEqualTo(bench.seed().x(), within(0.6));
    }

    @Test
    void readsTheVoxelsWhereTheCoreIsNoSmoothHill() {
        PointSpread comatic = PhysicalSpread.widefield(OIL.with(Aberration.coma(0.5)), 0.51);
        Bench bench = new Bench(comatic, WIDEFIELD_VOXELS, CAMERA);

        ConventionalFwhm width = bench.measured(bench.volume(20_000, 10, new Random(SEED)));

        Widths truth = comatic.sectionFwhm();
        assertThat(width.method()).isEqualTo(WidthMethod.INTERPOLATION);
        // Cubic interpolation of 2.5 pixels a width and the noise of single voxels: 6 %.
        assertThat(width.fwhmUm().x().value()).isEqualTo(truth.xUm(), within(0.06 * truth.xUm()));
        assertThat(width.fwhmUm().y().value()).isEqualTo(truth.yUm(), within(0.06 * truth.yUm()));
        assertThat(width.levels().modelErrorPercent()).isGreaterThan(2);
    }

    /** No core describes these; what is read instead is off by the noise of voxels and a few per cent, and says so. */
    @ParameterizedTest
    @CsvSource({"200, 0.12", "1000, 0.06", "20000, 0.04"})
    void keepsTheWidthOfAnImageWithOneWaveOfSphericalAberration(double peak, double limit) {
        Objective air = Objective.perfect(0.8, 1.0).with(Aberration.spherical(1));
        Bench bench = new Bench(PhysicalSpread.widefield(air, 0.51), new VoxelSize(0.11, 0.11, 0.35), CAMERA);

        hasBiasBelow(limit, peak, 10, bench);
    }

    @Test
    void readsTheVoxelsOfADimCrescentToo() {
        PointSpread comatic = PhysicalSpread.widefield(OIL.with(Aberration.coma(0.5)), 0.51);
        Bench bench = new Bench(comatic, WIDEFIELD_VOXELS, CAMERA);

        hasBiasBelow(0.1, 200, 10, bench);
    }

    @Test
    void saysWhyThereIsNoWidth() {
        ConventionalFwhmFit fit =
                new ConventionalFwhmFit(WIDEFIELD_VOXELS, new NoiseModel(1, 0, 0, NoiseModel.Knowledge.STATED));
        BeadVolume empty = BeadVolume.of(new float[1000], new int[] {10, 10, 10}, new int[] {0, 0, 0});
        float[] slope = new float[4000];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = 100 + (i % 20) * 10;
        }
        BeadVolume ramp = BeadVolume.of(slope, new int[] {20, 20, 10}, new int[] {0, 0, 0});

        assertThat(reason(fit.fit(empty, new Position(5, 5, 5)))).isEqualTo(FitFailure.NO_SIGNAL.sentence());
        assertThat(reason(fit.fit(ramp, new Position(17, 10, 5)))).isNotEqualTo("measured");
    }

    private static String reason(FitOutcome<ConventionalFwhm> outcome) {
        return outcome.fold(width -> "measured", FitFailure::sentence);
    }

    private static void hasBiasBelow(double limit, double peak, double background, Bench bench) {
        Random random = new Random(SEED);
        Widths truth = bench.spread().sectionFwhm();
        double[] expected = {truth.xUm(), truth.yUm(), truth.zUm()};
        double[] sums = new double[3];
        double[] squares = new double[3];
        for (int i = 0; i < BEADS; i++) {
            AxisEstimates fwhm =
                    bench.measured(bench.volume(peak, background, random)).fwhmUm();
            Estimate[] axes = {fwhm.x(), fwhm.y(), fwhm.z()};
            for (int axis = 0; axis < 3; axis++) {
                double error = axes[axis].value() / expected[axis] - 1;
                sums[axis] += error / BEADS;
                squares[axis] += error * error / BEADS;
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            double standardError = Math.sqrt(squares[axis] - sums[axis] * sums[axis]) / Math.sqrt(BEADS);
            assertThat(sums[axis])
                    .as("bias of axis %d at peak %s, seed %d", axis, peak, SEED)
                    .isEqualTo(0, within(limit + 3 * standardError));
        }
    }

    /** One bead of a given image in the middle of a small stack, at a random place within its voxel. */
    private record Bench(PointSpread spread, VoxelSize voxels, Detector detector) {

        private Grid grid() {
            Widths widths = spread.sectionFwhm();
            int half = (int) Math.ceil(3.2 * Math.max(widths.xUm(), widths.yUm()) / voxels.xUm());
            int planes = (int) Math.ceil(3.2 * widths.zUm() / voxels.zUm());
            return Grid.square(2 * half + 1, 2 * planes + 1, voxels.xUm(), voxels.zUm());
        }

        Position seed() {
            Grid grid = grid();
            return new Position(grid.sizeX() / 2.0, grid.sizeX() / 2.0, grid.sizeZ() / 2.0);
        }

        BeadVolume volume(double peak, double background, Random random) {
            Grid grid = grid();
            org.fiducial.metrology.simulation.Position place = grid.centre()
                    .plus(
                            (random.nextDouble() - 0.5) * voxels.xUm(),
                            (random.nextDouble() - 0.5) * voxels.yUm(),
                            (random.nextDouble() - 0.5) * voxels.zUm());
            Scene scene = Scene.oneBead(
                    grid,
                    new SceneObject(SceneKind.ISOLATED, place, peak, spread),
                    Background.constant(background),
                    detector);
            int[] size = {grid.sizeX(), grid.sizeY(), grid.sizeZ()};
            return BeadVolume.of(new Simulator().simulate(scene, random).voxels(), size, new int[] {0, 0, 0});
        }

        private NoiseModel noise() {
            return new NoiseModel(
                    detector.gain(), detector.offsetAdu(), detector.readNoiseElectrons(), NoiseModel.Knowledge.STATED);
        }

        double evidence(BeadVolume volume) {
            Optional<GaussianVolume> gaussian =
                    new GaussianVolumeFit(voxels, noise()).fit(volume, seed()).fitted();
            return DiffractionEvidence.probability(gaussian, volume, noise());
        }

        ConventionalFwhm measured(BeadVolume volume) {
            return new ConventionalFwhmFit(voxels, noise())
                    .fit(volume, seed())
                    .fitted()
                    .orElseThrow();
        }
    }
}
