package org.fiducial.metrology.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.metrology.protocol.AnalysisCancelledException;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.simulation.SceneObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsfModuleTest {

    private static final String[] OPTICS = {
        "na=1.1",
        "immersion=water",
        "emission=525nm",
        "modality=widefield",
        "bead-diameter=100nm",
        "gain=0.5",
        "offset=100",
        "read-noise=1.5"
    };

    @Test
    void measuresEveryDeclaredMetricOfSimulatedBeads(@TempDir Path folder) {
        AnalysisResult result = SimulatedFile.analyse(List.of(beads(folder, "a.tif", 1)), OPTICS);

        assertThat(result.measurements().get(0).key().metric()).isEqualTo("psf.fwhm.x");
        assertThat(result.measurements())
                .extracting(measurement -> measurement.key().metric())
                .containsAll(SimulatedFile.PROTOCOL.metrics().stream()
                        .map(MetricDefinition::key)
                        .filter(key -> !key.startsWith("psf.position"))
                        .toList());
        assertThat(value(result, "psf.n_used", 1, Statistic.VALUE)).isEqualTo(10);
        // Ten beads of 2000 electrons peak: photon noise 0.5 % a bead, so 3 % is beyond four standard errors.
        assertThat(value(result, "psf.fwhm.x", 1, Statistic.MEDIAN)).isCloseTo(0.24, within(0.0072));
        assertThat(value(result, "psf.fwhm.z", 1, Statistic.MEDIAN)).isCloseTo(0.7, within(0.021));
        assertThat(value(result, "psf.fwhm3d.x", 1, Statistic.MEDIAN)).isCloseTo(0.24, within(0.0024));
        assertThat(value(result, "psf.lar", 1, Statistic.MEDIAN)).isGreaterThan(0.97);
        assertThat(value(result, "psf.axial_asymmetry", 1, Statistic.MEDIAN)).isCloseTo(1, within(0.05));
        // 0.51 · 525 nm/1.1 and 0.88 · 525 nm/(1.333 − √(1.333² − 1.1²)) = 0.88 · 0.525/0.58008.
        assertThat(value(result, "psf.theory.xy", 1, Statistic.VALUE)).isCloseTo(0.243409, within(1e-6));
        assertThat(value(result, "psf.theory.z", 1, Statistic.VALUE)).isCloseTo(0.796442, within(1e-6));
    }

    @Test
    void statesTheBudgetOfTheJudgedWidth(@TempDir Path folder) {
        AnalysisResult result =
                SimulatedFile.analyse(List.of(beads(folder, "a.tif", 1), beads(folder, "b.tif", 2)), OPTICS);

        Uncertainty lateral = evaluated(result, "psf.fwhm.x", 1, Statistic.MEDIAN)
                .uncertainty()
                .orElseThrow();
        assertThat(lateral.parts())
                .extracting(Uncertainty.Part::name)
                .startsWith("photon-noise part", "between beads", "between repeats", "pixel size");
        assertThat(lateral.standard()).isBetween(0.0012, 0.01);
        assertThat(evaluated(result, "psf.fwhm_corrected.z", 1, Statistic.MEDIAN)
                        .uncertainty()
                        .orElseThrow()
                        .parts())
                .extracting(Uncertainty.Part::name)
                .contains("z-step", "bead diameter");
        assertThat(evaluated(result, "psf.fwhm.x", 1, Statistic.MEDIAN).n()).isEqualTo(20);
    }

    @Test
    void poolsRepeatsAndNamesTheFileOfEachBead(@TempDir Path folder) {
        AnalysisResult result =
                SimulatedFile.analyse(List.of(beads(folder, "a.tif", 1), beads(folder, "b.tif", 2)), OPTICS);

        assertThat(result.items()).hasSize(20);
        assertThat(result.items()).extracting(item -> item.identity().id()).doesNotHaveDuplicates();
        assertThat(result.items().stream()
                        .collect(Collectors.groupingBy(item -> item.identity().input(), Collectors.counting())))
                .isEqualTo(Map.of("a.tif", 10L, "b.tif", 10L));
        assertThat(result.provenance().inputs()).hasSize(2);
        assertThat(result.measurement(MeasurementKey.of("psf.planarity.tilt", 1, Statistic.VALUE))
                        .orElseThrow()
                        .finding())
                .isInstanceOf(Finding.NotEvaluated.class);
    }

    @Test
    void givesTheSameBeadTheSameNumberInEveryChannel(@TempDir Path folder) {
        List<SceneObject> green = SimulatedFile.beads(8, SimulatedFile.ROUND, 5);
        List<SceneObject> red = new ArrayList<>(SimulatedFile.moved(green, 0.12, -0.08, 0.2));
        Path file = SimulatedFile.write(
                folder.resolve("two.tif"), SimulatedFile.calibrated(), 9, List.of(green, red.subList(0, 7)));

        AnalysisResult result = SimulatedFile.analyse(List.of(file), OPTICS);

        Map<String, Item> byId = result.items().stream()
                .collect(Collectors.toMap(item -> item.identity().id(), item -> item));
        assertThat(byId).hasSize(15);
        int pairs = 0;
        for (int number = 1; number <= 8; number++) {
            Optional<Item> first = Optional.ofNullable(byId.get("c1-b00" + number));
            Optional<Item> second = Optional.ofNullable(byId.get("c2-b00" + number));
            if (first.isPresent() && second.isPresent()) {
                pairs++;
                assertThat(position(second.get(), "x") - position(first.get(), "x"))
                        .isCloseTo(0.12, within(0.02));
                assertThat(position(second.get(), "z") - position(first.get(), "z"))
                        .isCloseTo(0.2, within(0.05));
            }
        }
        assertThat(pairs).isEqualTo(7);
    }

    @Test
    void analysesOneChannelWhenAsked(@TempDir Path folder) {
        List<SceneObject> beads = SimulatedFile.beads(4, SimulatedFile.ROUND, 5);
        Path file = SimulatedFile.write(
                folder.resolve("two.tif"), SimulatedFile.calibrated(), 9, List.of(List.of(), beads));

        AnalysisResult result = SimulatedFile.analyse(List.of(file), "channel=2");

        assertThat(result.measurements())
                .allMatch(measurement -> measurement.key().channel() == 2);
        assertThat(result.items()).hasSize(4);
        assertThatThrownBy(() -> SimulatedFile.analyse(List.of(file), "channel=3"))
                .hasMessage("File 'two.tif' has 2 channels, but --set channel=3 was given.");
    }

    @Test
    void givesTheSameResultForTheSameFile(@TempDir Path folder) {
        Path file = beads(folder, "a.tif", 3);

        assertThat(SimulatedFile.analyse(List.of(file), OPTICS))
                .usingRecursiveComparison()
                .isEqualTo(SimulatedFile.analyse(List.of(file), OPTICS));
    }

    @Test
    void anEmptyFieldIsANormalResultWithARemark(@TempDir Path folder) {
        Path file = SimulatedFile.write(
                folder.resolve("empty.tif"), SimulatedFile.calibrated(), 9, List.of(List.<SceneObject>of()));

        AnalysisResult result = SimulatedFile.analyse(List.of(file), OPTICS);

        assertThat(result.items()).isEmpty();
        assertThat(codes(result)).contains("NO_BEAD");
        assertThat(value(result, "psf.n_used", 1, Statistic.VALUE)).isZero();
        assertThat(notEvaluated(result, "psf.fwhm.x")).isEqualTo("No bead could be measured in channel 1.");
    }

    @Test
    void namesTheParameterThatAMetricLacks(@TempDir Path folder) {
        AnalysisResult result = SimulatedFile.analyse(List.of(beads(folder, "a.tif", 1)));

        assertThat(notEvaluated(result, "psf.ratio_theory.x")).contains("--set modality=confocal");
        assertThat(notEvaluated(result, "psf.fwhm_corrected.x")).contains("--set bead-diameter=100nm");
        assertThat(notEvaluated(result, "psf.photons"))
                .contains("--set gain=0.5")
                .contains("--set offset=100");
        assertThat(notEvaluated(result, "psf.sbr")).contains("--set offset=100");
        assertThat(evaluated(result, "psf.fwhm.x", 1, Statistic.MEDIAN).n()).isEqualTo(10);
    }

    @Test
    void remarksOnAScaleThatContradictsTheFileAndUsesWhatWasGiven(@TempDir Path folder) {
        AnalysisResult result = SimulatedFile.analyse(List.of(beads(folder, "a.tif", 1)), "z-step=400nm");

        assertThat(result.remarks())
                .filteredOn(remark -> remark.code().equals("SCALE_CONFLICT"))
                .singleElement()
                .extracting(Remark::text)
                .isEqualTo(
                        "File 'a.tif' says z-step = 0.2 µm, but 0.4 µm was given and was used; check which is true.");
        assertThat(value(result, "psf.fwhm.z", 1, Statistic.MEDIAN)).isCloseTo(1.4, within(0.05));
        assertThat(result.provenance().parameters())
                .filteredOn(parameter -> parameter.name().name().equals("z-step"))
                .singleElement()
                .matches(parameter -> parameter.origin() == Origin.GIVEN);
    }

    @Test
    void statesNoResolutionWithBeadsLargerThanTheirImage(@TempDir Path folder) {
        AnalysisResult result = SimulatedFile.analyse(List.of(beads(folder, "a.tif", 1)), "bead-diameter=500nm");

        assertThat(notEvaluated(result, "psf.fwhm.x")).contains("tells their size and not the resolution");
        assertThat(codes(result)).contains("BEAD_SIZE");
        assertThat(value(result, "psf.fwhm3d.x", 1, Statistic.MEDIAN)).isPositive();
    }

    @ParameterizedTest(name = "pixel {0}, step {1}, {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-   | 0.2 | a=1 | does not say the pixel size; give it with --set pixel-size=65nm",
                "0.08| -   | a=1 | does not say the distance of its planes; give it with --set z-step=200nm",
                "1   | 1   | a=1 | placeholder",
                "0.08| 0.2 | na=1.4,immersion=water | needs an immersion of a higher refractive index",
                "0.02| 0.2 | na=1.1,modality=widefield,emission=525nm | narrower than 0.35 λ/NA",
            })
    void refusesAScaleThatCannotBeUsed(
            @org.jspecify.annotations.Nullable Double pixelUm,
            @org.jspecify.annotations.Nullable Double stepUm,
            String settings,
            String sentence,
            @TempDir Path folder) {
        Path file = SimulatedFile.write(
                folder.resolve("a.tif"),
                SimulatedFile.spaced(Optional.ofNullable(pixelUm), Optional.ofNullable(stepUm)),
                4,
                List.of(SimulatedFile.beads(4, SimulatedFile.ROUND, 5)));
        String[] given = settings.equals("a=1") ? new String[0] : settings.split(",", -1);

        assertThatThrownBy(() -> SimulatedFile.analyse(List.of(file), given))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesRepeatsOfDifferentSampling(@TempDir Path folder) {
        Path a = beads(folder, "a.tif", 1);
        Path b = SimulatedFile.write(
                folder.resolve("b.tif"),
                SimulatedFile.spaced(Optional.of(0.1), Optional.of(0.2)),
                4,
                List.of(SimulatedFile.beads(4, SimulatedFile.ROUND, 5)));

        assertThatThrownBy(() -> SimulatedFile.analyse(List.of(a, b)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("'a.tif' and 'b.tif' differ in voxel size");
    }

    @Test
    void stopsWhenAsked(@TempDir Path folder) {
        Inputs inputs = Inputs.of(List.of(beads(folder, "a.tif", 1)), Runnable::run);
        List<String> said = new ArrayList<>();
        Progress impatient = new Progress() {
            @Override
            public void report(long done, long of, String what) {
                said.add(what);
            }

            @Override
            public boolean cancelled() {
                return said.size() > 3;
            }
        };

        assertThatThrownBy(() -> SimulatedFile.module().analyse(inputs, SimulatedFile.given(), impatient))
                .isInstanceOf(AnalysisCancelledException.class);
        assertThat(said).contains("reading planes");
    }

    @Test
    void drawsTheFieldTheBeadsAndTheirWidths(@TempDir Path folder) {
        AnalysisResult result = SimulatedFile.analyse(List.of(beads(folder, "a.tif", 1)), OPTICS);

        Map<String, Figure> figures = result.figures().stream()
                .collect(Collectors.toMap(figure -> figure.caption().id(), figure -> figure));
        assertThat(figures)
                .containsKeys(
                        "overview-c1",
                        "distribution-fwhm-x-c1",
                        "map-fwhm-z-c1",
                        "radius-fwhm-lateral-c1",
                        "average-c1",
                        "average-sd-c1",
                        "bead-c1-b001",
                        "profile-c1-b001-z");
        assertThat(figures.get("bead-c1-b001"))
                .isInstanceOfSatisfying(Figure.ImagePanel.class, panel -> assertThat(panel.tiles())
                        .hasSize(9));
        assertThat(figures.get("average-c1")).isInstanceOfSatisfying(Figure.ImagePanel.class, panel -> {
            int middle = panel.tiles().get(0).raster().width() / 2;
            assertThat((double) panel.tiles().get(0).raster().value(middle, middle))
                    .isCloseTo(1, within(0.1));
        });
        assertThat(figures.get("distribution-fwhm-x-c1"))
                .isInstanceOfSatisfying(Figure.Distribution.class, distribution -> {
                    assertThat(distribution.guides()).hasSize(3);
                    assertThat(distribution.samples().get(0).values()).hasSize(10);
                });
    }

    @Test
    void itemsCarryTheSameKeysAsTheProtocol(@TempDir Path folder) {
        AnalysisResult result = SimulatedFile.analyse(List.of(beads(folder, "a.tif", 1)), OPTICS);

        List<String> declared = SimulatedFile.PROTOCOL.metrics().stream()
                .map(MetricDefinition::key)
                .toList();
        Item item = result.items().get(0);
        assertThat(item.identity().id()).isEqualTo("c1-b001");
        assertThat(item.status()).isEqualTo(ItemStatus.MEASURED);
        assertThat(declared).containsAll(item.values().keySet());
        assertThat(item.values()).containsKeys("psf.position.x", "psf.fwhm.x", "psf.fwhm3d_principal.1", "psf.photons");
        item.values().forEach((key, estimate) -> assertThat(estimate.quantity().unit())
                .as(key)
                .isEqualTo(SimulatedFile.PROTOCOL.metric(key).orElseThrow().unit()));
    }

    private static Path beads(Path folder, String name, long seed) {
        return SimulatedFile.write(
                folder.resolve(name),
                SimulatedFile.calibrated(),
                seed,
                List.of(SimulatedFile.beads(10, SimulatedFile.ROUND, seed)));
    }

    private static double position(Item item, String axis) {
        return Optional.ofNullable(item.values().get("psf.position." + axis))
                .orElseThrow()
                .quantity()
                .value();
    }

    private static Evaluated evaluated(AnalysisResult result, String metric, int channel, Statistic statistic) {
        return result.measurement(MeasurementKey.of(metric, channel, statistic))
                .orElseThrow()
                .evaluated()
                .orElseThrow();
    }

    private static double value(AnalysisResult result, String metric, int channel, Statistic statistic) {
        return evaluated(result, metric, channel, statistic).value().value();
    }

    private static String notEvaluated(AnalysisResult result, String metric) {
        Finding finding = result.measurement(MeasurementKey.of(metric, 1, Statistic.MEDIAN))
                .orElseThrow()
                .finding();
        return ((Finding.NotEvaluated) finding).reason();
    }

    private static List<String> codes(AnalysisResult result) {
        return result.remarks().stream().map(Remark::code).toList();
    }
}
