package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fiducial.SharedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference: NIST Statistical Reference Datasets; certified values carry eleven digits, six are asked for. */
class LevenbergMarquardtTest {

    private static final Path SETS = Path.of("test-data", "nist-strd");
    private static final LevenbergMarquardt FIT = LevenbergMarquardt.thorough(5000);

    /** Rows of {y, x…}; for each parameter {start 1, start 2, certified value, its standard error}; residual sum. */
    private record Certified(List<double[]> rows, List<double[]> parameters, double sum) {}

    static Stream<String> typedSets() throws IOException {
        JsonNode sets = new ObjectMapper()
                .readTree(SETS.resolve("expected.json").toFile())
                .get("sets");
        return StreamSupport.stream(((Iterable<String>) sets::fieldNames).spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("typedSets")
    void reachesCertifiedValuesFromBothStarts(String name) throws IOException {
        JsonNode set = new ObjectMapper()
                .readTree(SETS.resolve("expected.json").toFile())
                .get("sets")
                .get(name);
        List<double[]> rows = Files.readAllLines(SETS.resolve(name + ".csv")).stream()
                .skip(1)
                .map(line -> numbers(line.split(",", -1)))
                .toList();
        List<double[]> parameters = new ArrayList<>();
        for (int i = 0; i < set.get("parameters").size(); i++) {
            parameters.add(new double[] {
                set.get("start1").get(i).doubleValue(),
                set.get("start2").get(i).doubleValue(),
                set.get("parameters").get(i).doubleValue(),
                set.get("standardErrors").get(i).doubleValue()
            });
        }
        matches(
                name,
                new Certified(rows, parameters, set.get("residualSumOfSquares").doubleValue()),
                1e-4);
    }

    static Stream<String> allSets() {
        return NistModels.names().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("allSets")
    void reachesTheCertifiedValuesOfEverySet(String name) throws IOException {
        Certified set = read(SharedFolder.data("nist-strd/" + name + ".dat"));
        // The residuals of Lanczos1, 1e-13 of its values, are mostly rounding: three digits of its standard errors.
        matches(name, set, name.equals("Lanczos1") ? 2e-3 : 1e-4);
    }

    private static void matches(String name, Certified set, double errorTolerance) {
        double[] observed = set.rows().stream()
                .mapToDouble(row -> name.equals("Nelson") ? Math.log(row[0]) : row[0])
                .toArray();
        double[][] predictors = set.rows().stream()
                .map(row -> Arrays.copyOfRange(row, 1, row.length))
                .toArray(double[][]::new);
        for (int attempt = 0; attempt < 2; attempt++) {
            double[] start = column(set.parameters(), attempt);
            LeastSquaresFit fit = FIT.fit(NistModels.of(name).over(predictors), observed, start)
                    .converged()
                    .orElseThrow();
            for (int i = 0; i < start.length; i++) {
                double certified = set.parameters().get(i)[2];
                double error = set.parameters().get(i)[3];
                assertThat(fit.parameters()[i])
                        .as("%s, parameter %d", name, i + 1)
                        .isEqualTo(certified, within(1e-6 * Math.abs(certified)));
                assertThat(fit.parameter(i).u())
                        .as("%s, standard error %d", name, i + 1)
                        .isEqualTo(error, within(errorTolerance * error));
            }
            assertThat(fit.residualSumOfSquares()).isEqualTo(set.sum(), within(1e-6 * set.sum() + 1e-27));
        }
    }

    private static double[] numbers(String[] words) {
        return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
    }

    /** The layout of a StRD file: lines "b1 = start1 start2 certified sd", then the table after the last "Data:". */
    private static Certified read(Path file) throws IOException {
        List<double[]> parameters = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        double sum = 0;
        boolean inTable = false;
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            String text = line.strip();
            if (text.matches("b\\d+\\s*=.*")) {
                parameters.add(
                        numbers(text.substring(text.indexOf('=') + 1).strip().split("\\s+", -1)));
            } else if (text.startsWith("Residual Sum of Squares:")) {
                sum = Double.parseDouble(text.substring(text.indexOf(':') + 1).strip());
            } else if (text.matches("Data:\\s+(log\\[)?y.*")) {
                inTable = true;
            } else if (inTable && !text.isEmpty()) {
                rows.add(numbers(text.split("\\s+", -1)));
            }
        }
        return new Certified(rows, parameters, sum);
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }

    @Test
    void weighsObservations() {
        // Weighted mean of 1, 2, 10 with weights 1, 3, 0: 7/4.
        double[] weights = {1, 3, 0};

        LeastSquaresFit fit = LevenbergMarquardt.direct(50)
                .fit((theta, out) -> Arrays.fill(out, theta[0]), new double[] {1, 2, 10}, weights, new double[] {0})
                .converged()
                .orElseThrow();

        assertThat(fit.parameters()[0]).isEqualTo(1.75, within(1e-12));
        assertThat(fit.degreesOfFreedom()).isEqualTo(2);
        assertThat(fit.covariance()).hasSize(1);
    }

    @Test
    void saysThatUndeterminedParametersHaveNoMinimum() {
        Regression sumOfTwo = (theta, out) -> Arrays.fill(out, theta[0] + theta[1]);
        Regression overflow = (theta, out) -> Arrays.fill(out, Double.NaN);

        assertThat(FIT.fit(sumOfTwo, new double[] {1, 2, 3}, new double[] {0, 0}))
                .satisfies(this::isNotConverged);
        assertThat(FIT.fit(overflow, new double[] {1, 2, 3}, new double[] {1})).satisfies(this::isNotConverged);
        assertThat(FIT.fit(sumOfTwo, new double[] {1}, new double[] {0, 0})).satisfies(this::isNotConverged);
    }

    private void isNotConverged(LeastSquaresOutcome outcome) {
        assertThat(outcome.converged()).isEmpty();
        assertThat(((LeastSquaresOutcome.NotConverged) outcome).reason()).isNotBlank();
    }

    @Test
    void refusesWhatCannotBeFitted() {
        assertThatThrownBy(() -> LevenbergMarquardt.direct(0)).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> FIT.fit((theta, out) -> {}, new double[3], new double[2], new double[1]))
                .hasMessageContaining("3 observations");
    }
}
