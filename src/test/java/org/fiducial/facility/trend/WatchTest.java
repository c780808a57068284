package org.fiducial.facility.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.fiducial.facility.trend.Mark.Kind;
import org.fiducial.facility.trend.Reference.Established;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the charts of any series, tried on random ones. */
class WatchTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final long[] SEEDS =
            IntStream.range(0, 60).mapToLong(i -> 100 + i).toArray();

    private static Series series(List<Mark> marks, double... values) {
        return new Series(
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Point(day(i), values[i]))
                        .toList(),
                marks);
    }

    private static Segment segment(double... values) {
        return series(List.of(), values).segments().get(0);
    }

    private static Instant day(int i) {
        return START.plus(Duration.ofDays(i));
    }

    private static double[] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(6, 60);
        double level = 100 * random.nextGaussian();
        double sigma = Math.exp(random.nextGaussian());
        return IntStream.range(0, n)
                .mapToDouble(i -> level + sigma * random.nextGaussian())
                .toArray();
    }

    private static Watch.Charted charted(double[] values, Baseline baseline) {
        return (Watch.Charted) Watch.over(segment(values), baseline, RuleSet.standard());
    }

    private static Watch.Charted charted(double[] values) {
        return charted(values, new Baseline(0, values.length));
    }

    private static double[] limits(Watch.Charted charted) {
        return DoubleStream.concat(
                        charted.individuals().points().stream()
                                .limit(1)
                                .flatMapToDouble(point -> DoubleStream.of(point.lower(), point.upper())),
                        DoubleStream.of(
                                charted.individuals().centre(),
                                charted.movingRanges().centre(),
                                charted.movingRanges().points().get(0).upper(),
                                charted.movingAverages()
                                        .orElseThrow()
                                        .points()
                                        .get(0)
                                        .upper()))
                .toArray();
    }

    @Test
    void limitsKnowOnlyThePointsOfTheBaseline() {
        for (long seed : SEEDS) {
            double[] values = random(seed);
            int n = Math.max(3, values.length / 2);

            double[] frozen = limits(charted(values, new Baseline(0, n)));

            assertThat(frozen).as("seed %d", seed).isEqualTo(limits(charted(Arrays.copyOf(values, n))));
        }
    }

    @Test
    void aConstantShiftsLimitsAndAFactorScalesThem() {
        for (long seed : SEEDS) {
            double[] values = random(seed);
            double[] moved = Arrays.stream(values).map(x -> 3 * x + 50).toArray();

            Watch.Charted plain = charted(values);
            Watch.Charted changed = charted(moved);

            // Rounding of sums of 60 values of some hundreds: 1e-13 of them, and quantiles to 1e-9.
            double upper = plain.individuals().points().get(0).upper();
            double[] ranges = {plain.movingRanges().points().get(0).upper()};
            assertThat(changed.individuals().points().get(0).upper())
                    .as("seed %d", seed)
                    .isEqualTo(3 * upper + 50, within(1e-8));
            assertThat(changed.movingRanges().points().get(0).upper())
                    .as("seed %d", seed)
                    .isEqualTo(3 * ranges[0], within(1e-8));
            assertThat(changed.hits()).as("seed %d", seed).isEqualTo(plain.hits());
        }
    }

    @Test
    void reversedTimeLeavesTheLimitsOfSingleValues() {
        for (long seed : SEEDS) {
            double[] values = random(seed);
            double[] reversed = IntStream.range(0, values.length)
                    .mapToDouble(i -> values[values.length - 1 - i])
                    .toArray();

            assertThat(limits(charted(reversed)))
                    .as("seed %d", seed)
                    .containsExactly(limits(charted(values)), within(1e-9));
        }
    }

    @Test
    void noRuleNamesAValueThatStaysAtTheCentre() {
        for (long seed : SEEDS) {
            double centre = random(seed)[0];
            double[] constant = DoubleStream.generate(() -> centre).limit(40).toArray();
            SingleValues values = new SingleValues(constant, new Established(centre, 0.3));
            List<RunRule> all = IntStream.rangeClosed(1, 8)
                    .filter(number -> number != 7)
                    .mapToObj(RunRule.Family.NELSON::rule)
                    .toList();

            assertThat(values.individuals(all).hits()).as("seed %d", seed).isEmpty();
            assertThat(values.individuals(RunRule.Family.WESTERN_ELECTRIC.rules())
                            .hits())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(values.movingRanges().hits()).as("seed %d", seed).isEmpty();
            assertThat(values.movingAverages(EwmaRule.USUAL, 0).hits())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    /** Fifteen values within 1σ is what rule 7 is about, so it alone speaks of values that stay at the centre. */
    @Test
    void onlyTheRuleAboutValuesTooGoodNamesAConstant() {
        double[] constant = new double[16];
        ControlChart chart =
                new SingleValues(constant, new Established(0, 1)).individuals(RunRule.Family.NELSON.rules());

        assertThat(chart.hits())
                .containsExactly(
                        new Hit(RunRule.Family.NELSON.rule(7), 14), new Hit(RunRule.Family.NELSON.rule(7), 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WORK", "PROTOCOL_VERSION", "ARTEFACT", "BASELINE"})
    void nothingIsReckonedAcrossAChange(Kind kind) {
        Series series = series(List.of(new Mark(day(4), kind, "new")), 1, 2, 1, 2, 101, 102, 101, 102, 101);

        List<Segment> segments = series.segments();

        assertThat(segments).hasSize(2);
        assertThat(segments.get(1).first()).isEqualTo(4);
        assertThat(segments.get(1).opening()).map(Mark::kind).contains(kind);
        for (Segment each : segments) {
            Watch.Charted charted = (Watch.Charted) Watch.over(each, Baseline.all(each), RuleSet.standard());
            assertThat(charted.movingRanges().points()).allMatch(point -> point.value() == 1);
        }
    }

    @Test
    void aNoteAndChangesWithoutPointsBetweenMakeNoSegments() {
        List<Mark> marks = List.of(
                new Mark(day(3), Kind.NOTE, "fault"),
                new Mark(day(-1), Kind.WORK, "before all"),
                new Mark(START.plusSeconds(100), Kind.WORK, "first"),
                new Mark(START.plusSeconds(200), Kind.ARTEFACT, "second"),
                new Mark(day(9), Kind.WORK, "behind all"));

        List<Segment> segments = series(marks, 1, 2, 3, 4).segments();

        assertThat(segments).extracting(Segment::size).containsExactly(1, 3);
        assertThat(segments.get(0).opening()).map(Mark::label).contains("before all");
        assertThat(segments.get(1).opening()).map(Mark::label).contains("second");
    }

    @Test
    void oneRuleIsNamedForEachPointTheLowestFirst() {
        RuleSet rules = RuleSet.of(
                EwmaRule.USUAL,
                new MovingRangeRule(),
                RunRule.Family.NELSON.rule(1),
                RunRule.Family.WESTERN_ELECTRIC.rule(2),
                RunRule.limit());
        double[] values = DoubleStream.concat(new SplittableRandom(8).doubles(30), DoubleStream.of(5, 5, 5))
                .toArray();

        Watch.Charted charted = (Watch.Charted) Watch.over(segment(values), new Baseline(0, 30), rules);

        assertThat(rules.rules())
                .extracting(Rule::id)
                .containsExactly("western-electric-1", "western-electric-2", "moving-range", "ewma");
        assertThat(charted.hits())
                .extracting(Hit::point)
                .doesNotHaveDuplicates()
                .contains(30, 31, 32);
        assertThat(charted.hits()).filteredOn(hit -> hit.point() >= 30).allMatch(hit -> hit.rule()
                .equals(RunRule.limit()));
        assertThat(charted.reference().provisionalPoints()).isEmpty();
        assertThat(charted.baseline().contains(30)).isFalse();
    }

    /** Twenty values that rise correlate: s of 1 … 20 is 5.92 and σ of moving ranges of 1 is 0.89. */
    @Test
    void correlatedBaselinesAreJudgedByTheirStandardDeviation() {
        double[] rising = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();

        Watch.Charted charted = charted(rising);

        assertThat(charted.autocorrelation().matters()).isTrue();
        assertThat(charted.reference().sigma())
                .isEqualTo(Math.sqrt(35) / ShewhartConstants.of(20).c4(), within(1e-9));
    }

    @Test
    void aBaselineIsChosenByTimeOrNumber() {
        Segment segment = segment(1, 2, 3, 4, 5);

        assertThat(Baseline.between(segment, day(1), day(3))).isEqualTo(new Baseline(1, 4));
        assertThat(Baseline.between(segment, day(8), day(9)).size()).isZero();
        assertThat(Baseline.first(segment, 3)).isEqualTo(new Baseline(0, 3));
        assertThat(Baseline.first(segment, 30)).isEqualTo(Baseline.all(segment));
        assertThat(Watch.over(segment, new Baseline(0, 2), RuleSet.standard()))
                .isEqualTo(new Watch.NotCharted(Reference.Lack.TOO_FEW_POINTS, 2));
        assertThatThrownBy(() -> Watch.over(segment, new Baseline(0, 6), RuleSet.standard()))
                .hasMessageContaining("within its segment of 5 points");
    }

    @Test
    void badSeriesAreRefused() {
        assertThatThrownBy(() -> new Series(List.of(new Point(day(1), 1), new Point(day(0), 1)), List.of()))
                .hasMessageContaining("oldest first");
        assertThatThrownBy(() -> new Point(day(0), Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Baseline(3, 2)).hasMessageContaining("ends not before");
        assertThatThrownBy(() -> RuleSet.of()).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new EwmaRule(0, 3)).hasMessageContaining("(0, 1]");
    }
}
