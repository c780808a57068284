package org.fiducial.facility.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fiducial.facility.check.ReviewStanding.REJECTED;
import static org.fiducial.facility.check.ReviewStanding.VOID;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.check.KitUse;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Event.Effect;
import org.fiducial.facility.service.Event.Kind;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of this story are counted back from now: a check of day 5 was done five days ago. */
class InstrumentStateTest {

    private static final Instant NOW = Instant.parse("2026-03-12T09:30:00Z");
    private static final int INTERVAL_DAYS = 30;
    private static final UUID INSTRUMENT = new UUID(0, 1);

    private final Component oil = part(63, Component.Kind.OBJECTIVE, "63x oil");
    private final Component blue = part(488, Component.Kind.LINE, "488 nm");
    private final Component green = part(561, Component.Kind.LINE, "561 nm");
    private final Configuration oilBlue = path(1, "oil, 488", oil, blue);
    private final Configuration oilGreen = path(2, "oil, 561", oil, green);

    private final List<CheckSummary> checks = new ArrayList<>();
    private final List<LoggedEvent> events = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private int made;

    @Test
    void isUnknownWithoutAnyCheck() {
        assertThat(now().level()).isEqualTo(Level.UNKNOWN);
        assertThat(now().decidingFinding()).isEmpty();
        assertThat(now().decidingEvent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, FINE, LAST_KNOWN_GOOD",
        "WARNING, USABLE_WITH_CARE, LAST_KNOWN_GOOD",
        "FAIL, DO_NOT_USE, FAILED",
        "NOT_EVALUATED, UNKNOWN, NOT_EVALUATED"
    })
    void isWhatTheNewestCheckSays(VerdictLevel verdict, Level level, Standing standing) {
        check(2, oilBlue, VerdictLevel.PASS);
        check(1, oilBlue, verdict);

        assertThat(now().level()).isEqualTo(level);
        assertThat(finding(0).standing()).isEqualTo(standing);
    }

    @Test
    void aGoodCheckIsLastKnownGoodUntilTheVeryMomentItHolds() {
        check(INTERVAL_DAYS, oilBlue, VerdictLevel.PASS);

        assertThat(finding(0).standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);
        assertThat(state(NOW.plusMillis(1)).level()).isEqualTo(Level.UNKNOWN);
        assertThat(state(NOW.plusMillis(1)).decidingFinding().orElseThrow().standing())
                .isEqualTo(Standing.OUTDATED);
    }

    @Test
    void aVoidCheckCountsForNothingAndARejectedOneShowsNothingToBeGood() {
        check(2, oilBlue, VerdictLevel.PASS);
        checks.add(reviewed(summary(1, oilBlue, VerdictLevel.FAIL, "psf-beads", CheckReason.SCHEDULED), VOID));
        assertThat(now().level()).isEqualTo(Level.FINE);

        checks.add(reviewed(summary(0, oilBlue, VerdictLevel.PASS, "psf-beads", CheckReason.SCHEDULED), REJECTED));

        assertThat(now().level()).isEqualTo(Level.UNKNOWN);
    }

    private static CheckSummary reviewed(CheckSummary check, ReviewStanding standing) {
        return new CheckSummary(
                check.id(),
                check.configurationId(),
                check.protocol(),
                check.measuredAt(),
                check.reason(),
                check.overall(),
                check.note(),
                standing);
    }

    @Test
    void aPastDayBetweenTwoGoodChecksIsEstablishedHoweverFarApartTheyAre() {
        check(100, oilBlue, VerdictLevel.PASS);
        check(5, oilBlue, VerdictLevel.PASS);

        assertThat(finding(10).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(10).level()).isEqualTo(Level.FINE);
    }

    @Test
    void aFailedCheckCastsDoubtBackToTheLastGoodOne() {
        check(20, oilBlue, VerdictLevel.PASS);
        check(10, oilBlue, VerdictLevel.PASS);
        check(5, oilBlue, VerdictLevel.FAIL);

        assertThat(finding(15).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(7).standing()).isEqualTo(Standing.IN_DOUBT);
        assertThat(finding(7).level()).isEqualTo(Level.UNKNOWN);
        assertThat(finding(5).standing()).isEqualTo(Standing.FAILED);
    }

