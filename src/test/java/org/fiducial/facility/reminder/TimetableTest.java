package org.fiducial.facility.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.reminder.Sending.Result;
import org.junit.jupiter.api.Test;

/** 23 November 2026 is a Monday; Zurich is an hour ahead of UTC then. */
class TimetableTest {

    private static final Timetable MONDAY_AT_SEVEN = new Timetable(DayOfWeek.MONDAY, 7, ZoneId.of("Europe/Zurich"));
    private static final Instant SEVEN = Instant.parse("2026-11-23T06:00:00Z");

    @Test
    void aPeriodBeginsAtTheHourWhereTheFacilityIsAndLastsADayAndAHalf() {
        assertThat(MONDAY_AT_SEVEN.period(SEVEN.minusMillis(1))).isEmpty();
        assertThat(MONDAY_AT_SEVEN.period(SEVEN)).contains("2026-11-23");
        assertThat(MONDAY_AT_SEVEN.period(SEVEN.plus(Duration.ofHours(36)))).contains("2026-11-23");
        assertThat(MONDAY_AT_SEVEN.period(SEVEN.plus(Duration.ofHours(36)).plusMillis(1)))
                .isEmpty();
        assertThat(MONDAY_AT_SEVEN.latest(SEVEN.minusMillis(1))).isEqualTo("2026-11-16");
        assertThat(MONDAY_AT_SEVEN.next(SEVEN.minusMillis(1))).isEqualTo(SEVEN);
        assertThat(MONDAY_AT_SEVEN.next(SEVEN)).isEqualTo(SEVEN.plus(Duration.ofDays(7)));
    }

    /** 29 March 2026 is the Sunday whose third hour is left out; 25 October the one that has it twice. */
    @Test
    void nightsOfSummerTimeHaveOneDigestEach() {
        Timetable night = new Timetable(DayOfWeek.SUNDAY, 2, ZoneId.of("Europe/Zurich"));

        assertThat(night.period(Instant.parse("2026-03-29T00:59:59Z"))).isEmpty();
        assertThat(night.period(Instant.parse("2026-03-29T01:00:00Z"))).contains("2026-03-29");
        assertThat(night.period(Instant.parse("2026-10-25T00:00:00Z"))).contains("2026-10-25");
        assertThat(night.period(Instant.parse("2026-10-25T01:30:00Z"))).contains("2026-10-25");
    }

    @Test
    void onlyWhatTheServerRefusedIsTriedAgainAfterGrowingPauses() {
        List<Sending> made = new ArrayList<>();
        Instant now = SEVEN;
        assertThat(Timetable.attempt(made, now)).contains(1);
        for (int minutes : new int[] {5, 15, 60, 240}) {
            made.add(sending(made.size() + 1, now, Result.FAILED));
            assertThat(Timetable.attempt(
                            made, now.plus(Duration.ofMinutes(minutes)).minusMillis(1)))
                    .isEmpty();
            now = now.plus(Duration.ofMinutes(minutes));
            assertThat(Timetable.attempt(made, now)).contains(made.size() + 1);
        }
        made.add(sending(5, now, Result.FAILED));
        assertThat(Timetable.attempt(made, now.plus(Duration.ofDays(7)))).isEmpty();
    }

    @Test
    void whatWasSentOrPerhapsSentOrOnlyClaimedIsNeverTriedAgain() {
        for (Optional<Result> result :
                List.of(Optional.of(Result.SENT), Optional.of(Result.UNKNOWN), Optional.<Result>empty())) {
            Sending made = new Sending(
                    new UUID(0, 1),
                    new Sending.Subject("2026-11-23", Sending.Kind.DIGEST, "Ada"),
                    1,
                    SEVEN,
                    result.map(each -> new Sending.Outcome(each, "", SEVEN)));
            assertThat(Timetable.attempt(List.of(made), SEVEN.plus(Duration.ofDays(1))))
                    .as("%s", result)
                    .isEmpty();
        }
    }

    private static Sending sending(int attempt, Instant at, Result result) {
        return new Sending(
                new UUID(0, attempt),
                new Sending.Subject("2026-11-23", Sending.Kind.DIGEST, "Ada"),
                attempt,
                at,
                Optional.of(new Sending.Outcome(result, "", at)));
    }
}
