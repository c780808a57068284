package org.fiducial.facility.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fiducial.facility.judgement.LimitScope.Reach;
import org.fiducial.facility.judgement.Tolerance.Kind;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.SampleResult;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnLimitsTest {

    private static final UUID LIGHT_PATH = new UUID(0, 1);
    private static final String FWHM = "psf.fwhm.x";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 12);
    private static final Entry ENTRY = new Entry("Ada", Instant.EPOCH, "as agreed with the users");
    private static final ProtocolDefinition PSF = ProtocolFile.load("psf-beads", "1.0");

    /** 50 ± 2 % warns beyond 49 and 51, ± 3 % fails beyond 48.5 and 51.5; equality with a limit is inside. */
    @ParameterizedTest
    @CsvSource({
        "48.4, FAIL",
        "48.5, WARNING",
        "48.9, WARNING",
        "49.0, PASS",
        "50.0, PASS",
        "51.0, PASS",
        "51.1, WARNING",
        "51.5, WARNING",
        "51.6, FAIL"
    })
    void judgesByPerCentOfABaselineWithTheLimitsInside(double value, VerdictLevel level) {
        Verdict verdict = judged(percent(-2, 2, -3, 3, DecisionRule.SIMPLE), measured(value, Optional.empty()));

        assertThat(verdict.level()).as(verdict.because()).isEqualTo(level);
        assertThat(verdict.because()).endsWith("Rule: simple acceptance.");
        assertThat(verdict.becauseOfTheNumbers()).doesNotContain("acceptance");
        assertThat(verdict.ruling()).hasValue(new Verdict.Ruling(DecisionRule.SIMPLE, Verdict.Source.FACILITY));
        assertThat(verdict.limit().fail().low()).hasValue(48.5);
        assertThat(verdict.limit().reason())
                .isEqualTo(
                        "In per cent of 50 µm, baseline 1 (median of 3 checks). Set by Ada: as agreed with the users");
    }

    /** U = 2 · 0.2 = 0.4; the fail limit 51.5 less 0.4 is 51.1, which still passes: equality is inside. */
    @ParameterizedTest
    @CsvSource({"51.1, PASS", "51.2, WARNING", "51.5, WARNING", "51.6, FAIL", "48.9, PASS", "48.8, WARNING"})
    void guardedAcceptancePassesOnlyWhatIsProvenInside(double value, VerdictLevel level) {
        Verdict verdict =
                judged(percent(-3, 3, -3, 3, DecisionRule.GUARDED), measured(value, Optional.of(Uncertainty.of(0.2))));

        assertThat(verdict.level()).as(verdict.because()).isEqualTo(level);
        assertThat(verdict.because()).contains("guarded acceptance");
        assertThat(verdict.ruling()).hasValue(new Verdict.Ruling(DecisionRule.GUARDED, Verdict.Source.FACILITY));
        if (level == VerdictLevel.WARNING) {
            assertThat(verdict.because()).contains("Not proven").contains("U = 2 u = 0.4 µm");
        }
    }

    @Test
    void guardedAcceptanceProvesNothingWithoutAnUncertainty() {
        Verdict verdict = judged(percent(-3, 3, -3, 3, DecisionRule.GUARDED), measured(50, Optional.empty()));

        assertThat(verdict.level()).isEqualTo(VerdictLevel.WARNING);
        assertThat(verdict.because()).contains("the value states none");
    }

    @Test
    void refusesPerCentOfZero() {
        assertThatThrownBy(() -> version(1, List.of(percent(-2, 2, -3, 3, DecisionRule.SIMPLE)), 0))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("per cent of zero");
    }

    @Test
    void refusesPerCentOfABaselineThatIsOfAnotherLightPathOrMissing() {
        LimitVersion.Subject everywhere =
                new LimitVersion.Subject("psf-beads", new LimitScope(Reach.EVERYWHERE, new UUID(0, 9)));
        List<OwnLimit> limits = List.of(percent(-2, 2, -3, 3, DecisionRule.SIMPLE));

        assertThatThrownBy(() -> new LimitVersion(
                        new UUID(0, 5),
                        everywhere,
                        1,
                        MARCH,
                        new LimitVersion.Terms(limits, Optional.of(baseline(50))),
                        ENTRY))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("light path of that baseline");
    }

    @Test
    void judgesInPerCentOfTheoryByTheRatioToIt() {
        OwnLimit limit = new OwnLimit(
                "psf.ratio_theory.x",
                Statistic.MEDIAN,
                new Tolerance(Kind.PERCENT_OF_THEORY, bounds(-10, 20), bounds(-20, 40)),
                DecisionRule.SIMPLE);
        Measurement measurement = new Measurement(
                MeasurementKey.of("psf.ratio_theory.x", 1, Statistic.MEDIAN),
                new Finding.Evaluated(
                        new Quantity(1.2, Unit.ONE), Optional.empty(), 9, Optional.of("confocal-lateral")));

        Verdict verdict = judged(limit, measurement);

        assertThat(verdict.level()).isEqualTo(VerdictLevel.PASS);
        assertThat(verdict.limit().fail()).isEqualTo(bounds(0.8, 1.4));
        limit.requireOf(PSF);
        assertThatThrownBy(() ->
                        new OwnLimit(FWHM, Statistic.MEDIAN, limit.tolerance(), DecisionRule.SIMPLE).requireOf(PSF))
                .hasMessageContaining("no ratio to theory");
    }

    @Test
    void keepsTheLimitsOfTheProtocolForWhatItDoesNotSpeakOf() {
        LimitSet set =
                LimitSet.of(PSF, Optional.of(version(2, List.of(percent(-2, 2, -3, 3, DecisionRule.SIMPLE)), 50)));

        assertThat(set.version())
                .isEqualTo("limits 2 for this light path, in force from 2026-03-12; else psf-beads@1.0 defaults");
        assertThat(set.limits()).containsAll(PSF.limits());
    }

    @Test
    void theNarrowestScopeInForceOnTheDayWins() {
        LimitVersion everywhere = absolute(Reach.EVERYWHERE, 1, MARCH, 0.5);
        LimitVersion instrument = absolute(Reach.INSTRUMENT, 1, MARCH.plusDays(10), 0.4);
        LimitVersion path = absolute(Reach.CONFIGURATION, 1, MARCH.plusDays(20), 0.3);
        LimitVersion later = absolute(Reach.CONFIGURATION, 2, MARCH.plusDays(30), 0.2);
        LimitVersion none = new LimitVersion(
                new UUID(0, 7),
                path.subject(),
                3,
                MARCH.plusDays(40),
                new LimitVersion.Terms(List.of(), Optional.empty()),
                ENTRY);
        List<LimitVersion> all = List.of(later, none, everywhere, path, instrument);

        assertThat(LimitVersion.inForce(all, MARCH.minusDays(1))).isEmpty();
        assertThat(LimitVersion.inForce(all, MARCH)).contains(everywhere);
        assertThat(LimitVersion.inForce(all, MARCH.plusDays(19))).contains(instrument);
        assertThat(LimitVersion.inForce(all, MARCH.plusDays(20))).contains(path);
        assertThat(LimitVersion.inForce(all, MARCH.plusDays(39))).contains(later);
        assertThat(LimitVersion.inForce(all, MARCH.plusDays(40))).contains(instrument);
    }

    /** Median of 1, 2, 4, 5, 100 is 4; deviations 3, 2, 0, 1, 96 have the median 2, times 1.4826 = 2.9652. */
    @Test
    void aBaselineIsTheMedianAndItsScatterIgnoresAnOutlier() {
        double[] values = {100, 1, 4, 2, 5};
        MeasurementKey key = MeasurementKey.of(FWHM, 1, Statistic.MEDIAN);

        Baseline.Value median = Baseline.Value.of(key, Unit.MICROMETRE, values, Baseline.Estimator.MEDIAN);
        Baseline.Value mean =
                Baseline.Value.of(key, Unit.MICROMETRE, new double[] {1, 2, 3, 4}, Baseline.Estimator.MEAN);

        assertThat(median.centre().value()).isEqualTo(4);
        assertThat(median.scatter().orElseThrow()).isCloseTo(2.9652, within(1e-4));
        assertThat(mean.centre().value()).isEqualTo(2.5);
        assertThat(mean.scatter().orElseThrow()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"-5, 5, -3, 3", "-2, 2, 1, 3"})
    void refusesLimitsThatContradictEachOther(double warningLow, double warningHigh, double failLow, double failHigh) {
        assertThatThrownBy(() -> new Tolerance(
                        Kind.PERCENT_OF_BASELINE, bounds(warningLow, warningHigh), bounds(failLow, failHigh)))
                .isInstanceOf(UnusableInputException.class);
    }

    @Test
    void refusesAReasonThatIsMissing() {
        assertThatThrownBy(() -> new Entry("Ada", Instant.EPOCH, " ")).hasMessageContaining("Say why");
    }

    private static LimitVersion absolute(Reach reach, int number, LocalDate from, double high) {
        OwnLimit limit = new OwnLimit(
                FWHM,
                Statistic.MEDIAN,
                new Tolerance(Kind.ABSOLUTE, bounds(0, high), bounds(0, high)),
                DecisionRule.SIMPLE);
        return new LimitVersion(
                new UUID(1, number),
                new LimitVersion.Subject("psf-beads", new LimitScope(reach, LIGHT_PATH)),
                number,
                from,
                new LimitVersion.Terms(List.of(limit), Optional.empty()),
                ENTRY);
    }

    private static Verdict judged(OwnLimit limit, Measurement measurement) {
        AnalysisResult any = SampleResult.any();
        AnalysisResult result =
                new AnalysisResult(any.provenance(), List.of(measurement), List.of(), List.of(), List.of());
        return LimitSet.of(PSF, Optional.of(version(1, List.of(limit), 50))).judge(result).verdicts().stream()
                .filter(verdict -> verdict.key().equals(measurement.key()))
                .findFirst()
                .orElseThrow();
    }

    private static LimitVersion version(int number, List<OwnLimit> limits, double baseline) {
        return new LimitVersion(
                new UUID(0, 5),
                new LimitVersion.Subject("psf-beads", new LimitScope(Reach.CONFIGURATION, LIGHT_PATH)),
                number,
                MARCH,
                new LimitVersion.Terms(limits, Optional.of(baseline(baseline))),
                ENTRY);
    }

    private static Baseline baseline(double centre) {
        return new Baseline(
                new UUID(0, 6),
                new Baseline.Series(LIGHT_PATH, "psf-beads"),
                1,
                new Baseline.Sample(Baseline.Estimator.MEDIAN, List.of(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3))),
                List.of(new Baseline.Value(
                        MeasurementKey.of(FWHM, 1, Statistic.MEDIAN),
                        new Quantity(centre, Unit.MICROMETRE),
                        OptionalDouble.of(0.1),
                        3)),
                ENTRY);
    }

    private static OwnLimit percent(
            double warningLow, double warningHigh, double failLow, double failHigh, DecisionRule rule) {
        return new OwnLimit(
                FWHM,
                Statistic.MEDIAN,
                new Tolerance(Kind.PERCENT_OF_BASELINE, bounds(warningLow, warningHigh), bounds(failLow, failHigh)),
                rule);
    }

    private static Bounds bounds(double low, double high) {
        return new Bounds(OptionalDouble.of(low), OptionalDouble.of(high));
    }

    private static Measurement measured(double value, Optional<Uncertainty> uncertainty) {
        return new Measurement(
                MeasurementKey.of(FWHM, 1, Statistic.MEDIAN),
                new Finding.Evaluated(new Quantity(value, Unit.MICROMETRE), uncertainty, 9, Optional.empty()));
    }
}