    @Test
    void aCheckThatCouldNotBeEvaluatedNeitherConfirmsNorCastsDoubt() {
        check(20, oilBlue, VerdictLevel.PASS);
        check(10, oilBlue, VerdictLevel.NOT_EVALUATED);
        check(5, oilBlue, VerdictLevel.PASS);

        assertThat(finding(15).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(8).standing()).isEqualTo(Standing.NOT_EVALUATED);
    }

    @Test
    void aFaultBetweenTwoGoodChecksLeavesTheWholeTimeBetweenThemNotEstablished() {
        check(30, oilBlue, VerdictLevel.PASS);
        check(20, oilBlue, VerdictLevel.PASS);
        event(15, Kind.FAULT, Effect.USABLE_WITH_CARE, oil);
        check(5, oilBlue, VerdictLevel.PASS);

        assertThat(finding(25).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(18).standing()).isEqualTo(Standing.DISTURBED);
        assertThat(finding(10).standing()).isEqualTo(Standing.DISTURBED);
        assertThat(finding(10).bracket().between()).contains(events.get(0));
        assertThat(finding(3).standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);
    }

    @Test
    void aCheckAsFoundConfirmsTheTimeBeforeTheServiceAndNotTheTimeAfter() {
        check(30, oilBlue, VerdictLevel.PASS);
        check(15, oilBlue, VerdictLevel.PASS, CheckReason.AS_FOUND);
        event(14, Kind.SERVICE, Effect.NONE);

        assertThat(finding(20).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(0).standing()).isEqualTo(Standing.DISTURBED);

        check(13, oilBlue, VerdictLevel.PASS, CheckReason.AS_LEFT);

        assertThat(finding(0).standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);
        assertThat(finding(14).standing()).isEqualTo(Standing.DISTURBED);
    }

    @Test
    void workOnOneLineLeavesTheOtherAndTheObjectiveAlone() {
        check(20, oilBlue, VerdictLevel.PASS, "light-source-power");
        check(20, oilGreen, VerdictLevel.PASS, "light-source-power");
        check(20, oilGreen, VerdictLevel.PASS);
        event(10, Kind.EXCHANGE, Effect.NONE, green);

        assertThat(of(oilBlue, 5).level()).isEqualTo(Level.FINE);
        assertThat(of(oilGreen, 5).findings())
                .extracting(each -> each.protocol().id(), Finding::standing)
                .containsExactly(
                        tuple("light-source-power", Standing.DISTURBED), tuple("psf-beads", Standing.LAST_KNOWN_GOOD));
    }

    @Test
    void aHarmlessRemarkDisturbsNothing() {
        check(20, oilBlue, VerdictLevel.PASS);
        event(10, Kind.FAULT, Effect.NONE);

        assertThat(now().level()).isEqualTo(Level.FINE);
    }

    @Test
    void anEventWithdrawnDisturbsNothing() {
        check(20, oilBlue, VerdictLevel.PASS);
        LoggedEvent mistake = event(10, Kind.SERVICE, Effect.DO_NOT_USE);
        events.set(0, new LoggedEvent(mistake.event(), List.of(followUp(mistake, FollowUp.Step.WITHDRAWN, 9))));

        assertThat(now().level()).isEqualTo(Level.FINE);
    }

    @Test
    void anOpenFaultDecidesTheStateUntilItIsResolvedAndACheckFollows() {
        check(20, oilBlue, VerdictLevel.PASS);
        LoggedEvent fault = event(10, Kind.FAULT, Effect.DO_NOT_USE, oil);

        assertThat(now().level()).isEqualTo(Level.DO_NOT_USE);
        assertThat(now().decidingEvent()).contains(fault);
        assertThat(state(ago(15)).level()).isEqualTo(Level.UNKNOWN);

        events.set(0, new LoggedEvent(fault.event(), List.of(followUp(fault, FollowUp.Step.RESOLVED, 8))));
        assertThat(now().level()).isEqualTo(Level.UNKNOWN);
        assertThat(state(ago(9)).level()).isEqualTo(Level.DO_NOT_USE);

        check(7, oilBlue, VerdictLevel.PASS, CheckReason.AFTER_SERVICE);
        assertThat(now().level()).isEqualTo(Level.FINE);
    }

