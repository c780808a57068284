package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files of one line, set point and place are runs of one acquisition. */
class RepeatedRunsTest {

    @TempDir
    Path folder = Path.of("");

    private Path log(String name, String header, double... powers) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < powers.length; i++) {
            lines.add(i + "," + powers[i]);
        }
        return Files.write(folder.resolve(name), lines);
    }

    private static AnalysisResult analyse(String id, List<Path> files, String... given) {
        ProtocolDefinition protocol = ProtocolFile.load(id, "1.0");
        Parameters parameters = Parameters.none();
        for (int i = 0; i < given.length; i += 2) {
            parameters = parameters.with(protocol.parse(given[i], given[i + 1], Origin.GIVEN));
        }
        return new PowerModule(protocol, new SoftwareReference("Fiducial", "test", "unknown"))
                .analyse(Inputs.of(files, Runnable::run), parameters, Progress.unwatched());
    }

    private static Evaluated pooled(AnalysisResult result, String metric, Statistic statistic) {
        return result.measurement(new MeasurementKey(metric, 0, new TreeMap<>(), statistic))
                .flatMap(Measurement::evaluated)
                .orElseThrow();
    }

    private static Map<String, Double> parts(Evaluated value) {
        return value.uncertainty().orElseThrow().parts().stream()
                .collect(Collectors.toMap(Uncertainty.Part::name, Uncertainty.Part::standard));
    }

    /** Means 1, 2 and 4.5: their mean is 2.5, sd √3.25; the readings of each are equal, so nothing is within the runs. */
    @Test
    void meanOverRunsComesFirstWithTheSpreadBetweenThem() throws IOException {
        AnalysisResult result = analyse(
                "light-source-power",
                List.of(
                        log("a.csv", "time_s,power_mW", 1, 1, 1),
                        log("b.csv", "time_s,power_mW", 2, 2, 2),
                        log("c.csv", "time_s,power_mW", 4.5, 4.5, 4.5, 4.5)));

        Evaluated mean = pooled(result, "power.mean", Statistic.VALUE);
        assertThat(mean.value().value()).isCloseTo(2.5, within(1e-12));
        assertThat(mean.n()).isEqualTo(10);
        assertThat(mean.uncertainty().orElseThrow().standard()).isCloseTo(Math.sqrt(3.25 / 3), within(1e-12));
        assertThat(pooled(result, "power.mean", Statistic.SD).value().value())
                .isCloseTo(Math.sqrt(3.25), within(1e-12));
        assertThat(pooled(result, "power.mean", Statistic.MAX).value().value()).isEqualTo(4.5);
        assertThat(pooled(result, "power.max", Statistic.VALUE).value().value()).isEqualTo(4.5);
        assertThat(pooled(result, "power.min", Statistic.VALUE).value().value()).isEqualTo(1);
        assertThat(pooled(result, "power.n", Statistic.VALUE).value().value()).isEqualTo(10);
        assertThat(result.measurements())
                .filteredOn(each -> each.key().metric().equals("power.mean"))
                .extracting(each -> each.key().qualifiers().getOrDefault("repeat", "all") + " "
                        + each.key().statistic().word())
                .containsExactly("all value", "all sd", "all min", "all max", "1 value", "2 value", "3 value");
        assertThat(result.remarks())
                .anySatisfy(remark -> assertThat(remark.code()).isEqualTo("RUNS_POOLED"));
    }

    /**
     * Two runs with the same readings: s² = 0, so the spread between them adds nothing, and the repeatability of the mean
     * is that of one run over √2.
     */
    @Test
    void whatOneRunShowsIsNotCountedTwice() throws IOException {
        double[] powers = {1.0, 1.1, 0.9, 1.05, 0.95, 1.02, 0.98, 1.03, 0.97, 1.0};
        Path one = log("a.csv", "time_s,power_mW", powers);
        Path other = log("b.csv", "time_s,power_mW", powers);

        double single = parts(pooled(analyse("light-source-power", List.of(one)), "power.mean", Statistic.VALUE))
                .getOrDefault("repeatability", 0.0);
        Map<String, Double> both =
                parts(pooled(analyse("light-source-power", List.of(one, other)), "power.mean", Statistic.VALUE));

        assertThat(single).isPositive();
        assertThat(both.get("repeatability")).isCloseTo(single / Math.sqrt(2), within(1e-12));
        assertThat(both.get("between runs")).isZero();
    }

    @Test
    void eachFileIsTakenInTheUnitItStates() throws IOException {
        AnalysisResult result = analyse(
                "light-source-power",
                List.of(log("w.csv", "time_s,power_W", 0.002, 0.002), log("mw.csv", "time_s,power_mW", 2, 2)));

        assertThat(pooled(result, "power.mean", Statistic.VALUE).value().value())
                .isCloseTo(2, within(1e-12));
        assertThat(pooled(result, "power.mean", Statistic.SD).value().value()).isCloseTo(0, within(1e-12));
    }

    @Test
    void aGivenUnitIsForFilesThatDoNotSay() throws IOException {
        Path stating = log("states.csv", "time_s,power_mW", 2, 2);
        Path silent = log("silent.csv", "time_s,power", 0.002, 0.002);

        AnalysisResult result = analyse("light-source-power", List.of(stating, silent), "power-unit", "W");

        assertThat(pooled(result, "power.mean", Statistic.MAX).value().value()).isCloseTo(2, within(1e-12));
        assertThat(pooled(result, "power.mean", Statistic.MIN).value().value()).isCloseTo(2, within(1e-12));
    }

    @Test
    void aUnitThatContradictsWhatFilesStateIsRefused() throws IOException {
        Path one = log("one.csv", "time_s,power_mW", 2, 2);
        Path other = log("other.csv", "time_s,power_mW", 2, 2);

        assertThatThrownBy(() -> analyse("light-source-power", List.of(one), "power-unit", "W"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage(
                        "'one.csv', line 1: the file states its power in mW, but power-unit=W was given, which is for"
                                + " files that do not say; leave power-unit out, or correct the file.");
        assertThatThrownBy(() -> analyse("light-source-power", List.of(one, other), "power-unit", "W"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageStartingWith(
                        "Every file states the unit of its power, 'one.csv' mW (stated in line 1), but");
    }

    /** 1e-6 mW is no light source of a microscope, 1e-6 W is: what a file states is corrected by what is given for all. */
    @Test
    void anImplausibleUnitIsCorrectedByTheOneGivenForAll() throws IOException {
        AnalysisResult result = analyse(
                "light-source-power",
                List.of(log("one.csv", "time_s,power_mW", 2e-4, 2e-4), log("other.csv", "time_s,power_mW", 2e-4, 2e-4)),
                "power-unit",
                "W");

        assertThat(pooled(result, "power.mean", Statistic.VALUE).value().value())
                .isCloseTo(0.2, within(1e-12));
        assertThat(result.remarks())
                .anySatisfy(remark -> assertThat(remark.code()).isEqualTo("UNIT_OVERRULED"));
    }

    @Test
    void runsOfDifferentKindsAreNotPooled() throws IOException {
        double[] steady = new double[300];
        Arrays.fill(steady, 1);
        List<String> hours = new ArrayList<>(List.of("time_s,power_mW"));
        for (int i = 0; i < 240; i++) {
            hours.add(30 * i + ",1");
        }
        AnalysisResult result = analyse(
                "light-source-stability",
                List.of(log("short.csv", "time_s,power_mW", steady), Files.write(folder.resolve("long.csv"), hours)));

        assertThat(GivenLog.whyNot(result, "power.drift"))
                .isEqualTo(
                        "The runs are of different kinds (short-term, long-term) and were not pooled; see each of them.");
        assertThat(pooled(result, "power.stability_long", Statistic.VALUE)
                        .value()
                        .value())
                .isEqualTo(100);
    }

    @Test
    void theRecipeThatToldThePulsesApartIsAnInput() {
        Path recipe = Path.of("test-data", "power-logs", "pulses", "recipe");
        AnalysisResult result = analyse("light-source-power", List.of(recipe.resolve("train.txt")));

        assertThat(result.provenance().inputs()).extracting(InputFile::name).containsExactly("train.txt", "recipe.tsv");
        assertThat(result.provenance().inputs().get(1).facts().get(InputFile.BESIDE))
                .hasToString("train.txt");
        assertThat(result.items()).noneMatch(item -> item.reasons().stream()
                .anyMatch(reason -> reason.code().equals("GAP")));
    }

    @Test
    void aPauseWhileOtherLinesHaveTheirTurnIsNoGap() throws IOException {
        List<String> lines = new ArrayList<>(List.of("time_s,wavelength_nm,power_mW"));
        int second = 0;
        for (int turn = 0; turn < 4; turn++) {
            for (int i = 0; i < 10; i++) {
                lines.add(second++ + "," + (turn % 2 == 0 ? 488 : 561) + ",2");
            }
            second += 5;
        }
        // Six seconds are missing in the last stay: that is a gap.
        lines.add((second + 1) + ",561,2");
        AnalysisResult result = analyse("light-source-power", List.of(Files.write(folder.resolve("turns.csv"), lines)));

        assertThat(result.items()).singleElement().satisfies(item -> {
            assertThat(item.identity().id()).isEqualTo("r000042");
            assertThat(item.reasons().get(0).code()).isEqualTo("GAP");
        });
    }

    @Test
    void foldersOfLinesWithinAFolderAreOneMeasurement() throws IOException {
        Path session = Path.of("test-data", "power-logs", "tool-kit", "session");
        for (String[] each : new String[][] {
            {"488nm", "20241108-1727_488nm_short_80%.txt"},
            {"561nm", "20241108-1727_561nm_port2_linear.txt"},
            {".", "20241108-1727_info.txt"}
        }) {
            Path line = Files.createDirectories(folder.resolve("scope/20241108").resolve(each[0]));
            Files.copy(session.resolve(each[1]), line.resolve(each[1]));
        }
        AnalysisResult result = analyse("light-source-power", List.of(folder.resolve("scope")));

        assertThat(result.measurements())
                .filteredOn(each -> each.key().metric().equals("power.mean"))
                .extracting(each -> each.key().qualifiers().get("line_nm"))
                .containsExactly("488", "561");
    }

    @Test
    void twoLogsInOneAreRefusedWhereTheirDatesChange() throws IOException {
        Path mixed = Files.write(
                folder.resolve("mixed.txt"),
                List.of(
                        "timestamp\twavelength[nm]\tsetting[%]\tpower[mW]",
                        "2026-03-01 10:00:00\t488\t20\t1", "13/03/2026 10:00:01\t488\t20\t1"));

        assertThatThrownBy(() -> analyse("light-source-power", List.of(mixed)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage(
                        "'mixed.txt', line 3: the date '13/03/2026 10:00:01' is written in another order of day, month"
                                + " and year than the others; split the file where the order changes.");
    }

    @Test
    void aLogCutInTheMiddleOfALetterIsRefused() throws IOException {
        byte[] whole = "time_s,power_mW\n0,1.5\n1,1.5\n".getBytes(StandardCharsets.UTF_16);
        Path cut = Files.write(folder.resolve("cut.csv"), Arrays.copyOf(whole, whole.length - 3));

        assertThatThrownBy(() -> analyse("light-source-power", List.of(cut)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageStartingWith("'cut.csv' is cut off: it is UTF-16BE with byte order mark");
    }
}
