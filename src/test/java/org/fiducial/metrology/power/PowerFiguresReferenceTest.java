package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fiducial.metrology.power.GivenLog.evaluated;
import static org.fiducial.metrology.power.GivenLog.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Measurement;
import org.junit.jupiter.api.Test;

/** Closed-form figures against numbers computed by numpy and scipy; see test-data/power-figures/README.md. */
class PowerFiguresReferenceTest {

    private static final Path FOLDER = Path.of("test-data/power-figures");

    private static List<double[]> rows(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .skip(1)
                .map(line -> List.of(line.split(",")).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }

    private static double expected(String name) throws IOException {
        JsonNode node =
                new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
        return node.path(name).path("value").doubleValue();
    }

    private static void agrees(double found, String name) throws IOException {
        double wanted = expected(name);
        assertThat(found).as(name).isCloseTo(wanted, within(1e-9 * Math.abs(wanted)));
    }

    @Test
    void figuresOfASeriesAgreeToNineDigits() throws IOException {
        List<double[]> rows = rows("series.csv");
        PowerSeries plain = GivenLog.timed(GivenLog.noKey(), column(rows, 0), column(rows, 1));
        PowerSeries series = new PowerSeries(
                0,
                plain.key(),
                plain.powerMw(),
                new PowerSeries.Timing(
                        plain.timing().timeS(), Optional.of(ReadingColumn.of(column(rows, 2))), Optional.empty()),
                plain.fileLine());
        AnalysisResult result = new GivenLog().with(series).analyse("light-source-stability");

        for (String name : List.of("mean", "median", "min", "max", "sd", "nsd", "drift")) {
            agrees(value(result, "power." + name), name);
        }
        agrees(value(result, "power.stability_short"), "stability");
        agrees(value(result, "power.temperature.correlation"), "r");
        agrees(value(result, "power.temperature.coefficient"), "coefficient");
        agrees(allan(result, "2"), "allan_1");
        agrees(allan(result, "4"), "allan_2");
    }

    private static double allan(AnalysisResult result, String tau) {
        return result.measurements().stream()
                .filter(each -> each.key().metric().equals("power.allan")
                        && tau.equals(each.key().qualifiers().get("tau_s")))
                .map(Measurement::evaluated)
                .findFirst()
                .flatMap(found -> found)
                .orElseThrow()
                .value()
                .value();
    }

    private static AnalysisResult linearity(boolean weighted) throws IOException {
        List<double[]> rows = rows("setpoints.csv");
        GivenLog log = new GivenLog();
        for (double set : rows.stream().mapToDouble(row -> row[0]).distinct().toArray()) {
            ReadingColumn power = new ReadingColumn(2);
            ReadingColumn u = new ReadingColumn(2);
            ReadingColumn lines = new ReadingColumn(2);
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i)[0] == set) {
                    power.add(rows.get(i)[1]);
                    u.add(rows.get(i)[2]);
                    lines.add(i + 2.0);
                }
            }
            log.with(new PowerSeries(
                    0,
                    new SeriesKey(OptionalDouble.of(488), OptionalDouble.of(set), ""),
                    power,
                    new PowerSeries.Timing(
                            Optional.empty(), Optional.empty(), weighted ? Optional.of(u) : Optional.empty()),
                    lines));
        }
        return log.analyse("light-source-linearity");
    }

    @Test
    void figuresOfLinearityAgreeToNineDigits() throws IOException {
        AnalysisResult result = linearity(false);

        for (String name : List.of("slope", "intercept", "r2", "max_dev", "exponent", "hysteresis")) {
            agrees(value(result, "power.linearity." + name), name);
        }
        agrees(
                evaluated(result, "power.linearity.slope")
                        .uncertainty()
                        .orElseThrow()
                        .standard(),
                "slope_u");
        agrees(
                evaluated(result, "power.linearity.intercept")
                        .uncertainty()
                        .orElseThrow()
                        .standard(),
                "intercept_u");
        assertThat(value(result, "power.linearity.monotonic")).isEqualTo(1);
        assertThat(value(result, "power.linearity.set_points")).isEqualTo(11);
    }

    @Test
    void readingsWithTheirOwnUncertaintyAreWeighted() throws IOException {
        AnalysisResult result = linearity(true);

        agrees(value(result, "power.linearity.slope"), "weighted_slope");
        agrees(value(result, "power.linearity.intercept"), "weighted_intercept");
    }
}
