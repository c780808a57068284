package org.fiducial.facility.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    /** Days counted by hand on a calendar. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "monthly | 2026-01-31 | 2026-01-31 2026-02-28 2026-03-31 2026-04-30",
                "two-monthly | 2026-12-31 | 2026-12-31 2027-02-28 2027-04-30 2027-06-30",
                "monthly | 2027-12-30 | 2027-12-30 2028-01-30 2028-02-29 2028-03-30",
                "monthly | 2026-01-15 | 2026-01-15 2026-02-15 2026-03-15 2026-04-15",
                "quarterly | 2025-11-30 | 2025-11-30 2026-02-28 2026-05-30 2026-08-30",
                "half-yearly | 2026-08-31 | 2026-08-31 2027-02-28 2027-08-31 2028-02-29",
                "yearly | 2024-02-29 | 2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
                "two-yearly | 2024-02-29 | 2024-02-29 2026-02-28 2028-02-29",
                "yearly | 2026-03-12 | 2026-03-12 2027-03-12 2028-03-12",
                "workdays | 2026-03-27 | 2026-03-27 2026-03-30 2026-03-31",
                "fortnightly | 2026-12-21 | 2026-12-21 2027-01-04 2027-01-18",
                // 2026 has 53 ISO weeks: every second week stays every second week over the turn of the year.
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO | 2026-12-14 | 2026-12-14 2026-12-28 2027-01-11",
                "FREQ=MONTHLY;BYDAY=1MO | 2026-03-03 | 2026-04-06 2026-05-04",
                "FREQ=MONTHLY;BYDAY=-1FR | 2026-01-01 | 2026-01-30 2026-02-27 2026-03-27",
                "freq=weekly;byday=mo,th | 2026-01-01 | 2026-01-01 2026-01-05 2026-01-08",
                // As RFC 5545 has it: months without the day are left out of a rule.
                "FREQ=MONTHLY | 2026-01-31 | 2026-01-31 2026-03-31 2026-05-31"
            })
    void givesTheDaysOfACalendar(String typed, LocalDate start, String days) {
        List<LocalDate> expected =
                Arrays.stream(days.split(" ", -1)).map(LocalDate::parse).toList();

        Recurrence recurrence = Recurrence.of(typed, start);

        assertThat(recurrence.days(start, Turn.ALWAYS, start, expected.size())).isEqualTo(expected);
        assertThat(recurrence.days(start, Turn.ALWAYS, expected.get(1), 1)).containsExactly(expected.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"daily", "workdays", "weekly", "monthly", "two-monthly", "quarterly", "half-yearly", "yearly"})
    void knowsItsWordAgain(String word) {
        assertThat(Recurrence.of(word, LocalDate.of(2026, 1, 31)).word()).contains(word);
        assertThat(Recurrence.of(word, LocalDate.of(2024, 2, 29)).word()).contains(word);
        assertThat(new Recurrence("FREQ=MONTHLY;BYDAY=1MO").word()).isEmpty();
    }

    /** Rules that only count days or weeks are computed without the library; it says whether rightly. */
    @Test
    void countsDaysAndWeeksAsTheLibraryDoes() {
        SplittableRandom random = new SplittableRandom(5545);
        for (int i = 0; i < 300; i++) {
            LocalDate start = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000));
            LocalDate notBefore = start.plusDays(random.nextInt(-50, 3000));
            int of = random.nextInt(1, 4);
            Turn turn = new Turn(random.nextInt(of), of);
            Recurrence recurrence = new Recurrence(
                    "FREQ=" + (random.nextBoolean() ? "WEEKLY" : "DAILY") + ";INTERVAL=" + random.nextInt(1, 9));

            assertThat(recurrence.days(start, turn, notBefore, 5))
                    .as("%d of seed 5545: %s from %s, %s, not before %s", i, recurrence, start, turn, notBefore)
                    .isEqualTo(recurrence.byRule(start, turn, notBefore, 5));
        }
    }

    @Test
    void endsWhereItsRuleEnds() {
        LocalDate start = LocalDate.of(2026, 1, 1);

        assertThat(new Recurrence("FREQ=WEEKLY;COUNT=3").days(start, Turn.ALWAYS, start, 9))
                .hasSize(3);
        assertThat(new Recurrence("FREQ=WEEKLY;COUNT=3").days(start, Turn.ALWAYS, start.plusDays(10), 9))
                .containsExactly(LocalDate.of(2026, 1, 15));
        assertThat(new Recurrence("FREQ=WEEKLY;UNTIL=20260114").days(start, Turn.ALWAYS, start.plusDays(14), 9))
                .isEmpty();
    }

    @Test
    void givesEachTurnItsOwnDays() {
        LocalDate start = LocalDate.of(2026, 1, 1);
        Recurrence monthly = new Recurrence("FREQ=MONTHLY");

        assertThat(monthly.days(start, new Turn(1, 3), start, 2))
                .containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 5, 1));
        assertThat(monthly.days(start, new Turn(1, 3), LocalDate.of(2026, 2, 2), 1))
                .containsExactly(LocalDate.of(2026, 5, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "often",
                "FREQ=HOURLY",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;INTERVAL=1001",
                "FREQ=WEEKLY;BYHOUR=3",
                "FREQ=YEARLY;BYWEEKNO=53",
                "FREQ=WEEKLY;COUNT=0",
                "FREQ=WEEKLY;FOO=1",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=WEEKLY;UNTIL=20260115T000000Z",
                "FREQ=WEEKLY\r\nSUMMARY:x",
                "FREQ=MONTHLY;SKIP=BACKWARD;RSCALE=GREGORIAN",
                "INTERVAL=2",
                "=",
                ";;"
            })
    void refusesWhatIsNoRuleOfDays(String typed) {
        assertThatThrownBy(() -> Recurrence.of(typed, LocalDate.of(2026, 1, 1)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("monthly")
                .hasMessageMatching("[^\\r\\n]*");
    }
}
