package org.fiducial.facility.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check of several lines says of a light path with one of them. */
class PathLinesTest {

    @ParameterizedTest
    @CsvSource({
        "wavelength, 488nm, Blue, 488",
        "excitation, 488 nm, Blue, 488",
        "type, argon, 488 nm, 488",
        "wavelength, 1030 nm, IR, 1030"
    })
    void aLineIsKnownByItsWavelengthElseByItsName(String property, String value, String name, String nm) {
        assertThat(PathLines.of(path(line(name, Map.of(property, value)))).nm()).containsExactly(nm);
    }

    @Test
    void whereOneLineIsNotKnownEverythingConcerns() {
        PathLines lines = PathLines.of(path(line("488 nm", Map.of()), line("Lamp", Map.of())));

        assertThat(lines.nm()).isEmpty();
        assertThat(lines.concern(key("561"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"FAIL, PASS, PASS", "PASS, FAIL, FAIL", "WARNING, PASS, PASS", "FAIL, WARNING, WARNING"})
    void whatAnotherLineDidIsOfNoConcern(VerdictLevel other, VerdictLevel own, VerdictLevel said) {
        Check numbers = check(Map.of("561", other, "488", own));

        assertThat(new PathLines(Set.of("488"))
                        .part(summary(numbers), numbers.judgement().verdicts())
                        .overall())
                .isEqualTo(said);
    }

    @Test
    void aCheckThatJudgedNoneOfTheLinesStaysAsItIs() {
        Check numbers = check(Map.of("561", VerdictLevel.FAIL));

        assertThat(new PathLines(Set.of("488"))
                        .part(summary(numbers), numbers.judgement().verdicts())
                        .overall())
                .isEqualTo(VerdictLevel.FAIL);
    }

    @Test
    void whatIsOfNoLineConcernsEveryLightPath() {
        assertThat(new PathLines(Set.of("488")).concern(MeasurementKey.of("psf.fwhm.x", 1, Statistic.MEDIAN)))
                .isTrue();
    }

    private static CheckSummary summary(Check check) {
        return new CheckSummary(
                check.id(),
                check.configurationId(),
                check.result().provenance().protocol(),
                check.occasion().times().measuredAt(),
                CheckReason.SCHEDULED,
                check.judgement().overall(),
                "");
    }

    private static Check check(Map<String, VerdictLevel> levels) {
        DefaultLimit limit = new DefaultLimit(
                "power.stability.long",
                Statistic.VALUE,
                List.of(),
                new DefaultLimit.Bounds(OptionalDouble.of(95), OptionalDouble.empty()),
                new DefaultLimit.Bounds(OptionalDouble.of(90), OptionalDouble.empty()),
                "Chosen for this test.");
        return new Check(
                new UUID(9, 1),
                new UUID(2, 2),
                new Check.Occasion(
                        CheckReason.SCHEDULED,
                        new CheckTimes(Instant.EPOCH, Instant.EPOCH, Optional.empty(), ZoneOffset.UTC),
                        "",
                        ""),
                new AnalysisResult(
                        new Provenance(
                                new Provenance.ProtocolReference("light-source-stability", "1.0"),
                                new Provenance.ModuleReference("power", "1.0"),
                                new Provenance.SoftwareReference("fiducial", "0.1", "none"),
                                List.of(),
                                List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                new Judgement(
                        "chosen",
                        levels.entrySet().stream()
                                .map(each -> new Verdict(key(each.getKey()), each.getValue(), limit, "So it is."))
                                .toList()));
    }

    private static MeasurementKey key(String nm) {
        return new MeasurementKey("power.stability.long", 0, new TreeMap<>(Map.of("line_nm", nm)), Statistic.VALUE);
    }

    private static Component line(String name, Map<String, String> properties) {
        return new Component(new UUID(1, 1), Component.Kind.LINE, name, Make.unknown(), new TreeMap<>(properties));
    }

    private static Configuration path(Component... parts) {
        return new Configuration(
                new UUID(2, 1),
                new UUID(0, 1),
                "path",
                "A light path",
                Stream.of(parts).toList(),
                new TreeMap<>());
    }
}
