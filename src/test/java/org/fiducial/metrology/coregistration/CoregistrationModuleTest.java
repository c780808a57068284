package org.fiducial.metrology.coregistration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fiducial.metrology.coregistration.SimulatedChannels.PLANE;
import static org.fiducial.metrology.coregistration.SimulatedChannels.ROUND;
import static org.fiducial.metrology.coregistration.SimulatedChannels.STACK;
import static org.fiducial.metrology.coregistration.SimulatedChannels.analyse;
import static org.fiducial.metrology.coregistration.SimulatedChannels.beads;
import static org.fiducial.metrology.coregistration.SimulatedChannels.finding;
import static org.fiducial.metrology.coregistration.SimulatedChannels.moved;
import static org.fiducial.metrology.coregistration.SimulatedChannels.similarity;
import static org.fiducial.metrology.coregistration.SimulatedChannels.value;
import static org.fiducial.metrology.coregistration.SimulatedChannels.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Position;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoregistrationModuleTest {

    private final Path folder;

    CoregistrationModuleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /**
     * A bead of 2,000 electrons on 10 is located to 0.5 nm laterally and 1.5 nm axially (Fisher information), a mean shift of
     * twelve pairs to √2/√12 of that, 0.2 and 0.6 nm; the tolerance is five times as much. The magnification is known to
     * 0.7 nm/(√12 · 4 µm rms radius) = 50 ppm and 0.05 mrad.
     */
    @Test
    void measuresShiftMagnificationAndRotation() {
        List<SceneObject> first = beads(STACK, 12, 2000, ROUND, 3);
        List<SceneObject> second = moved(first, similarity(STACK, 1.004, 0.002, 0.130, -0.060, 0.250));

        AnalysisResult result = analyse(file(STACK, first, second), SimulatedChannels.OPTICS);

        assertThat(value(result, "coreg.n_pairs", Statistic.VALUE)).isEqualTo(12);
        assertThat(value(result, "coreg.translation.x", Statistic.VALUE)).isCloseTo(130, within(1.0));
        assertThat(value(result, "coreg.translation.y", Statistic.VALUE)).isCloseTo(-60, within(1.0));
        assertThat(value(result, "coreg.translation.z", Statistic.VALUE)).isCloseTo(250, within(3.0));
        assertThat(value(result, "coreg.centre_lateral", Statistic.VALUE)).isCloseTo(143.2, within(1.0));
        assertThat(value(result, "coreg.centre_distance3d", Statistic.VALUE)).isCloseTo(288.1, within(3.0));
        assertThat(value(result, "coreg.magnification", Statistic.VALUE)).isCloseTo(4000, within(250.0));
        assertThat(value(result, "coreg.rotation", Statistic.VALUE)).isCloseTo(2, within(0.25));
        assertThat(value(result, "coreg.residual_rms.translation", Statistic.VALUE))
                .isGreaterThan(10);
        assertThat(value(result, "coreg.residual_rms.affine", Statistic.VALUE)).isLessThan(2);
        // 600 nm: 0.51 λ/NA = 218.6 nm, 0.88 λ/(n − √(n² − NA²)) = 564.1 nm; hypot(143.2/218.6, 250/564.1) = 0.791.
        assertThat(value(result, "coreg.ratio", Statistic.VALUE)).isCloseTo(0.791, within(0.01));
        assertThat(((Evaluated) finding(result, "coreg.ratio", Statistic.VALUE)).formula())
                .contains("ellipsoid-widefield-nonparaxial");
        Uncertainty u = ((Evaluated) finding(result, "coreg.shift.x", Statistic.MEDIAN))
                .uncertainty()
                .orElseThrow();
        assertThat(u.parts())
                .extracting(Uncertainty.Part::name)
                .containsExactly("photon-noise part", "between beads", "pixel size");
        assertThat(result.figures())
                .extracting(figure -> figure.caption().title())
                .contains("Average of 12 beads in two colours, channels 1 → 2");
        assertThat(result.figures())
                .extracting(figure -> figure.caption().id())
                .containsExactly(
                        "pairs",
                        "shifts-c1-c2",
                        "pattern-c1-c2",
                        "axial-c1-c2",
                        "radius-c1-c2",
                        "scatter-c1-c2",
                        "colours-c1-c2",
                        "overview-c1",
                        "overview-c2");
    }

    @Test
    void saysNothingAlongZOfASinglePlane() {
        List<SceneObject> first = beads(PLANE, 14, 3000, ROUND, 5);
        List<SceneObject> second = moved(first, similarity(PLANE, 1, 0, 0.080, 0.040, 0));

        AnalysisResult result = analyse(file(PLANE, first, second), SimulatedChannels.OPTICS);

        assertThat(value(result, "coreg.n_pairs", Statistic.VALUE)).isEqualTo(14);
        // A spot of 3,000 electrons peak has 3000 · 2πσ²/a² = 47,000 electrons: 0.5 nm a bead, 0.2 nm a mean of 14
        // pairs.
        assertThat(value(result, "coreg.shift.x", Statistic.MEAN)).isCloseTo(80, within(1.0));
        assertThat(value(result, "coreg.shift.y", Statistic.MEAN)).isCloseTo(40, within(1.0));
        assertThat(result.measurements())
                .extracting(row -> row.key().metric())
                .doesNotContain("coreg.shift.z", "coreg.axial", "coreg.distance3d", "coreg.centre_axial");
        assertThat(result.items()).noneMatch(item -> item.values().containsKey("coreg.position.z"));
        assertThat(result.remarks()).extracting(Remark::code).contains("SINGLE_PLANE");
        assertThat(((Evaluated) finding(result, "coreg.ratio", Statistic.VALUE)).formula())
                .contains("circle-widefield-lateral");
    }

    @Test
    void reportsAllPairsOfEightChannels() {
        List<SceneObject> first = beads(PLANE, 6, 3000, ROUND, 6);
        List<List<SceneObject>> channels = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            channels.add(moved(first, similarity(PLANE, 1, 0, 0.02 * i, 0, 0)));
        }
        Path file = write(folder.resolve("eight.tif"), PLANE, 8, channels);

        AnalysisResult result = analyse(List.of(file), "reference-channel=3");

        assertThat(result.measurements().stream()
                        .filter(row -> row.key().metric().equals("coreg.centre_lateral"))
                        .count())
                .isEqualTo(28);
        Evaluated shift = (Evaluated) finding(result, "coreg.shift.x", 3, 8, Statistic.MEAN);
        assertThat(shift.value().value()).isCloseTo(100, within(1.5));
        Evaluated back = (Evaluated) finding(result, "coreg.shift.x", 3, 1, Statistic.MEAN);
        assertThat(back.value().value()).isCloseTo(-40, within(1.5));
        Evaluated others = (Evaluated) finding(result, "coreg.centre_lateral", 1, 8, Statistic.VALUE);
        assertThat(others.value().value()).isCloseTo(140, within(1.5));
        assertThat(result.measurements().stream().map(Measurement::key).distinct())
                .hasSameSizeAs(result.measurements());
    }

    @Test
    void namesTheBeadsThatAreMissing() {
        List<SceneObject> first = beads(PLANE, 8, 3000, ROUND, 9);

        AnalysisResult result = analyse(file(PLANE, first, first.subList(0, 7)));

        assertThat(value(result, "coreg.n_pairs", Statistic.VALUE)).isEqualTo(7);
        Item missing = result.items().stream()
                .filter(item -> item.status() == ItemStatus.REJECTED)
                .findFirst()
                .orElseThrow();
        assertThat(missing.reasons()).extracting(Reason::code).containsExactly("MISSING_IN_CHANNEL");
        assertThat(finding(result, "coreg.ratio", Statistic.VALUE))
                .isInstanceOfSatisfying(Finding.NotEvaluated.class, none -> assertThat(none.reason())
                        .contains("--set"));
    }

    /** A width needs room for a neighbour unseen beyond the side, 3 FWHM; a centre needs its core, 1.5 FWHM or 0.36 µm. */
    @Test
    void countsBeadsNearTheSideButNotThoseItCuts() {
        List<SceneObject> beads = List.of(bead(0.5, 7, 3000), bead(7, 0.2, 3000), bead(7, 7, 3000));

        AnalysisResult result = analyse(file(PLANE, beads, beads));

        assertThat(value(result, "coreg.n_pairs", Statistic.VALUE)).isEqualTo(2);
        assertThat(result.items().stream()
                        .filter(item -> item.status() == ItemStatus.REJECTED)
                        .flatMap(item -> item.reasons().stream())
                        .map(Reason::code))
                .containsExactly("EDGE_XY", "EDGE_XY");
    }

    /** 40,000 electrons are 80,000 counts at 0.5 electrons a count, beyond the 65,535 of 16 bits. */
    @Test
    void rejectsSaturatedBeadsOfOneChannelAndMissesThemInTheOther() {
        List<SceneObject> first = List.of(bead(3, 7, 3000), bead(7, 3, 3000), bead(11, 7, 3000));
        List<SceneObject> second = List.of(bead(3, 7, 3000), bead(7, 3, 40_000), bead(11, 7, 3000));

        AnalysisResult result = analyse(file(PLANE, first, second));

        assertThat(value(result, "coreg.n_pairs", Statistic.VALUE)).isEqualTo(2);
        assertThat(result.remarks()).extracting(Remark::code).contains("SATURATED", "FEW_BEADS");
        assertThat(result.items().stream()
                        .filter(item -> item.status() == ItemStatus.REJECTED)
                        .map(item -> item.reasons().get(0).code()))
                .containsExactly("MISSING_IN_CHANNEL", "SATURATED");
    }

    private static SceneObject bead(double x, double y, double peakElectrons) {
        return new SceneObject(SceneKind.ISOLATED, new Position(x, y, 0), peakElectrons, ROUND);
    }

    @Test
    void oneBeadGivesAShiftAndNoMagnification() {
        List<SceneObject> first = beads(STACK, 1, 2000, ROUND, 4);

        AnalysisResult result = analyse(
                file(STACK, first, moved(first, similarity(STACK, 1, 0, 0.05, 0, 0.1))), SimulatedChannels.OPTICS);

        assertThat(value(result, "coreg.translation.x", Statistic.VALUE)).isCloseTo(50, within(5.0));
        assertThat(value(result, "coreg.translation.z", Statistic.VALUE)).isCloseTo(100, within(15.0));
        assertThat(finding(result, "coreg.magnification", Statistic.VALUE)).isInstanceOf(Finding.NotEvaluated.class);
        assertThat(result.figures())
                .extracting(figure -> figure.caption().title())
                .contains("Bead 1 in two colours, channels 1 → 2");
        assertThat(finding(result, "coreg.residual_rms.translation", Statistic.VALUE))
                .isInstanceOf(Finding.NotEvaluated.class);
        assertThat(result.remarks()).extracting(Remark::code).contains("FEW_BEADS");
    }

    /**
     * A tail to one side pulls a Gaussian by 60 nm and more along z, on one bead so, on the next not; the brightest point stays
     * within 10 nm of the main Gaussian's, whose shift is none.
     */
    @Test
    void takesTheBrightestPointsOfLopsidedImages() {
        List<SceneObject> first = beads(STACK, 8, 2000, ROUND, 41);
        List<SceneObject> second = beads(STACK, 8, 2000, new TailedSpread(ROUND, 0.22), 41);

        AnalysisResult result = analyse(file(STACK, first, second), SimulatedChannels.OPTICS);

        assertThat(result.remarks()).extracting(Remark::code).contains("LOPSIDED_IMAGES");
        assertThat(value(result, "coreg.shift.x", Statistic.MEDIAN)).isCloseTo(0, within(5.0));
        assertThat(value(result, "coreg.shift.z", Statistic.MEDIAN)).isCloseTo(0, within(25.0));
    }

    @Test
    void noCommonBeadIsAResultToo() {
        List<SceneObject> first = beads(PLANE, 5, 3000, ROUND, 21);
        List<SceneObject> second = beads(PLANE, 5, 3000, ROUND, 22);

        AnalysisResult result = analyse(file(PLANE, first, second), SimulatedChannels.OPTICS);

        assertThat(value(result, "coreg.n_pairs", Statistic.VALUE)).isZero();
        assertThat(result.remarks()).extracting(Remark::code).contains("NO_COMMON_BEAD");
        assertThat(finding(result, "coreg.shift.x", Statistic.MEDIAN)).isInstanceOf(Finding.NotEvaluated.class);
    }

    @Test
    void takesOneFileAChannel() {
        List<SceneObject> first = beads(PLANE, 6, 3000, ROUND, 13);
        List<SceneObject> second = moved(first, similarity(PLANE, 1, 0, 0, 0.070, 0));
        Path green = write(folder.resolve("green.tif"), PLANE, 1, List.of(first));
        Path red = write(folder.resolve("red.tif"), PLANE, 2, List.of(second));

        AnalysisResult result = analyse(List.of(green, red), SimulatedChannels.OPTICS);

        assertThat(value(result, "coreg.translation.y", Statistic.VALUE)).isCloseTo(70, within(2.0));
        assertThat(result.remarks()).extracting(Remark::code).contains("FILES_AS_CHANNELS");
        assertThat(result.items())
                .filteredOn(item -> item.identity().channel() == 2)
                .allMatch(item -> item.identity().input().equals("red.tif"));
    }

    @Test
    void poolsRepeatsAndNamesTheirFiles() {
        List<SceneObject> first = beads(PLANE, 5, 3000, ROUND, 31);
        List<SceneObject> second = moved(first, similarity(PLANE, 1, 0, 0.03, 0, 0));
        Path one = write(folder.resolve("one.tif"), PLANE, 1, List.of(first, second));
        Path two = write(folder.resolve("two.tif"), PLANE, 2, List.of(first, second));

        AnalysisResult result = analyse(List.of(one, two));

        assertThat(value(result, "coreg.n_pairs", Statistic.VALUE)).isEqualTo(10);
        assertThat(result.items()).extracting(item -> item.identity().id()).doesNotHaveDuplicates();
        assertThat(((Evaluated) finding(result, "coreg.shift.x", Statistic.MEDIAN))
                        .uncertainty()
                        .orElseThrow()
                        .parts())
                .extracting(Uncertainty.Part::name)
                .contains("between repeats");
    }

    @Test
    void refusesInOneSentence() {
        List<SceneObject> beads = beads(PLANE, 3, 3000, ROUND, 2);
        List<Path> single = List.of(write(folder.resolve("single.tif"), PLANE, 1, List.of(beads)));
        List<Path> both = file(PLANE, beads, beads);

        assertThatThrownBy(() -> analyse(single))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("single.tif' holds one channel");
        Grid small = Grid.square(24, 1, 0.065, 0.2);
        List<Path> nine = List.of(write(folder.resolve("nine.tif"), small, 1, Collections.nCopies(9, List.of())));
        assertThatThrownBy(() -> analyse(nine))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("File 'nine.tif' holds 9 channels, but 2 to 8 were expected; if they are");
        List<Path> slide = Collections.nCopies(9, write(folder.resolve("one.tif"), small, 1, List.of(List.of())));
        assertThatThrownBy(() -> analyse(slide))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("are 9 channels, but 2 to 8 were expected");
        assertThatThrownBy(() -> analyse(both, "reference-channel=3"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("has 2 channels");
        assertThatThrownBy(() -> analyse(both, "emission.5=600nm"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("names channel 5");
    }

    private List<Path> file(
            org.fiducial.metrology.simulation.Grid grid, List<SceneObject> first, List<SceneObject> second) {
        return List.of(write(folder.resolve("beads.tif"), grid, 77, List.of(first, second)));
    }
}
