package org.fiducial.metrology.bead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reference: the truth of the simulated bead. With B beads the mean is known to sd/√B and the sd to 1/√(2B), 8 %; coverage to
 * √(0.05·0.95/B).
 */
class GaussianVolumeFitTest {

    private static final VoxelSize VOXELS = new VoxelSize(0.1, 0.1, 0.2);
    private static final double[] SIZE_UM = {0.1, 0.1, 0.2};
    private static final NoiseModel NOISE = new NoiseModel(0.5, 100, 1.5, NoiseModel.Knowledge.STATED);
    private static final GaussianVolumeFit FIT = new GaussianVolumeFit(VOXELS, NOISE);
    private static final Position SEED = new Position(15, 16, 17);
    private static final int BEADS = 80;

    @ParameterizedTest
    @CsvSource({
        "100, 10, 1.02, 1.02, 1.02",
        "100, 10, 2.55, 2.55, 2.55",
        "1000, 20, 1.3, 1.5, 2.0",
        "200, 100, 1.7, 1.5, 1.7"
    })
    void isUnbiasedEfficientAndKnowsItsUncertainty(double peak, double background, double sx, double sy, double sz) {
        double[] covariance = {sx * sx, 0.1, 0.1, 0.1, sy * sy, 0.05, 0.1, 0.05, sz * sz};
        GaussianBead bead = new GaussianBead(background, peak, covariance);
        Random random = new Random(20);
        double[] sum = new double[3];
        double[] squares = new double[3];
        double[] predicted = new double[3];
        int covered = 0;
        for (int i = 0; i < BEADS; i++) {
            double[] at = {10 + random.nextDouble(), 10 + random.nextDouble(), 10 + random.nextDouble()};
            AxisEstimates fwhm = fitted(bead.volume(NOISE, at, random)).widths().marginalUm();
            Estimate[] axes = {fwhm.x(), fwhm.y(), fwhm.z()};
            for (int axis = 0; axis < 3; axis++) {
                double truth = GaussianVolumeResult.FWHM_PER_SIGMA * Math.sqrt(covariance[4 * axis]) * SIZE_UM[axis];
                double error = axes[axis].value() / truth - 1;
                sum[axis] += error;
                squares[axis] += error * error;
                predicted[axis] += axes[axis].u() / truth;
                covered += Math.abs(error) < 1.96 * axes[axis].u() / truth ? 1 : 0;
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            double sd = Math.sqrt(squares[axis] / BEADS);
            assertThat(sum[axis] / BEADS)
                    .as("bias of axis %d, seed 20", axis)
                    .isEqualTo(0, within(0.002 + 3 * sd / Math.sqrt(BEADS)));
            assertThat(sd / (predicted[axis] / BEADS))
                    .as("scatter against the bound, axis %d, seed 20", axis)
                    .isBetween(0.76, 1.26);
        }
        assertThat(covered / (3.0 * BEADS)).as("coverage, seed 20").isBetween(0.90, 0.99);
    }

    /** A slope of two fifths of the background over the box; taken for level it widens by 1 % and covers 88 %. */
    @Test
    void followsABackgroundThatSlopes() {
        double sigma = 1.7;
        BackgroundSlope slope = new BackgroundSlope(1, -1, 1);
        GaussianBead bead =
                new GaussianBead(50, 100, new double[] {sigma * sigma, 0, 0, 0, sigma * sigma, 0, 0, 0, sigma * sigma});
        Random random = new Random(8);
        double sum = 0;
        double squares = 0;
        double shift = 0;
        for (int i = 0; i < BEADS; i++) {
            double[] at = {10 + random.nextDouble(), 10 + random.nextDouble(), 10 + random.nextDouble()};
            GaussianVolume fit = fitted(bead.volume(NOISE, at, random, slope));
            double truth = GaussianVolumeResult.FWHM_PER_SIGMA * sigma * SIZE_UM[0];
            double error = fit.widths().marginalUm().x().value() / truth - 1;
            sum += error;
            squares += error * error;
            shift += fit.centre().x() - 5 - at[0];
            double rise = fit.model().electronsAt(5, 6, 27) - fit.model().electronsAt(5, 6, 7);
            assertThat(rise).as("rise of the model along z, seed 8").isEqualTo(20, within(8.0));
        }
        double standardError = Math.sqrt(squares / BEADS) / Math.sqrt(BEADS);
        assertThat(sum / BEADS).as("bias, seed 8").isEqualTo(0, within(0.003 + 3 * standardError));
        // A bead on a slope of 1 % of its peak a voxel is shifted by 0.01 σ²; 0.05 σ/√80 of noise is left of it.
        assertThat(shift / BEADS).as("shift, seed 8").isEqualTo(0, within(0.015));
    }

    @Test
    void tellsMarginalSectionAndPrincipalWidthsOfATiltedBead() {
        double angle = Math.toRadians(15);
        double wide = 4 * 4 * 0.01;
        double narrow = 2 * 2 * 0.01;
        double zz = wide * square(Math.cos(angle)) + narrow * square(Math.sin(angle));
        double xx = wide * square(Math.sin(angle)) + narrow * square(Math.cos(angle));
        double xz = (wide - narrow) * Math.sin(angle) * Math.cos(angle);
        double[] covariance = {xx / 0.01, 0, xz / 0.02, 0, narrow / 0.01, 0, xz / 0.02, 0, zz / 0.04};

        BeadVolume volume =
                new GaussianBead(5, 1e6, covariance).volume(NOISE, new double[] {10.3, 9.6, 10.1}, new Random(3));
        GaussianVolume bead = fitted(volume);

        GaussianWidths widths = bead.widths();
        double f = GaussianVolumeResult.FWHM_PER_SIGMA;
        double determinant = xx * zz - xz * xz;
        // 1e6 electrons: photon noise is below 2e-4, the fourth-cumulant pixel factor below 1e-4.
        assertThat(widths.marginalUm().x().value()).isEqualTo(f * Math.sqrt(xx), within(1e-4));
        assertThat(widths.marginalUm().z().value()).isEqualTo(f * Math.sqrt(zz), within(2e-4));
        assertThat(widths.sectionUm().x().value()).isEqualTo(f * Math.sqrt(determinant / zz), within(1e-4));
        assertThat(widths.sectionUm().z().value()).isEqualTo(f * Math.sqrt(determinant / xx), within(2e-4));
        assertThat(widths.principal().get(0).fwhmUm().value()).isEqualTo(f * 0.4, within(2e-4));
        assertThat(widths.principal().get(2).fwhmUm().value()).isEqualTo(f * 0.2, within(1e-4));
        assertThat(widths.tiltZxDeg().value()).isEqualTo(15, within(0.05));
        assertThat(widths.tiltZyDeg().value()).isEqualTo(0, within(0.05));
        assertThat(bead.centrePx().x().value()).isEqualTo(15.3, within(0.005));
        assertThat(bead.centreUm().z().value()).isEqualTo(17.1 * 0.2, within(0.001));
        assertThat(bead.levels().amplitude().value()).isEqualTo(1e6, within(1e3));
        assertThat(bead.quality().rSquared()).isGreaterThan(0.999);
    }

    @Test
    void answersWithAReasonWhenThereIsNoBead() {
        BeadVolume empty = BeadVolume.of(new float[1000], new int[] {10, 10, 10}, new int[] {0, 0, 0});

        assertThat(FIT.fit(empty, new Position(5, 5, 5)))
                .isEqualTo(new FitOutcome.NotFitted<GaussianVolume>(FitFailure.NO_SIGNAL));
    }

    @Test
    void widensItsUncertaintyWhenTheGainIsOnlyEstimated() {
        // A gain taken four times too large claims four times the photons; χ²/dof is then near 4 and mends it.
        NoiseModel wrong = new NoiseModel(2, 100, 3, NoiseModel.Knowledge.ESTIMATED);
        BeadVolume volume = new GaussianBead(20, 500, new double[] {3, 0, 0, 0, 3, 0, 0, 0, 3})
                .volume(NOISE, new double[] {10, 10, 10}, new Random(5));

        Estimate right = fitted(volume).widths().marginalUm().x();
        Estimate estimated = new GaussianVolumeFit(VOXELS, wrong)
                .fit(volume, SEED)
                .fitted()
                .orElseThrow()
                .widths()
                .marginalUm()
                .x();

        assertThat(estimated.value()).isEqualTo(right.value(), within(0.5 * right.u()));
        assertThat(estimated.u() / right.u()).isBetween(0.9, 1.1);
    }

    private static GaussianVolume fitted(BeadVolume volume) {
        return FIT.fit(volume, SEED).fitted().orElseThrow();
    }

    private static double square(double value) {
        return value * value;
    }
}
