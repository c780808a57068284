package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fiducial.metrology.power.GivenLog.evaluated;
import static org.fiducial.metrology.power.GivenLog.every;
import static org.fiducial.metrology.power.GivenLog.first;
import static org.fiducial.metrology.power.GivenLog.key;
import static org.fiducial.metrology.power.GivenLog.noKey;
import static org.fiducial.metrology.power.GivenLog.timed;
import static org.fiducial.metrology.power.GivenLog.value;
import static org.fiducial.metrology.power.GivenLog.whyNot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Uncertainty.Part;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerModuleTest {

    private static final String STABILITY = "light-source-stability";

    private static double[] constant(double powerMw, int n) {
        double[] power = new double[n];
        Arrays.fill(power, powerMw);
        return power;
    }

    private static double[] noisy(double powerMw, double relative, int n, long seed) {
        Random random = new Random(seed);
        double[] power = new double[n];
        for (int i = 0; i < n; i++) {
            power[i] = powerMw * (1 + relative * random.nextGaussian());
        }
        return power;
    }

    private static boolean says(AnalysisResult result, String code) {
        return result.remarks().stream().map(Remark::code).anyMatch(code::equals);
    }

    @Test
    void aSingleDropOutOfTenPercentIsJudgedAndListed() {
        double[] power = constant(1, 288);
        power[100] = 0.9;

        AnalysisResult result =
                new GivenLog().with(timed(noKey(), every(30, 288), power)).analyse(STABILITY);

        // 100 (1 - 0.1/1.9) = 94.7368…
        assertThat(value(result, "power.stability_long")).isCloseTo(100 * (1 - 0.1 / 1.9), within(1e-9));
        assertThat(value(result, "power.stability_long.unflagged")).isEqualTo(100);
        assertThat(result.items()).hasSize(1);
        Item dropOut = result.items().get(0);
        assertThat(dropOut.identity().id()).isEqualTo("r000102");
        assertThat(dropOut.status()).isEqualTo(Item.ItemStatus.MEASURED);
        assertThat(dropOut.reasons().get(0).code()).isEqualTo("SPIKE");
        assertThat(dropOut.values())
                .containsEntry("power.reading", Estimate.of(new Quantity(0.9, Unit.MILLIWATT)))
                .containsEntry("power.time", Estimate.of(new Quantity(3000, Unit.SECOND)));
    }

    @Test
    void meetsTheSamplingOfTheLongTermRun() {
        AnalysisResult result = new GivenLog()
                .with(timed(key(488, 20), every(30, 240), noisy(2, 0.01, 240, 1)))
                .analyse(STABILITY);

        assertThat(value(result, "power.sampling")).isEqualTo(1);
        assertThat(says(result, "SAMPLING_MET")).isTrue();
        assertThat(result.remarks().stream().filter(each -> each.code().equals("SAMPLING_MET")))
                .first()
                .extracting(Remark::text)
                .asString()
                .startsWith("488 nm, 20 %: 240 readings in")
                .contains("meets the sampling of the long-term run as quoted in");
        assertThat(first(result, "power.stability_long").key().qualifiers())
                .containsEntry("line_nm", "488")
                .containsEntry("set_point_pct", "20");
    }

    @Test
    void marksARunThatDiffersAndMeasuresIt() {
        AnalysisResult result = new GivenLog()
                .with(timed(noKey(), every(120, 30), noisy(2, 0.01, 30, 1)))
                .analyse(STABILITY);

        assertThat(value(result, "power.sampling")).isEqualTo(0);
        assertThat(says(result, "SAMPLING_DIFFERS")).isTrue();
        assertThat(value(result, "power.stability_long")).isBetween(90.0, 100.0);
    }

    @Test
    void readingsThatCannotBeUsedAreRejectedAndListed() {
        double[] time = every(1, 60);
        time[30] = time[29];
        double[] power = noisy(1, 0.001, 60, 2);
        power[10] = -0.2;
        power[20] = 5;

        AnalysisResult result = new GivenLog()
                .set("meter-range", "2mW")
                .with(timed(noKey(), time, power))
                .with(new UnreadableReading(0, 99, ReadingCode.BAD_NUMBER, "n/a"))
                .analyse(STABILITY);

        assertThat(value(result, "power.n")).isEqualTo(57);
        assertThat(result.items())
                .extracting(item ->
                        item.identity().id() + " " + item.reasons().get(0).code())
                .contains(
                        "r000012 BELOW_FLOOR",
                        "r000022 METER_SATURATED",
                        "r000032 DUPLICATE_TIME",
                        "r000099 BAD_NUMBER");
        assertThat(value(result, "power.max")).isLessThan(1.1);
        assertThat(says(result, "BELOW_FLOOR")).isTrue();
    }

    @Test
    void gapsAndReadingsOutOfOrderCount() {
        double[] time = every(1, 100);
        for (int i = 60; i < 100; i++) {
            time[i] += 20;
        }
        double swap = time[20];
        time[20] = time[21];
        time[21] = swap;

        AnalysisResult result = new GivenLog()
                .with(timed(noKey(), time, noisy(1, 0.001, 100, 3)))
                .analyse(STABILITY);

        assertThat(value(result, "power.n")).isEqualTo(100);
        assertThat(result.items())
                .extracting(item ->
                        item.identity().id() + " " + item.reasons().get(0).code())
                .containsExactlyInAnyOrder("r000062 GAP", "r000023 OUT_OF_ORDER");
        assertThat(result.items()).allMatch(item -> item.status() == Item.ItemStatus.MEASURED);
    }

    @Test
    void whiteNoiseHasNoSpikes() {
        AnalysisResult result = new GivenLog()
                .with(timed(noKey(), every(1, 20_000), noisy(1, 0.01, 20_000, 4)))
                .analyse(STABILITY);

        assertThat(result.items()).isEmpty();
    }

    @Test
    void aWrongWavelengthOfTheMeterLeavesRelativeFigures() {
        AnalysisResult result = new GivenLog()
                .set("meter-wavelength", "532nm")
                .with(timed(key(488, 20), every(1, 300), noisy(2, 0.005, 300, 5)))
                .analyse(STABILITY);

        assertThat(whyNot(result, "power.mean")).contains("532 nm").contains("488 nm");
        assertThat(value(result, "power.stability_short")).isBetween(95.0, 99.0);
        assertThat(value(result, "power.nsd")).isCloseTo(0.5, within(0.1));
        assertThat(says(result, "WRONG_METER_WAVELENGTH")).isTrue();
    }

    @Test
    void withoutACertificateTraceabilityIsNotDemonstrated() {
        AnalysisResult result = new GivenLog()
                .with(timed(key(488, 20), every(1, 300), noisy(2, 0.005, 300, 6)))
                .analyse(STABILITY);

        assertThat(says(result, "TRACEABILITY_NOT_DEMONSTRATED")).isTrue();
        assertThat(evaluated(result, "power.mean").uncertainty().orElseThrow().parts())
                .extracting(Part::name)
                .containsExactly("repeatability", "resolution");
    }

    private static Path certificate(Path folder) throws Exception {
        return Files.writeString(
                folder.resolve("meter.yaml"),
                """
                meter: PM100D
                serial: "P0012345"
                sensor: S170C
                certificate: {number: C-17, laboratory: Lab, date: 2025-03-01, due: 2026-03-01}
                coverage-factor: 2
                points:
                  - {wavelength: 400, correction: 1.02, expanded-uncertainty: 5, responsivity: 0.020}
                  - {wavelength: 500, correction: 1.00, expanded-uncertainty: 3, responsivity: 0.025}
                """);
    }

    @Test
    void theCertificateCorrectsAndCountsWhereThePowerIsAbsolute(@TempDir Path folder) throws Exception {
        double[] power = noisy(2, 0.005, 300, 7);
        GivenLog log = new GivenLog()
                .set("meter-calibration", certificate(folder).toString())
                .startedAt(LocalDateTime.of(2025, 6, 1, 12, 0))
                .with(timed(key(450, 20), every(1, 300), power));
        AnalysisResult result = log.analyse(STABILITY);

        double mean = Arrays.stream(power).average().orElseThrow();
        // Correction interpolated at 450 nm: 1.01; U = 5 % (the larger neighbour's), k = 2.
        assertThat(value(result, "power.mean")).isCloseTo(1.01 * mean, within(1e-12));
        assertThat(evaluated(result, "power.mean").uncertainty().orElseThrow().parts())
                .anySatisfy(part -> {
                    assertThat(part.name()).isEqualTo("meter calibration");
                    assertThat(part.standard()).isCloseTo(0.025 * 1.01 * mean, within(1e-12));
                })
                .anySatisfy(part -> {
                    assertThat(part.name()).isEqualTo("wavelength");
                    // ln(0.025/0.020)/100 a nm, 1 nm rectangular
                    assertThat(part.standard())
                            .isCloseTo(Math.log(1.25) / 100 / Math.sqrt(3) * 1.01 * mean, within(1e-12));
                });
        assertThat(evaluated(result, "power.stability_short").uncertainty()).isEmpty();
        assertThat(says(result, "TRACEABILITY_NOT_DEMONSTRATED")).isFalse();
    }

    @Test
    void anExpiredCertificateAddsNoUncertainty(@TempDir Path folder) throws Exception {
        AnalysisResult result = new GivenLog()
                .set("meter-calibration", certificate(folder).toString())
                .startedAt(LocalDateTime.of(2026, 6, 1, 12, 0))
                .with(timed(key(450, 20), every(1, 300), noisy(2, 0.005, 300, 8)))
                .analyse(STABILITY);

        assertThat(result.remarks())
                .filteredOn(each -> each.code().equals("TRACEABILITY_NOT_DEMONSTRATED"))
                .singleElement()
                .extracting(Remark::text)
                .asString()
                .contains("not in force on 2026-06-01");
        assertThat(evaluated(result, "power.mean").uncertainty().orElseThrow().parts())
                .extracting(Part::name)
                .doesNotContain("meter calibration");
    }

    @Test
    void twoPlacesGiveTheTransmissionAndTheFieldTheIrradiance() {
        SeriesKey back = new SeriesKey(OptionalDouble.of(488), OptionalDouble.of(20), "objective-back");
        SeriesKey sample = new SeriesKey(OptionalDouble.of(488), OptionalDouble.of(20), "sample");
        AnalysisResult result = new GivenLog()
                .set("field-width", "200um")
                .set("field-height", "100um")
                .with(timed(back, every(1, 10), constant(4, 10)))
                .with(timed(sample, every(1, 10), constant(3, 10)))
                .analyse("light-source-power");

        assertThat(value(result, "power.transmission")).isCloseTo(75, within(1e-9));
        assertThat(first(result, "power.transmission").key().qualifiers())
                .containsEntry("location", "sample")
                .containsEntry("ref_location", "objective-back");
        assertThat(value(result, "power.irradiance")).isCloseTo(3.0 / 20_000, within(1e-15));
    }

    @Test
    void aTableWithoutTimesGivesPowersAndSaysWhyNoStability() {
        AnalysisResult result = new GivenLog()
                .with(GivenLog.series(key(488, 20), Optional.empty(), new double[] {1, 2, 3}, 2))
                .analyse(STABILITY);

        assertThat(value(result, "power.mean")).isEqualTo(2);
        assertThat(whyNot(result, "power.stability_short")).isEqualTo("The log has no times.");
    }

    @Test
    void moreReadingsThanAreListedAreCounted() {
        double[] power = noisy(1, 0.001, 6_000, 11);
        for (int i = 0; i < 6_000; i += 2) {
            power[i] = -1;
        }
        AnalysisResult result =
                new GivenLog().with(timed(noKey(), every(1, 6_000), power)).analyse(STABILITY);

        assertThat(result.items()).hasSize(ReadingItems.MOST);
        assertThat(result.remarks())
                .filteredOn(each -> each.code().equals("ITEMS_LEFT_OUT"))
                .singleElement()
                .extracting(Remark::text)
                .asString()
                .contains("3000");
    }

    @Test
    void theGravestReasonsAreListedFirst() {
        double[] power = noisy(1, 0.001, 6_000, 11);
        for (int i = 0; i < 5_000; i += 2) {
            power[i] = -1;
        }
        power[5_700] = 0.5;
        AnalysisResult result =
                new GivenLog().with(timed(noKey(), every(1, 6_000), power)).analyse(STABILITY);

        assertThat(result.items()).hasSize(ReadingItems.MOST);
        assertThat(result.items())
                .filteredOn(each -> each.reasons().get(0).code().equals("SPIKE"))
                .singleElement()
                .extracting(each -> each.identity().id())
                .isEqualTo("r005702");
    }
}
