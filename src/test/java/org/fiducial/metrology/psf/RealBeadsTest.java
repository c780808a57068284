package org.fiducial.metrology.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fiducial.SharedFolder;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** Real stacks with published answers or known traps. */
class RealBeadsTest {

    @Test
    void measuresTheBeadOfMetroloJ() {
        AnalysisResult result =
                analyse("metroloj/PSF.tif", "na=1.4", "immersion=oil", "emission=510nm", "modality=widefield");

        assertThat(number(result, "psf.n_used", Statistic.VALUE)).isEqualTo(1);
        assertThat(result.remarks()).extracting(Remark::code).contains("FEW_BEADS", "UNDERSAMPLED");
        // Its judged width is not the Gaussian one, but no other bead either.
        assertThat(number(result, "psf.fwhm.x", Statistic.MEDIAN)).isBetween(0.25, 0.36);
        assertThat(number(result, "psf.fwhm.z", Statistic.MEDIAN)).isBetween(0.8, 1.5);
    }

    @Test
    void statesNoResolutionFromABeadOfSixMicrometres() {
        AnalysisResult result = analyse(
                "metroloj/coalign_red.tif",
                "bead-diameter=6um",
                "na=1.4",
                "immersion=oil",
                "emission=600nm",
                "excitation=568nm",
                "modality=confocal");

        Finding width = result.measurement(MeasurementKey.of("psf.fwhm.x", 1, Statistic.MEDIAN))
                .orElseThrow()
                .finding();
        assertThat(width).isInstanceOfSatisfying(Finding.NotEvaluated.class, reason -> assertThat(reason.reason())
                .contains("tells their size"));
        assertThat(result.remarks()).extracting(Remark::code).contains("SATURATED");
    }

    @Test
    void readsPlanesStoredAsTimePoints() {
        AnalysisResult result = analyse("pyme/test.tif", "z-step=50nm");

        assertThat(result.remarks()).extracting(Remark::code).contains("Z_STORED_AS_T", "NO_BEAD");
    }

    @Test
    void refusesTheTrapsInOneSentence() {
        refuses("pyme/beads1.tif", "--set z-step=200nm");
        refuses("swc/PSF-lzw-placeholder-scale.tif", "PLACEHOLDER_SCALE");
        refuses("metroloj/field.tif", "single plane");
        refuses("metroloj/PSF_report_for_PSF_x-profile.xls", "expected an image stack");
        assertThatThrownBy(() -> analyse("bioimagenotebooks/psf.tif", "pixel-size=65nm", "z-step=200nm"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("every voxel is NaN");
    }

    private static void refuses(String name, String sentence) {
        assertThatThrownBy(() -> analyse(name))
                .as(name)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("\n");
    }

    private static AnalysisResult analyse(String name, String... settings) {
        return SimulatedFile.analyse(List.of(SharedFolder.data(name)), settings);
    }

    private static double number(AnalysisResult result, String metric, Statistic statistic) {
        return result.measurement(MeasurementKey.of(metric, 1, statistic))
                .orElseThrow()
                .evaluated()
                .orElseThrow()
                .value()
                .value();
    }
}
