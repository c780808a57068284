package org.fiducial.facility.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.fiducial.facility.trend.Point;
import org.fiducial.facility.trend.Segment;
import org.fiducial.facility.trend.ToleranceBand;
import org.junit.jupiter.api.Test;

/** How long a check may wait for a metric that drifts. */
class DriftingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant month(double months) {
        return START.plusMillis(Math.round(months * History.DAYS_PER_MONTH * 86_400_000));
    }

    private static Segment segment(double... values) {
        List<Point> points = IntStream.range(0, values.length)
                .mapToObj(i -> new Point(month(2 * i), values[i]))
                .toList();
        return new Segment(0, points, Optional.empty());
    }

    /** Power [%] at months 0, 2 … 10: a 100.0714, b −0.454286 a month, s 0.182835. */
    static Segment power() {
        return segment(100, 99.1, 98.5, 97.2, 96.6, 95.4);
    }

    /** The bound meets 90 % at 20.34 months, the last check was at 10. */
    @Test
    void theNextCheckComesBeforeTheBoundMeetsTheLimit() {
        Drifting drifting = Drifting.of(power(), ToleranceBand.atLeast(90));

        assertThat(drifting.months().orElseThrow()).isEqualTo(10.34, within(0.0051));
        assertThat(drifting.isBeyond()).isFalse();
    }

    @Test
    void withoutDriftTheNextCheckMayWait() {
        assertThat(Drifting.of(segment(1, 2, 1, 2, 1, 2), ToleranceBand.atMost(3))
                        .months())
                .isEmpty();
        assertThat(Drifting.of(segment(1, 2, 3, 4), ToleranceBand.atMost(9)).months())
                .isEmpty();
    }

    @Test
    void aLineBeyondItsLimitIsSaidToBe() {
        assertThat(Drifting.of(power(), ToleranceBand.atLeast(96)).isBeyond()).isTrue();
    }

    /** t = (L − a − b x)/(s √(7/6 + (x − 5)²/70)): Φ by SciPy. At 22.17 months the line meets the limit: one half. */
    @Test
    void theShareWithinLimitsIsThatOfThePrediction() {
        Drifting lower = Drifting.of(power(), ToleranceBand.atLeast(90));
        Drifting both = Drifting.of(power(), new ToleranceBand(OptionalDouble.of(90), OptionalDouble.of(91)));

        assertThat(lower.shareWithin(month(22.169811)).orElseThrow()).isEqualTo(0.5, within(1e-5));
        assertThat(lower.shareWithin(month(21)).orElseThrow()).isEqualTo(0.907149, within(1e-5));
        assertThat(both.shareWithin(month(21)).orElseThrow()).isEqualTo(0.785517, within(1e-5));
        assertThat(Drifting.of(segment(1, 2), ToleranceBand.atMost(3)).shareWithin(month(3)))
                .isEmpty();
        assertThat(Drifting.of(segment(1, 1, 1), ToleranceBand.atMost(3)).shareWithin(month(3)))
                .hasValue(1);
    }
}
