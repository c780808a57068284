package org.fiducial.metrology.bead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.fiducial.SharedFolder;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.LeastSquaresFit;
import org.fiducial.metrology.numeric.LevenbergMarquardt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianPlaneFitTest {

    private static final VoxelSize VOXELS = new VoxelSize(0.1, 0.1, 0.2);
    private static final NoiseModel NOISE = new NoiseModel(0.5, 100, 1.5, NoiseModel.Knowledge.STATED);

    @Test
    void measuresAGaussianBeadInItsPlaneAndColumn() {
        GaussianBead bead = new GaussianBead(10, 20_000, new double[] {4, 0, 0, 0, 2.25, 0, 0, 0, 3});
        BeadVolume volume = bead.volume(NOISE, new double[] {10.2, 9.8, 10.1}, new Random(4));

        GaussianPlane plane = new GaussianPlaneFit(VOXELS, NOISE)
                .fit(volume, new Position(15, 16, 17))
                .fitted()
                .orElseThrow();

        // The pixel's variance of 1/12 stays in, as in other tools; noise at 20,000 electrons: 0.3 % in the plane.
        double f = GaussianVolumeResult.FWHM_PER_SIGMA;
        assertThat(plane.fwhmUm().x().value()).isEqualTo(0.1 * f * Math.sqrt(4 + 1.0 / 12), within(0.005));
        assertThat(plane.fwhmUm().y().value()).isEqualTo(0.1 * f * Math.sqrt(2.25 + 1.0 / 12), within(0.004));
        assertThat(plane.fwhmUm().z().value()).isEqualTo(0.2 * f * Math.sqrt(3), within(0.01));
        assertThat(plane.centre().x()).isEqualTo(15.2, within(0.03));
        assertThat(plane.centre().z()).isEqualTo(17.1, within(0.03));
        assertThat(plane.window().sizeZ()).isEqualTo(21);
        assertThat(plane.rSquaredXy()).isGreaterThan(0.99);
        assertThat(plane.rSquaredZ()).isGreaterThan(0.99);
    }

    @Test
    void saysWhyThereIsNoPlane() {
        GaussianPlaneFit fit = new GaussianPlaneFit(VOXELS, NOISE);
        BeadVolume empty = BeadVolume.of(new float[1000], new int[] {10, 10, 10}, new int[] {0, 0, 0});
        float[] one = new float[300];
        one[155] = 1000;
        BeadVolume thin = BeadVolume.of(one, new int[] {10, 10, 3}, new int[] {0, 0, 0});

        assertThat(fit.fit(empty, new Position(5, 5, 5)))
                .isEqualTo(new FitOutcome.NotFitted<GaussianPlane>(FitFailure.NO_SIGNAL));
        assertThat(fit.fit(thin, new Position(5, 5, 1)))
                .isEqualTo(new FitOutcome.NotFitted<GaussianPlane>(FitFailure.TOO_FEW_VOXELS));
    }

    /** Reference: the report of MetroloJ on its PSF.tif, fitted to the raw points it prints. */
    @ParameterizedTest
    @CsvSource({
        "x, 129, 101.5712, 61829.8944, 13.2059, 0.1246, 19148092.8669",
        "y, 128, 97.6990, 61962.6559, 13.1004, 0.1270, 18141301.4980",
        "z, 15, 4092.1677, 61552.2355, 3.0364, 0.4445, 275294350.0796"
    })
    void fitsTheProfilesAnotherToolPrinted(
            String axis, double peakAt, double offset, double peak, double centre, double sigma, double sum)
            throws IOException {
        List<String> lines = Files.readAllLines(
                SharedFolder.data("metroloj/PSF_report_for_PSF_" + axis + "-profile.xls"), StandardCharsets.ISO_8859_1);
        double[] observed = lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells.length > 2)
                .mapToDouble(cells -> Double.parseDouble(cells[1]))
                .toArray();
        double step = axis.equals("z") ? 0.2 : 0.1024;

        LeastSquaresFit fit = LevenbergMarquardt.direct(300)
                .fit(GaussianRegression.line(), observed, new double[] {100, 60_000, peakAt, Math.log(2)})
                .converged()
                .orElseThrow();

        // Four digits are printed; their simplex search stopped a little above the minimum.
        assertThat(fit.parameters()[0]).isEqualTo(offset, within(0.02 * offset));
        assertThat(fit.parameters()[0] + fit.parameters()[1]).isEqualTo(peak, within(2e-4 * peak));
        assertThat(fit.parameters()[2] * step).isEqualTo(centre, within(2e-4));
        assertThat(Math.exp(fit.parameters()[3]) * step).isEqualTo(sigma, within(2e-4));
        assertThat(fit.residualSumOfSquares()).isLessThanOrEqualTo(sum * 1.0001);
    }
}