    @Test
    void aPassedCheckOfOneLightPathDoesNotClearAnother() {
        check(5, oilBlue, VerdictLevel.FAIL);
        check(1, oilGreen, VerdictLevel.PASS, "light-source-power");
        check(2, oilGreen, VerdictLevel.PASS);

        assertThat(of(oilBlue, 0).level()).isEqualTo(Level.FINE);

        check(1, oilGreen, VerdictLevel.FAIL, "light-source-power");
        assertThat(of(oilBlue, 0).level()).isEqualTo(Level.FINE);
        assertThat(of(oilGreen, 0).level()).isEqualTo(Level.DO_NOT_USE);
        assertThat(now().level()).isEqualTo(Level.DO_NOT_USE);
        assertThat(now().configurations()).first().matches(each -> each.configuration()
                .equals(oilGreen));
    }

    @Test
    void whatWasMeasuredOnAnObjectiveInOneLightPathHoldsInEveryOther() {
        check(5, oilBlue, VerdictLevel.PASS);

        Finding inferred = of(oilGreen, 0).findings().get(0);

        assertThat(inferred.isInferred()).isTrue();
        assertThat(inferred.checked()).isEqualTo(oilBlue);
        assertThat(inferred.standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);
        assertThat(now().findings()).isEqualTo(1);
    }

    @Test
    void whatWasMeasuredOnALineSaysNothingOfAnother() {
        check(5, oilBlue, VerdictLevel.PASS, "light-source-power");

        assertThat(of(oilGreen, 0).findings()).isEmpty();
        assertThat(now().level()).isEqualTo(Level.FINE);
    }

    @Test
    void ofTwoChecksOfTheSameMomentTheOneEnteredLaterCounts() {
        check(5, oilBlue, VerdictLevel.FAIL);
        check(5, oilBlue, VerdictLevel.PASS);

        assertThat(now().level()).isEqualTo(Level.FINE);
    }

    @Test
    void whatWasMeasuredWithSomethingRecalledIsNotKnownToBeGood() {
        check(10, oilBlue, VerdictLevel.PASS);
        recalled(checks.get(0));

        assertThat(finding(0).standing()).isEqualTo(Standing.RECALLED);
        assertThat(finding(0).level()).isEqualTo(Level.UNKNOWN);
        assertThat(finding(0).since()).contains(ago(10));
        assertThat(finding(0).bracket().doubt()).contains(doubts.get(0));
    }

    @Test
    void aRecalledCheckDoesNotConfirmTheTimeBeforeItAndTheNextOneMay() {
        check(20, oilBlue, VerdictLevel.PASS);
        check(10, oilBlue, VerdictLevel.PASS);
        recalled(checks.get(1));

        assertThat(finding(15).standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);

        check(5, oilBlue, VerdictLevel.PASS);
        assertThat(finding(15).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(8).standing()).isEqualTo(Standing.RECALLED);
        assertThat(finding(0).standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);
    }

    @Test
    void aFailStaysOneWhateverWasRecalled() {
        check(10, oilBlue, VerdictLevel.FAIL);
        recalled(checks.get(0));

        assertThat(finding(0).standing()).isEqualTo(Standing.FAILED);
    }

    private void recalled(CheckSummary check) {
        Recall recall = new Recall(
                new UUID(6, ++made),
                new UUID(0, 0),
                "ps-1",
                new Recall.Period(ago(100), Optional.empty()),
                new Recall.Fault("It was scratched.", OptionalDouble.empty()),
                new Recall.Entry("Ada", NOW, ZoneOffset.UTC),
                Optional.empty());
        doubts.add(new Doubt(recall, new KitUse(check, INSTRUMENT, "Ada", List.of()), true, List.of()));
    }

