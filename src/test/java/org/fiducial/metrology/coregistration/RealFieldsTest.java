package org.fiducial.metrology.coregistration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fiducial.metrology.coregistration.SimulatedChannels.analyse;
import static org.fiducial.metrology.coregistration.SimulatedChannels.value;

import java.nio.file.Path;
import java.util.List;
import org.fiducial.SharedFolder;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** Real fields with answers found by other means. */
class RealFieldsTest {

    /**
     * Seven beads of NanoPyx's two-channel field, matched by hand: mean shift (−13.50, +3.28) px, 1.35 px about it, 0.047 px
     * about an affine transformation; at 100 nm a pixel.
     */
    @Test
    void matchesTheSevenBeadsOfNanoPyx() {
        AnalysisResult result = analyse(List.of(SharedFolder.data("nanopyx/Composite.tif")), "pixel-size=100nm");

        assertThat(value(result, "coreg.n_pairs", Statistic.VALUE)).isEqualTo(7);
        assertThat(value(result, "coreg.shift.x", Statistic.MEAN)).isCloseTo(-1350, within(5.0));
        assertThat(value(result, "coreg.shift.y", Statistic.MEAN)).isCloseTo(328, within(5.0));
        assertThat(value(result, "coreg.residual_rms.translation", Statistic.VALUE))
                .isCloseTo(135, within(5.0));
        assertThat(value(result, "coreg.residual_rms.affine", Statistic.VALUE)).isLessThan(10);
    }

    @Test
    void refusesTheScaleOfNanoPyx() {
        List<Path> file = List.of(SharedFolder.data("nanopyx/Composite.tif"));

        assertThatThrownBy(() -> analyse(file))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("pixel-size");
    }

    /** Thresholded centroids of the 6 µm bead of MetroloJ, to 0.05 µm; red and blue are saturated. */
    @Test
    void locatesTheLargeBeadOfMetroloJ() {
        AnalysisResult result = analyse(
                List.of(
                        SharedFolder.data("metroloj/coalign_red.tif"),
                        SharedFolder.data("metroloj/coalign_green.tif"),
                        SharedFolder.data("metroloj/coalign_blue.tif")),
                "bead-diameter=6um",
                "na=1.4",
                "immersion=oil",
                "modality=confocal",
                "emission.1=600nm",
                "emission.2=500nm",
                "emission.3=400nm");

        assertThat(result.remarks()).extracting(Remark::code).contains("SATURATED", "FILES_AS_CHANNELS");
        assertAt(result, 1, 28.975, 27.058, 0.980);
        assertAt(result, 2, 28.970, 27.605, 1.382);
        assertAt(result, 3, 29.075, 27.670, 1.436);
    }

    /** Without its diameter: the bead is 40 pixels wide, which no point is; unevenly stained, the fits agree to 0.1 µm. */
    @Test
    void knowsTheBeadOfMetroloJForALargeOne() {
        AnalysisResult result = analyse(List.of(
                SharedFolder.data("metroloj/coalign_green.tif"), SharedFolder.data("metroloj/coalign_blue.tif")));

        assertThat(result.remarks()).extracting(Remark::code).contains("LARGE_BEADS");
        assertThat(value(result, "coreg.shift.x", Statistic.MEAN)).isCloseTo(105, within(100.0));
        assertThat(value(result, "coreg.shift.y", Statistic.MEAN)).isCloseTo(65, within(100.0));
    }

    private static void assertAt(AnalysisResult result, int channel, double x, double y, double z) {
        Item bead = result.items().stream()
                .filter(item -> item.identity().channel() == channel && item.status() == ItemStatus.MEASURED)
                .findFirst()
                .orElseThrow();
        assertThat(um(bead, "coreg.position.x")).as("channel %d", channel).isCloseTo(x, within(0.05));
        assertThat(um(bead, "coreg.position.y")).as("channel %d", channel).isCloseTo(y, within(0.05));
        assertThat(um(bead, "coreg.position.z")).as("channel %d", channel).isCloseTo(z, within(0.05));
    }

    private static double um(Item bead, String key) {
        return java.util.Objects.requireNonNull(bead.values().get(key))
                .quantity()
                .value();
    }
}
