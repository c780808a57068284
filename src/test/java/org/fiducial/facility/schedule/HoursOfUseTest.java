package org.fiducial.facility.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** Days are counted from the first reading. */
class HoursOfUseTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");

    private final List<HourReading> readings = new ArrayList<>();

    @Test
    void knowsNothingWithoutAReading() {
        assertThat(use().since(FIRST)).isEmpty();
        assertThat(use().rate()).isEmpty();
        assertThat(use().reached(FIRST, 1)).isEmpty();
        assertThat(use().isStale(FIRST)).isTrue();
        assertThat(count(200, 0, 1).standing()).isEqualTo(HoursDue.Standing.UNKNOWN);
    }

    @Test
    void countsFromTheCheckOnEvenlyBetweenReadings() {
        read(0, 1000);
        read(10, 1100);
        read(20, 1120);

        // Day 5 lies half way between 1000 and 1100.
        assertThat(use().since(day(5)).orElseThrow()).isCloseTo(70, within(1e-9));
        assertThat(use().since(day(-5)).orElseThrow()).isCloseTo(120, within(1e-9));
        assertThat(use().since(day(21))).isEmpty();
        assertThat(use().reached(day(5), 60)).contains(day(15));
    }

    @Test
    void isDueTheDayTheHoursWereReachedAndForecastByTheRateBeforeThat() {
        read(0, 0);
        read(10, 100);

        HoursDue.Count coming = count(200, 0, 12);
        assertThat(coming.standing()).isEqualTo(HoursDue.Standing.COMING);
        assertThat(coming.day()).contains(LocalDate.of(2026, 3, 21));
        assertThat(coming.used().orElseThrow()).isCloseTo(100, within(1e-9));

        read(18, 260);
        HoursDue.Count reached = count(200, 0, 18);
        assertThat(reached.standing()).isEqualTo(HoursDue.Standing.REACHED);
        // 100 of the 160 hours of the eight days from day 10 on.
        assertThat(reached.day()).contains(LocalDate.of(2026, 3, 16));
    }

    @Test
    void saysNothingOfWhatIsToComeAfterAMonthWithoutAReading() {
        read(0, 0);
        read(10, 100);

        assertThat(count(200, 0, 10 + HoursOfUse.STALE_DAYS).standing()).isEqualTo(HoursDue.Standing.COMING);
        assertThat(count(200, 0, 11 + HoursOfUse.STALE_DAYS).standing()).isEqualTo(HoursDue.Standing.UNKNOWN);
        assertThat(count(200, 0, 11 + HoursOfUse.STALE_DAYS).day()).isEmpty();
        // What was reached stays reached.
        assertThat(count(50, 0, 300).standing()).isEqualTo(HoursDue.Standing.REACHED);
    }

    @Test
    void makesNoForecastFromOneReadingOrFromAnUnusedInstrument() {
        read(0, 500);
        assertThat(count(200, 0, 1).day()).isEmpty();
        assertThat(count(200, 0, 1).standing()).isEqualTo(HoursDue.Standing.COMING);

        read(10, 500);
        assertThat(count(200, 0, 10).day()).isEmpty();
    }

    @Test
    void aLowerReadingIsACounterThatBeganAgain() {
        read(0, 1900);
        read(10, 1990);
        read(20, 15);

        assertThat(use().since(day(0)).orElseThrow()).isCloseTo(105, within(1e-9));
    }

    @Test
    void noInstrumentRunsMoreThanTheDayHasHours() {
        read(0, 0);
        read(10, 5000);

        assertThat(use().rate()).hasValue(24);
    }

    @Test
    void refusesWhatNoCounterShows() {
        for (double hours : new double[] {-1, 2e6, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> read(0, hours))
                    .as("%s", hours)
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("read it again");
        }
        assertThatThrownBy(() -> new Rhythm.Hours(0, 7)).isInstanceOf(UnusableInputException.class);
        assertThatThrownBy(() -> new Rhythm.Hours(Double.NaN, 7)).isInstanceOf(UnusableInputException.class);
    }

    private HoursDue.Count count(double every, int from, int now) {
        return HoursDue.Count.of(use(), every, day(from), day(now), ZoneOffset.UTC);
    }

    private HoursOfUse use() {
        return new HoursOfUse(readings);
    }

    private void read(int day, double hours) {
        readings.add(new HourReading(
                new UUID(0, readings.size()), new UUID(0, 1), hours, day(day), new HourReading.Entry("Ada", day(day))));
    }

    private static Instant day(int day) {
        return FIRST.plus(Duration.ofDays(day));
    }
}
