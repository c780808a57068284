package org.fiducial.facility.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.SampleResult;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitSetTest {

    @ParameterizedTest
    @CsvSource({
        "0.10, FAIL,    0.1 µm is below the limit of 0.2 µm.",
        "0.20, WARNING, 0.2 µm is below the warning limit of 0.25 µm.",
        "0.25, PASS,    0.25 µm is within 0.25 to 0.5 µm.",
        "0.50, PASS,    0.5 µm is within 0.25 to 0.5 µm.",
        "0.51, WARNING, 0.51 µm is above the warning limit of 0.5 µm.",
        "0.60, WARNING, 0.6 µm is above the warning limit of 0.5 µm.",
        "0.61, FAIL,    0.61 µm is above the limit of 0.6 µm.",
        "0.61234, FAIL, 0.612 µm is above the limit of 0.6 µm."
    })
    void judgesByBoundsThatBelongToTheInside(double value, VerdictLevel level, String because) {
        Judgement judgement = judge(limit(bounds(0.25, 0.5), bounds(0.2, 0.6)), measured(1, value));

        assertThat(judgement.overall()).isEqualTo(level);
        assertThat(judgement.verdicts()).extracting(Verdict::because).containsExactly(because);
    }

    @ParameterizedTest
    @CsvSource({"0.5, PASS, 0.5 µm is not above 0.5 µm.", "0.7, FAIL, 0.7 µm is above the limit of 0.6 µm."})
    void judgesByOneBoundAlone(double value, VerdictLevel level, String because) {
        Judgement judgement = judge(limit(atMost(0.5), atMost(0.6)), measured(1, value));

        assertThat(judgement.overall()).isEqualTo(level);
        assertThat(judgement.verdicts()).extracting(Verdict::because).containsExactly(because);
    }

    @Test
    void namesTheBoundThatIsThere() {
        Bounds none = new Bounds(OptionalDouble.empty(), OptionalDouble.empty());
        Bounds atLeast = new Bounds(OptionalDouble.of(0.2), OptionalDouble.empty());

        assertThat(judge(limit(none, atLeast), measured(1, 0.3))
                        .verdicts()
                        .get(0)
                        .because())
                .isEqualTo("0.3 µm is not below 0.2 µm.");
        assertThat(judge(limit(none, none), measured(1, 1234567))
                        .verdicts()
                        .get(0)
                        .because())
                .isEqualTo("1234570 µm has no limit to keep.");
    }

    @Test
    void tellsTwoNumbersApartThatFourDigitsWouldNot() {
        Judgement judgement = judge(limit(atMost(0.25), atMost(0.25)), measured(1, 0.250001));

        assertThat(judgement.verdicts().get(0).because()).isEqualTo("0.250001 µm is above the limit of 0.25 µm.");
    }

    @Test
    void judgesEveryChannelAndFailsTheWholeIfOneFails() {
        Judgement judgement =
                judge(limit(atMost(0.5), atMost(0.6)), measured(1, 0.3), measured(2, 0.55), measured(3, 0.9));

        assertThat(judgement.verdicts())
                .extracting(Verdict::level)
                .containsExactly(VerdictLevel.PASS, VerdictLevel.WARNING, VerdictLevel.FAIL);
        assertThat(judgement.overall()).isEqualTo(VerdictLevel.FAIL);
    }

    @Test
    void judgesOnlyItsOwnStatistic() {
        Measurement mean = new Measurement(
                MeasurementKey.of("psf.fwhm.x", 1, Statistic.MEAN),
                Finding.Evaluated.of(new Quantity(0.9, Unit.MICROMETRE), 3));

        assertThat(judge(limit(atMost(0.5), atMost(0.6)), mean, measured(1, 0.4))
                        .verdicts())
                .hasSize(1);
    }

    @Test
    void whatWasNotEvaluatedIsNeverPassed() {
        Measurement none = new Measurement(
                MeasurementKey.of("psf.fwhm.x", 1, Statistic.MEDIAN), new Finding.NotEvaluated("No bead was found."));

        Judgement judgement = judge(limit(atMost(0.5), atMost(0.6)), none);

        assertThat(judgement.overall()).isEqualTo(VerdictLevel.NOT_EVALUATED);
        assertThat(judgement.verdicts().get(0).because()).isEqualTo("No bead was found.");
    }

    @Test
    void aMeasurementThatIsMissingIsNotEvaluatedEither() {
        Judgement judgement = new LimitSet(
                        "two",
                        List.of(
                                limit("psf.fwhm.x", List.of(), atMost(0.5), atMost(0.6)),
                                limit("psf.fwhm.z", List.of(), atMost(0.5), atMost(0.6))))
                .judge(result(measured(1, 0.4)));

        assertThat(judgement.overall()).isEqualTo(VerdictLevel.NOT_EVALUATED);
        assertThat(judgement.verdicts().get(1).because()).isEqualTo("The result has no median of psf.fwhm.z.");
    }

    @Test
    void withoutAnyLimitNothingIsEvaluated() {
        assertThat(new LimitSet("none", List.of())
                        .judge(result(measured(1, 0.4)))
                        .overall())
                .isEqualTo(VerdictLevel.NOT_EVALUATED);
    }

    @Test
    void judgesOnlyValuesThatRestOnTheFormulaItWasSetFor() {
        DefaultLimit limit = limit("psf.fwhm.x", List.of("widefield", "confocal"), atMost(0.5), atMost(0.6));
        Measurement byOther = new Measurement(
                MeasurementKey.of("psf.fwhm.x", 1, Statistic.MEDIAN),
                new Finding.Evaluated(new Quantity(0.4, Unit.MICROMETRE), Optional.empty(), 3, Optional.of("zipfel")));
        Measurement byOwn = new Measurement(
                MeasurementKey.of("psf.fwhm.x", 2, Statistic.MEDIAN),
                new Finding.Evaluated(
                        new Quantity(0.4, Unit.MICROMETRE), Optional.empty(), 3, Optional.of("confocal")));

        Judgement judgement = judge(limit, byOther, byOwn, measured(3, 0.4));

        assertThat(judgement.verdicts())
                .extracting(Verdict::level)
                .containsExactly(VerdictLevel.NOT_EVALUATED, VerdictLevel.PASS, VerdictLevel.NOT_EVALUATED);
        assertThat(judgement.verdicts().get(0).because()).contains("'widefield', 'confocal'", "'zipfel'");
        assertThat(judgement.verdicts().get(2).because()).contains("no stated formula");
    }

    @Test
    void aLimitOfWhatIsNotAlwaysMeasuredIsSilentWithoutIt() {
        DefaultLimit always = limit("psf.fwhm.y", List.of("long-term"), atMost(0.5), atMost(0.6));
        DefaultLimit whereMeasured = new DefaultLimit(
                always.metric(),
                always.statistic(),
                always.formulas(),
                always.warning(),
                always.fail(),
                always.reason(),
                true,
                Optional.empty());

        assertThat(judge(always, measured(1, 0.4)).overall()).isEqualTo(VerdictLevel.NOT_EVALUATED);
        assertThat(judge(whereMeasured, measured(1, 0.4)).verdicts()).isEmpty();
    }

    /** The default limits of field illumination: the centre of a field counts only where the light falls off. */
    @Test
    void aLimitWithAConditionIsSilentWhereItIsNotMet() {
        LimitSet limits = LimitSet.defaultsOf(ProtocolFile.load("field-illumination", "1.0"));
        Finding undefined = new Finding.NotEvaluated("Centre undefined.");

        assertThat(limits.judge(result(field("uniformity_minmax", percent(99)), field("centering", undefined)))
                        .overall())
                .isEqualTo(VerdictLevel.PASS);
        assertThat(limits.judge(result(field("uniformity_minmax", percent(85)), field("centering", percent(40))))
                        .verdicts())
                .hasSize(1);
        assertThat(limits.judge(result(field("uniformity_minmax", percent(75)), field("centering", percent(40))))
                        .overall())
                .isEqualTo(VerdictLevel.FAIL);
        assertThat(limits.judge(result(field("uniformity_minmax", undefined), field("centering", undefined)))
                        .verdicts())
                .extracting(Verdict::level)
                .containsExactly(VerdictLevel.NOT_EVALUATED, VerdictLevel.NOT_EVALUATED);
    }

    private static Measurement field(String metric, Finding finding) {
        return new Measurement(MeasurementKey.of("field." + metric, 1, Statistic.VALUE), finding);
    }

    private static Finding percent(double value) {
        return Finding.Evaluated.of(new Quantity(value, Unit.PERCENT), 1);
    }

    @Test
    void namesTheVersionOfTheLimits() {
        assertThat(judge(limit(atMost(0.5), atMost(0.6)), measured(1, 0.4)).limitVersion())
                .isEqualTo("test 1");
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, PASS, PASS",
        "PASS, WARNING, WARNING",
        "WARNING, NOT_EVALUATED, WARNING",
        "FAIL, NOT_EVALUATED, FAIL",
        "PASS, NOT_EVALUATED, NOT_EVALUATED",
        "WARNING, FAIL, FAIL"
    })
    void theWorstVerdictStandsForTheWhole(VerdictLevel one, VerdictLevel other, VerdictLevel whole) {
        assertThat(VerdictLevel.worst(List.of(one, other))).isEqualTo(whole);
        assertThat(VerdictLevel.worst(List.of(other, one))).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictHasAWord(VerdictLevel level) {
        assertThat(VerdictLevel.of(level.word())).isEqualTo(level);
    }

    @Test
    void boundsThatCrossAreRefused() {
        assertThatThrownBy(() -> bounds(0.6, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Judgement judge(DefaultLimit limit, Measurement... measurements) {
        return new LimitSet("test 1", List.of(limit)).judge(result(measurements));
    }

    private static AnalysisResult result(Measurement... measurements) {
        AnalysisResult any = SampleResult.any();
        return new AnalysisResult(any.provenance(), List.of(measurements), List.of(), List.of(), List.of());
    }

    private static Measurement measured(int channel, double um) {
        return new Measurement(
                MeasurementKey.of("psf.fwhm.x", channel, Statistic.MEDIAN),
                Finding.Evaluated.of(new Quantity(um, Unit.MICROMETRE), 3));
    }

    private static DefaultLimit limit(Bounds warning, Bounds fail) {
        return limit("psf.fwhm.x", List.of(), warning, fail);
    }

    private static DefaultLimit limit(String metric, List<String> formulas, Bounds warning, Bounds fail) {
        return new DefaultLimit(metric, Statistic.MEDIAN, formulas, warning, fail, "Chosen for this test.");
    }

    private static Bounds bounds(double low, double high) {
        return new Bounds(OptionalDouble.of(low), OptionalDouble.of(high));
    }

    private static Bounds atMost(double high) {
        return new Bounds(OptionalDouble.empty(), OptionalDouble.of(high));
    }
}
