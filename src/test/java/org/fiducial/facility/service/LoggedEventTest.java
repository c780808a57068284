package org.fiducial.facility.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.service.Event.Effect;
import org.fiducial.facility.service.FollowUp.Step;
import org.junit.jupiter.api.Test;

class LoggedEventTest {

    private static final Instant NOON = Instant.parse("2026-03-17T12:00:00Z");
    private static final UUID OBJECTIVE = new UUID(0, 63);

    @Test
    void aFaultIsOpenFromItsHourUntilItIsResolved() {
        LoggedEvent fault = logged(Effect.DO_NOT_USE, followUp(Step.RESOLVED, 48, 1));

        assertThat(fault.isOpen(NOON.minusMillis(1))).isFalse();
        assertThat(fault.isOpen(NOON)).isTrue();
        assertThat(fault.isOpen(NOON.plus(Duration.ofHours(47)))).isTrue();
        assertThat(fault.isOpen(NOON.plus(Duration.ofDays(2)))).isFalse();
    }

    @Test
    void aFaultThatWasOpenedAgainIsOpenUntilItIsResolvedAgain() {
        LoggedEvent again = logged(Effect.DO_NOT_USE, followUp(Step.RESOLVED, 1, 1), followUp(Step.REOPENED, 2, 2));

        assertThat(again.isOpen(NOON.plus(Duration.ofDays(30)))).isTrue();
        assertThat(again.end()).isEmpty();
    }

    @Test
    void whatWasEnteredLastCountsWhateverTheClockSaidThen() {
        LoggedEvent event =
                logged(Effect.USABLE_WITH_CARE, followUp(Step.EXPECTED, 72, 2), followUp(Step.EXPECTED, 24, 1));

        assertThat(event.expectedEnd()).contains(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void anEventWithoutEffectOnTheUseIsNeverOpen() {
        assertThat(logged(Effect.NONE).isOpen(NOON)).isFalse();
    }

    @Test
    void aWithdrawnEventIsNeverOpen() {
        assertThat(logged(Effect.DO_NOT_USE, followUp(Step.WITHDRAWN, 1, 1)).isOpen(NOON))
                .isFalse();
    }

    @Test
    void anEventWithoutNamedPartsConcernsEveryLightPath() {
        UUID other = new UUID(0, 20);

        assertThat(logged(Effect.NONE).concerns(List.of(other))).isTrue();
        assertThat(of(new Event.Report("Exchanged.", List.of(OBJECTIVE), Effect.NONE, Loss.none()))
                        .concerns(List.of(other)))
                .isFalse();
        assertThat(of(new Event.Report("Exchanged.", List.of(OBJECTIVE), Effect.NONE, Loss.none()))
                        .concerns(List.of(other, OBJECTIVE)))
                .isTrue();
    }

    @Test
    void workWithoutEffectOnTheUseMayHaveChangedTheInstrumentAndAHarmlessRemarkMayNot() {
        Event.Report harmless = new Event.Report("Dust on the stand.", List.of(), Effect.NONE, Loss.none());

        assertThat(of(Event.Kind.REALIGNMENT, harmless).mayHaveChanged()).isTrue();
        assertThat(of(Event.Kind.FAULT, harmless).mayHaveChanged()).isFalse();
        assertThat(logged(Effect.USABLE_WITH_CARE).mayHaveChanged()).isTrue();
    }

    @Test
    void theTimeLostIsThatOfTheReportAndOfEveryFollowUp() {
        assertThat(logged(Effect.NONE, followUp(Step.NOTE, 1, 1), followUp(Step.RESOLVED, 2, 2))
                        .timeLost())
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void saysInWordsWhatAnEventNeeds() {
        assertThatThrownBy(() -> new Event.Report(" ", List.of(), Effect.NONE, Loss.none()))
                .hasMessage("an event says what happened");
        assertThatThrownBy(() -> new Loss(Duration.ofMinutes(-1), Optional.empty()))
                .hasMessage("time lost is at least zero, was PT-1M");
    }

    private static LoggedEvent logged(Effect effect, FollowUp... followUps) {
        Event.Report report = new Event.Report(
                "Laser flickers.", List.of(), effect, new Loss(Duration.ofMinutes(30), Optional.empty()));
        return new LoggedEvent(of(report).event(), List.of(followUps));
    }

    private static LoggedEvent of(Event.Report report) {
        return of(Event.Kind.FAULT, report);
    }

    private static LoggedEvent of(Event.Kind kind, Event.Report report) {
        return new LoggedEvent(new Event(new UUID(1, 1), new UUID(1, 2), kind, NOON, report, entry(0)), List.of());
    }

    private static FollowUp followUp(Step step, int hoursLater, int enteredHoursLater) {
        return new FollowUp(
                new UUID(2, enteredHoursLater),
                new UUID(1, 1),
                step,
                NOON.plus(Duration.ofHours(hoursLater)),
                new FollowUp.Account("So it was.", new Loss(Duration.ofMinutes(30), Optional.empty())),
                entry(enteredHoursLater));
    }

    private static Event.Entry entry(int hoursLater) {
        return new Event.Entry("Ada", NOON.plus(Duration.ofHours(hoursLater)), ZoneOffset.UTC);
    }
}
