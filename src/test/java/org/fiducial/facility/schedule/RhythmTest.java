package org.fiducial.facility.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the next check is due, scenario by scenario; first of the month, in time from five days before to three after. */
class RhythmTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final Rhythm.Recurring monthly =
            new Rhythm.Recurring(new Recurrence("FREQ=MONTHLY"), START, new Window(5, 3));

    @Test
    void isDueOnItsStartWhileNothingWasDone() {
        assertThat(dueAfter(Optional.empty())).contains(START);
    }

    @Test
    void aCheckBeforeTheWindowLeavesTheDueDay() {
        assertThat(dueAfterCheckOn("2026-02-23")).contains(LocalDate.of(2026, 3, 1));
        assertThat(dueAfterCheckOn("2025-12-26")).contains(START);
    }

    @Test
    void aCheckOnTheFirstDayOfTheWindowMovesItToTheNext() {
        assertThat(dueAfterCheckOn("2026-02-24")).contains(LocalDate.of(2026, 4, 1));
    }

    @Test
    void aCheckOnTheDueDayMovesItToTheNext() {
        assertThat(dueAfterCheckOn("2026-03-01")).contains(LocalDate.of(2026, 4, 1));
    }

    @Test
    void aLateCheckKeepsTheRhythmOfTheFirstOfTheMonth() {
        assertThat(dueAfterCheckOn("2026-03-17")).contains(LocalDate.of(2026, 4, 1));
    }

    @Test
    void aCheckSoLateThatItLiesInTheNextWindowSkipsThatToo() {
        assertThat(dueAfterCheckOn("2026-03-27")).contains(LocalDate.of(2026, 5, 1));
    }

    @Test
    void aCheckMonthsLateCountsOnceForAllThatWasMissed() {
        assertThat(dueAfterCheckOn("2026-09-14")).contains(LocalDate.of(2026, 10, 1));
    }

    @Test
    void anEditedRuleMovesTheDueDayAtOnce() {
        Rhythm weekly = new Rhythm.Recurring(new Recurrence("FREQ=WEEKLY"), START, new Window(1, 1));

        assertThat(weekly.due(Turn.ALWAYS, Optional.of(LocalDate.of(2026, 3, 1))))
                .contains(LocalDate.of(2026, 3, 5));
        assertThat(dueAfterCheckOn("2026-03-01")).contains(LocalDate.of(2026, 4, 1));
    }

    @Test
    void aLaterStartLeavesOutWhatWasPlannedBefore() {
        Rhythm later =
                new Rhythm.Recurring(new Recurrence("FREQ=MONTHLY"), LocalDate.of(2026, 6, 15), new Window(5, 3));

        assertThat(later.due(Turn.ALWAYS, Optional.of(LocalDate.of(2026, 3, 1))))
                .contains(LocalDate.of(2026, 6, 15));
    }

    @Test
    void withoutAWindowOnlyTheDayItselfAndLaterFulfilIt() {
        Rhythm strict = new Rhythm.Recurring(new Recurrence("FREQ=MONTHLY"), START, new Window(0, 0));

        assertThat(strict.due(Turn.ALWAYS, Optional.of(LocalDate.of(2026, 1, 31))))
                .contains(LocalDate.of(2026, 2, 1));
        assertThat(strict.due(Turn.ALWAYS, Optional.of(LocalDate.of(2026, 2, 1))))
                .contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void aRuleThatEndedAsksForNothingMore() {
        Rhythm twice = new Rhythm.Recurring(new Recurrence("FREQ=MONTHLY;COUNT=2"), START, new Window(5, 3));

        assertThat(twice.due(Turn.ALWAYS, Optional.of(LocalDate.of(2026, 1, 1))))
                .contains(LocalDate.of(2026, 2, 1));
        assertThat(twice.due(Turn.ALWAYS, Optional.of(LocalDate.of(2026, 2, 2))))
                .isEmpty();
    }

    @Test
    void threeObjectivesTakeTurnsAndAMissedOneStaysDue() {
        Turn second = new Turn(1, 3);

        assertThat(monthly.due(second, Optional.empty())).contains(LocalDate.of(2026, 2, 1));
        assertThat(monthly.due(second, Optional.of(LocalDate.of(2026, 4, 20)))).contains(LocalDate.of(2026, 5, 1));
        assertThat(monthly.due(second, Optional.of(LocalDate.of(2026, 4, 26)))).contains(LocalDate.of(2026, 8, 1));
        assertThat(monthly.after(LocalDate.of(2026, 2, 1), second, 2))
                .containsExactly(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 8, 1));
    }

    @Test
    void adHocIsNeverDue() {
        assertThat(new Rhythm.AdHoc().due(Turn.ALWAYS, Optional.empty())).isEmpty();
    }

    private Optional<LocalDate> dueAfterCheckOn(String day) {
        return dueAfter(Optional.of(LocalDate.parse(day)));
    }

    private Optional<LocalDate> dueAfter(Optional<LocalDate> last) {
        return monthly.due(Turn.ALWAYS, last);
    }
}
