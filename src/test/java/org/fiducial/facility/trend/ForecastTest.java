package org.fiducial.facility.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fiducial.facility.trend.Forecast.Met;
import org.junit.jupiter.api.Test;

/** Slopes and where they lead. */
class ForecastTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Power [%] at months 0, 2 … 10; a month is a day here. */
    private static final double[] MONTHS = {0, 2, 4, 6, 8, 10};

    private static final double[] POWER = {100, 99.1, 98.5, 97.2, 96.6, 95.4};

    private static Segment segment(double[] days, double... values) {
        List<Point> points = IntStream.range(0, values.length)
                .mapToObj(i -> new Point(START.plusMillis(Math.round(days[i] * 86_400_000)), values[i]))
                .toList();
        return new Segment(0, points, Optional.empty());
    }

    private static double[] days(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static double day(Instant at) {
        return Duration.between(START, at).toMillis() / 86_400_000.0;
    }

    /** a 100.0714, b −0.454286, s 0.182835: the line meets 90 at 22.17, its 95 % bound at 20.34. */
    @Test
    void theDayALimitIsMetIsThatOfTheLineAndItsBounds() {
        Met met = (Met) Forecast.of(segment(MONTHS, POWER), ToleranceBand.atLeast(90));

        assertThat(day(met.expected())).isEqualTo(22.17, within(0.0051));
        assertThat(day(met.earliest())).isEqualTo(20.34, within(0.0051));
        // The other bound: −0.454286 x + 10.0714 + 2.1318·0.182835·√(7/6 + (x − 5)²/70) = 0 at 24.36.
        assertThat(day(met.latest().orElseThrow())).isEqualTo(24.36, within(0.0051));
        assertThat(met.limit()).isEqualTo(90);
    }

    @Test
    void aLimitOnTheOtherSideIsNotAhead() {
        assertThat(Forecast.of(segment(MONTHS, POWER), ToleranceBand.atMost(105)))
                .isEqualTo(new Forecast.NoLimitAhead());
        ToleranceBand both = new ToleranceBand(OptionalDouble.of(90), OptionalDouble.of(105));
        assertThat(((Met) Forecast.of(segment(MONTHS, POWER), both)).limit()).isEqualTo(90);
    }

    /** Beyond two spans of ten behind the last point, at 30: the line is at 86.44 there, its bound at 85.9. */
    @Test
    void nothingIsForetoldFartherThanTwiceTheTimeObserved() {
        Forecast.NotBefore far = (Forecast.NotBefore) Forecast.of(segment(MONTHS, POWER), ToleranceBand.atLeast(80));
        Forecast.NotBefore near = (Forecast.NotBefore) Forecast.of(segment(MONTHS, POWER), ToleranceBand.atLeast(86.2));

        assertThat(day(far.until())).isEqualTo(30, within(1e-6));
        assertThat(far.earliest()).isEmpty();
        assertThat(near.earliest()).isPresent();
        assertThat(day(near.earliest().orElseThrow())).isBetween(20.34, 30.0);
    }

    @Test
    void aLimitThatIsPassedOrReachedIsSaid() {
        assertThat(Forecast.of(segment(MONTHS, POWER), ToleranceBand.atLeast(96)))
                .isEqualTo(new Forecast.Passed(96));
        // The line is at 95.53 on the last day and a check scatters by 0.5: it may lie below 95.2 now.
        Met now = (Met) Forecast.of(segment(MONTHS, POWER), ToleranceBand.atLeast(95.2));
        assertThat(day(now.earliest())).isEqualTo(10, within(1e-6));
    }

    @Test
    void nothingIsForetoldWithoutADrift() {
        double[] level = {1, 2, 1, 2, 1, 2, 1, 2};

        assertThat(Forecast.of(segment(days(8), level), ToleranceBand.atMost(3)))
                .isEqualTo(new Forecast.NoDrift());
        assertThat(Forecast.of(segment(days(4), 1, 2, 3, 4), ToleranceBand.atMost(9)))
                .isEqualTo(new Forecast.TooFewPoints(4));
        assertThat(Forecast.of(segment(new double[6], 1, 2, 3, 4, 5, 6), ToleranceBand.atMost(9)))
                .isEqualTo(new Forecast.TooFewPoints(6));
    }

    /** Slopes of the fifteen pairs sorted: the exact interval of six points runs from the second to the fourteenth. */
    @Test
    void theSlopeIsTheMedianOfPairs() {
        Drift.Slope slope = (Drift.Slope) Drift.of(segment(MONTHS, POWER));

        assertThat(slope.perDay()).isEqualTo(-0.46, within(1e-9));
        // −0.65, −0.60, … , −0.30, −0.30 (NumPy): ranks 2 and 14.
        assertThat(slope.lowPerDay()).isEqualTo(-0.60, within(1e-9));
        assertThat(slope.highPerDay()).isEqualTo(-0.30, within(1e-9));
        assertThat(slope.probability()).isEqualTo(2 / 720.0, within(1e-12));
        assertThat(slope.isDrift()).isTrue();
        assertThat(slope.rest().n()).isEqualTo(6);
    }

    /** 95 % and more; binomial scatter over 2000 is 0.5 %. Exact ranks are coarse with eight points: 96.9 %. */
    @Test
    void theIntervalHoldsTheSlope() {
        SplittableRandom random = new SplittableRandom(95);
        for (int n : new int[] {8, 70}) {
            int held = 0;
            for (int run = 0; run < 2000; run++) {
                double[] values = IntStream.range(0, n)
                        .mapToDouble(i -> 0.3 * i + random.nextGaussian())
                        .toArray();
                Drift.Slope slope = (Drift.Slope) Drift.of(segment(days(n), values));
                held += slope.lowPerDay() <= 0.3 && slope.highPerDay() >= 0.3 ? 1 : 0;
            }
            assertThat(held / 2000.0).as("seed 95, n %d", n).isBetween(0.93, 0.985);
        }
    }

    @Test
    void longSeriesAreJudgedByTheirNewestPoints() {
        double[] values =
                IntStream.range(0, 1500).mapToDouble(i -> i < 500 ? -i : i).toArray();

        Drift.Slope slope = (Drift.Slope) Drift.of(segment(days(1500), values));

        assertThat(slope.perDay()).isEqualTo(1, within(1e-12));
    }

    @Test
    void limitsAreInOrder() {
        assertThatThrownBy(() -> new ToleranceBand(OptionalDouble.of(2), OptionalDouble.of(2)))
                .hasMessageContaining("below the upper one");
    }
}