    @Test
    void doesNotDependOnTheOrderInWhichTheRecordIsRead() {
        long seed = 20_260_312;
        check(30, oilBlue, VerdictLevel.PASS);
        check(20, oilBlue, VerdictLevel.WARNING);
        check(15, oilGreen, VerdictLevel.PASS);
        check(5, oilBlue, VerdictLevel.FAIL);
        check(4, oilGreen, VerdictLevel.PASS, "light-source-power");
        event(12, Kind.SERVICE, Effect.NONE, green);
        event(11, Kind.FAULT, Effect.USABLE_WITH_CARE);
        InstrumentState inOrder = state(ago(10));
        Random random = new Random(seed);

        for (int run = 0; run < 20; run++) {
            Collections.shuffle(checks, random);
            assertThat(state(ago(10)).level()).as("seed %d, run %d", seed, run).isEqualTo(inOrder.level());
            assertThat(state(ago(10)).configurations())
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(inOrder.configurations());
        }
    }

    private InstrumentState now() {
        return state(NOW);
    }

    private InstrumentState state(Instant at) {
        return InstrumentState.of(
                new Known(List.of(oilBlue, oilGreen), checks, events, Doubts.of(doubts)), at, new Thirty());
    }

    private ConfigurationState of(Configuration path, int daysAgo) {
        return state(ago(daysAgo)).configurations().stream()
                .filter(each -> each.configuration().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private Finding finding(int daysAgo) {
        return of(oilBlue, daysAgo).findings().get(0);
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private void check(int daysAgo, Configuration path, VerdictLevel verdict) {
        check(daysAgo, path, verdict, "psf-beads");
    }

    private void check(int daysAgo, Configuration path, VerdictLevel verdict, String protocol) {
        checks.add(summary(daysAgo, path, verdict, protocol, CheckReason.SCHEDULED));
    }

    private void check(int daysAgo, Configuration path, VerdictLevel verdict, CheckReason reason) {
        checks.add(summary(daysAgo, path, verdict, "psf-beads", reason));
    }

    private CheckSummary summary(
            int daysAgo, Configuration path, VerdictLevel verdict, String protocol, CheckReason reason) {
        return new CheckSummary(
                new UUID(9, ++made),
                path.id(),
                new ProtocolReference(protocol, "1.0"),
                ago(daysAgo),
                reason,
                verdict,
                "");
    }

    private LoggedEvent event(int daysAgo, Kind kind, Effect effect, Component... parts) {
        Event event = new Event(
                new UUID(8, ++made),
                INSTRUMENT,
                kind,
                ago(daysAgo),
                new Event.Report(
                        "It happened.",
                        List.of(parts).stream().map(Component::id).toList(),
                        effect,
                        Loss.none()),
                new Event.Entry("Ada", ago(daysAgo), ZoneOffset.UTC));
        LoggedEvent logged = new LoggedEvent(event, List.of());
        events.add(logged);
        return logged;
    }

    private FollowUp followUp(LoggedEvent logged, FollowUp.Step step, int daysAgo) {
        return new FollowUp(
                new UUID(7, ++made),
                logged.event().id(),
                step,
                ago(daysAgo),
                new FollowUp.Account("So it was.", Loss.none()),
                new Event.Entry("Ada", ago(daysAgo), ZoneOffset.UTC));
    }

    private static Component part(int number, Component.Kind kind, String name) {
        return new Component(new UUID(1, number), kind, name, Make.unknown(), new TreeMap<>(Map.of()));
    }

    private static Configuration path(int number, String name, Component... parts) {
        return new Configuration(
                new UUID(2, number), INSTRUMENT, "path-" + number, name, List.of(parts), new TreeMap<>());
    }

    /** A check holds thirty days; beads speak for the objective, power for the line. */
    private record Thirty() implements Validity {

        @Override
        public Instant holdsUntil(CheckSummary check) {
            return check.measuredAt().plus(Duration.ofDays(INTERVAL_DAYS));
        }

        @Override
        public boolean speaksFor(ProtocolReference protocol, Component.Kind kind) {
            return kind == (protocol.id().equals("psf-beads") ? Component.Kind.OBJECTIVE : Component.Kind.LINE);
        }
    }
}
