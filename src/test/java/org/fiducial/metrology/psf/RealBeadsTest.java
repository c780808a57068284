package org.fiducial.metrology.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.List;
import org.fiducial.SharedFolder;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Item.ItemStatus;
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
        // MetroloJ reports 0.293, 0.299 and 1.047 µm from single lines; a fit in the plane may differ by 5 %.
        assertThat(number(result, "psf.fwhm_gauss.x", Statistic.MEDIAN)).isCloseTo(0.293, withinPercentage(5));
        assertThat(number(result, "psf.fwhm_gauss.y", Statistic.MEDIAN)).isCloseTo(0.299, withinPercentage(5));
        assertThat(number(result, "psf.fwhm_gauss.z", Statistic.MEDIAN)).isCloseTo(1.047, withinPercentage(3));
        // The judged width is not Gaussian, but it is of the same bead.
        assertThat(number(result, "psf.fwhm.x", Statistic.MEDIAN)).isCloseTo(0.29, withinPercentage(10));
        assertThat(number(result, "psf.fwhm.z", Statistic.MEDIAN)).isCloseTo(1.05, withinPercentage(10));
    }

    @Test
    void measuresThreeBeadsAndRejectsTheFourthByItsEdge() {
        AnalysisResult result = analyse("bioimagenotebooks/Bead_Image1_crop.tif");

        assertThat(number(result, "psf.n_used", Statistic.VALUE)).isEqualTo(3);
        assertThat(result.items())
                .filteredOn(item -> item.status() == ItemStatus.REJECTED)
                .singleElement()
                .satisfies(item -> assertThat(item.reasons().get(0).code()).isEqualTo("EDGE_XY"));
        // Single lines give 0.160 to 0.165, 0.222 to 0.229 and 0.520 to 0.554 µm.
        assertThat(number(result, "psf.fwhm_gauss.x", Statistic.MEDIAN)).isCloseTo(0.163, withinPercentage(5));
        assertThat(number(result, "psf.fwhm_gauss.y", Statistic.MEDIAN)).isCloseTo(0.226, withinPercentage(5));
        assertThat(number(result, "psf.fwhm_gauss.z", Statistic.MEDIAN)).isCloseTo(0.535, withinPercentage(5));
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
        List<Path> nothing = List.of(SharedFolder.data("bioimagenotebooks/psf.tif"));
        assertThatThrownBy(() -> SimulatedFile.analyse(nothing, "pixel-size=65nm", "z-step=200nm"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("every voxel is NaN");
    }

    private static void refuses(String name, String sentence) {
        List<Path> file = List.of(SharedFolder.data(name));
        assertThatThrownBy(() -> SimulatedFile.analyse(file))
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
