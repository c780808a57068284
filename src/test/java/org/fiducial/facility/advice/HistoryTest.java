package org.fiducial.facility.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.fiducial.facility.advice.Observation.Outcome;
import org.junit.jupiter.api.Test;

/** What checks say that were made for one reason or another. */
class HistoryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant month(double months) {
        return START.plusMillis(Math.round(months * History.DAYS_PER_MONTH * 86_400_000));
    }

    private static Entry routine(double month, boolean good) {
        return new Entry.Checked(month(month), Occasion.ROUTINE, good);
    }

    private static Entry asFound(double month, boolean good) {
        return new Entry.Checked(month(month), Occasion.AS_FOUND, good);
    }

    private static Entry worked(double month) {
        return new Entry.Worked(month(month));
    }

    private static Entry complaint(double month, boolean good) {
        return new Entry.Checked(month(month), Occasion.COMPLAINT, good);
    }

    private static Entry start(double month, boolean good) {
        return new Entry.Checked(month(month), Occasion.START, good);
    }

    private static void assertSpeaks(History history, Observation... expected) {
        assertThat(history.observations()).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            Observation found = history.observations().get(i);
            assertThat(found.outcome()).isEqualTo(expected[i].outcome());
            // Times are kept to the millisecond.
            assertThat(found.from()).isEqualTo(expected[i].from(), within(1e-9));
            assertThat(found.to()).isEqualTo(expected[i].to(), within(1e-9));
        }
    }

    @Test
    void aRoutineCheckSpeaksOfTheTimeSinceTheLastGoodOne() {
        History history = History.of(List.of(start(0, true), routine(3, true), routine(6, true), routine(8, false)));

        assertSpeaks(
                history, Observation.good(3), new Observation(3, 6, Outcome.GOOD), new Observation(6, 8, Outcome.BAD));
        assertThat(history.leftOut()).isEqualTo(1);
        assertThat(history.longestGood()).isEqualTo(3, within(1e-9));
    }

    @Test
    void theFirstCheckHasNothingToSpeakOf() {
        assertSpeaks(History.of(List.of(routine(0, true))));
        assertSpeaks(
                History.of(List.of(routine(0, false), routine(1, false), routine(2, true), routine(5, true))),
                Observation.good(3));
    }

    @Test
    void timeBeginsAnewAfterWork() {
        History history =
                History.of(List.of(start(0, true), routine(3, true), worked(4), routine(6, true), routine(9, true)));

        assertSpeaks(history, Observation.good(3), Observation.good(3));
        assertThat(history.leftOut()).isEqualTo(2);
    }

    @Test
    void aCheckAsFoundCountsAndOneAsLeftStarts() {
        History history = History.of(
                List.of(start(0, true), asFound(4, false), worked(4.1), start(4.2, true), routine(10.2, true)));

        assertSpeaks(history, Observation.bad(4), Observation.good(6));
    }

    /** Service is entered from its first morning on, and the check as found is made that day. */
    @Test
    void aCheckAsFoundSpeaksOfTheTimeBeforeTheWorkItBelongsTo() {
        assertSpeaks(
                History.of(List.of(start(0, true), worked(4), asFound(4.1, true), routine(7, true))),
                Observation.good(4.1));
        // Behind a week it is another's.
        assertSpeaks(History.of(List.of(start(0, true), worked(4), asFound(4.3, true))));
        assertSpeaks(
                History.of(List.of(start(0, true), worked(4), start(4.05, true), asFound(4.1, false))),
                Observation.bad(0.05));
    }

    @Test
    void aComplaintThatIsRightDatesAFailure() {
        assertSpeaks(
                History.of(List.of(start(0, true), complaint(2, false), start(2.5, true), routine(5.5, true))),
                Observation.reported(2),
                Observation.good(3));
    }

    /** Else those who complain would chop time into survivals that no plan asked for. */
    @Test
    void aComplaintThatIsWrongChangesNothing() {
        assertSpeaks(History.of(List.of(start(0, true), complaint(2, true), routine(3, true))), Observation.good(3));
    }

    @Test
    void aCheckAfterServiceIsNoSurvival() {
        History history = History.of(List.of(start(0, true), start(2, true), routine(5, true)));

        assertSpeaks(history, Observation.good(3));
        assertThat(history.leftOut()).isEqualTo(2);
    }

    @Test
    void nothingIsSaidAcrossAnotherArtefact() {
        History across = History.of(List.of(start(0, true), new Entry.OtherArtefact(month(2)), routine(3, false)));
        History settled = History.of(
                List.of(start(0, true), new Entry.OtherArtefact(month(2)), routine(3, true), routine(6, true)));

        assertSpeaks(across);
        assertThat(across.newArtefact()).contains(month(2));
        assertSpeaks(settled, Observation.good(3));
        assertThat(settled.newArtefact()).isEmpty();
    }

    /** Of the same moment the other slide comes first, however they were entered. */
    @Test
    void theOrderOfEntriesDoesNotMatter() {
        List<Entry> entries = List.of(routine(3, true), new Entry.OtherArtefact(month(3)), start(0, true));

        assertSpeaks(History.of(entries));
        assertThat(History.of(entries).newArtefact()).isEmpty();
    }

    @Test
    void twoChecksOfOneMomentSayNothingOfTime() {
        assertSpeaks(History.of(List.of(start(0, true), routine(0, true), routine(0, false))));
    }

    @Test
    void pastsOfLightPathsTakenInTurnAreOne() {
        History first = History.of(List.of(start(0, true), routine(3, true)));
        History second = History.of(List.of(start(1, true), new Entry.OtherArtefact(month(3))));

        History both = History.together(List.of(first, second));

        assertThat(both.observations()).isEqualTo(first.observations());
        assertThat(both.leftOut()).isEqualTo(2);
        assertThat(both.newArtefact()).contains(month(3));
    }
}
