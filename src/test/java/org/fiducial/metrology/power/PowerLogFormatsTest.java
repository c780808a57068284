package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format in all its variants, as {@code test-data/power-logs} holds them with what must be found in them. */
final class PowerLogFormatsTest {

    private static final Path LOGS = Path.of("test-data", "power-logs");

    /** Sums of a few doubles in another order. */
    private static final double RELATIVE = 1e-12;

    static Stream<Named<Case>> cases() throws IOException {
        try (Stream<Path> folders = Files.list(LOGS)) {
            return folders
                    .map(folder -> folder.resolve("expected.json"))
                    .filter(Files::exists)
                    .sorted()
                    .flatMap(PowerLogFormatsTest::casesOf)
                    .toList()
                    .stream();
        }
    }

    private static Stream<Named<Case>> casesOf(Path expected) {
        try {
            List<Named<Case>> cases = new ArrayList<>();
            for (JsonNode each : new ObjectMapper().readTree(expected.toFile()).get("cases")) {
                Path file = expected.resolveSibling(each.get("file").asText());
                cases.add(Named.of(LOGS.relativize(file) + " " + each.path("given"), new Case(file, each)));
            }
            return cases.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file with what is given for it and what must come out. */
    record Case(Path file, JsonNode expected) {

        Parameters given() {
            List<String> pairs = new ArrayList<>();
            expected.path("given").properties().forEach(entry -> {
                pairs.add(entry.getKey());
                pairs.add(entry.getValue().asText());
            });
            return Given.of(pairs.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatTheLogHolds(Case one) {
        if (one.expected().has("asks") || one.expected().has("refuses")) {
            refuses(one);
            return;
        }
        PowerLog log = new PowerLogs().read(one.file(), 3, one.given(), Progress.unwatched());
        assertThat(log.series()).hasSize(one.expected().get("series").size());
        for (int i = 0; i < log.series().size(); i++) {
            compare(log.series().get(i), one.expected().get("series").get(i));
        }
        compareSaid(log, one.expected());
        compareRejected(log, one.expected());
    }

    private static void refuses(Case one) {
        Throwable thrown = catchThrowable(() -> new PowerLogs().read(one.file(), 0, one.given(), Progress.unwatched()));
        assertThat(thrown).isInstanceOf(UnusableInputException.class).hasMessageEndingWith(".");
        if (one.expected().has("asks")) {
            assertThat(thrown).isInstanceOf(MissingParameterException.class);
            assertThat(((MissingParameterException) thrown).parameter())
                    .isEqualTo(one.expected().get("asks").asText());
        }
        assertThat(thrown)
                .hasMessageContaining(one.expected().path("says").asText())
                .hasMessageContaining(one.expected().path("refuses").asText());
    }

    private static void compare(PowerSeries series, JsonNode expected) {
        assertThat(series.source()).isEqualTo(3);
        assertThat(series.size()).isEqualTo(expected.get("n").asInt());
        double[] powerMw = series.powerMw().toArray();
        close(powerMw[0], expected.get("first_mw").asDouble());
        close(powerMw[powerMw.length - 1], expected.get("last_mw").asDouble());
        close(
                Arrays.stream(powerMw).average().orElseThrow(),
                expected.get("mean_mw").asDouble());
        if (expected.has("last_s")) {
            double last = series.timing().timeS().orElseThrow().get(series.size() - 1);
            // a time of day in double: 86400 s at 2^-52 is 2e-11 s
            assertThat(last).isCloseTo(expected.get("last_s").asDouble(), within(1e-10));
        }
        assertThat(series.key().lineNm().isPresent()).isEqualTo(expected.has("line_nm"));
        assertThat(series.key().lineNm().orElse(0))
                .isEqualTo(expected.path("line_nm").asDouble());
        assertThat(series.key().setPoint().isPresent()).isEqualTo(expected.has("set_point"));
        assertThat(series.key().setPoint().orElse(0))
                .isEqualTo(expected.path("set_point").asDouble());
        assertThat(series.key().location()).isEqualTo(expected.path("location").asText());
    }

    private static void close(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(Math.abs(expected) * RELATIVE));
    }

    private static void compareSaid(PowerLog log, JsonNode expected) {
        Map<String, String> facts = log.said().facts().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, fact -> fact.getValue().toString()));
        for (String fact : List.of("format", "meter", "light source")) {
            String key = fact.replace(' ', '_');
            if (expected.has(key)) {
                assertThat(facts).containsEntry(fact, expected.get(key).asText());
            }
        }
        if (expected.has("started_at")) {
            assertThat(log.said().startedAt())
                    .contains(java.time.LocalDateTime.parse(
                            expected.get("started_at").asText()));
        }
        if (expected.has("meter_wavelength")) {
            assertThat(log.said().parameters()).anySatisfy(parameter -> {
                assertThat(parameter.name().name()).isEqualTo("meter-wavelength");
                assertThat(parameter.value().toString())
                        .isEqualTo(expected.get("meter_wavelength").asDouble() + " nm");
            });
        }
        if (expected.has("remarks")) {
            List<String> codes = new ArrayList<>();
            expected.get("remarks").forEach(code -> codes.add(code.asText()));
            assertThat(log.said().remarks()).extracting(Remark::code).containsExactlyElementsOf(codes);
        }
        for (PowerSeries series : log.series()) {
            if (expected.has("temperature")) {
                assertThat(series.timing().temperatureCelsius().isPresent())
                        .isEqualTo(expected.get("temperature").asBoolean());
            }
            if (expected.has("uncertainty")) {
                assertThat(series.timing().standardUncertaintyMw()).isPresent();
            }
        }
    }

    private static void compareRejected(PowerLog log, JsonNode expected) {
        Map<String, Long> codes = log.unreadable().stream()
                .collect(Collectors.groupingBy(each -> each.code().name(), TreeMap::new, Collectors.counting()));
        if (expected.has("rejected")) {
            Map<String, Long> wanted = new TreeMap<>();
            expected.get("rejected")
                    .properties()
                    .forEach(
                            entry -> wanted.put(entry.getKey(), entry.getValue().asLong()));
            assertThat(codes).isEqualTo(wanted);
        } else if (!log.said().facts().containsKey("pulses")) {
            assertThat(codes).isEmpty();
        }
        if (expected.has("rejected_lines")) {
            List<Long> lines = new ArrayList<>();
            expected.get("rejected_lines").forEach(line -> lines.add(line.asLong()));
            assertThat(log.unreadable()).extracting(UnreadableReading::line).containsExactlyElementsOf(lines);
        }
    }
}
