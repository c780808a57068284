package org.fiducial.facility.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.control.WatchedSeries.Stretch;
import org.fiducial.facility.judgement.Baseline.Estimator;
import org.fiducial.facility.judgement.Baseline.Sample;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.trend.Baseline;
import org.fiducial.facility.trend.Drift;
import org.fiducial.facility.trend.Forecast;
import org.fiducial.facility.trend.Hit;
import org.fiducial.facility.trend.LevelChange;
import org.fiducial.facility.trend.Mark;
import org.fiducial.facility.trend.Point;
import org.fiducial.facility.trend.Reference;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.facility.trend.RunRule;
import org.fiducial.facility.trend.ToleranceBand;
import org.fiducial.facility.trend.Watch;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.junit.jupiter.api.Test;

class WatchedSeriesTest {

    private static final Instant START = Instant.parse("2024-01-15T09:00:00Z");
    private static final ProtocolReference FIRST = new ProtocolReference("psf-beads", "1.0");
    private static final ProtocolReference SECOND = new ProtocolReference("psf-beads", "1.1");
    private static final Happened NOTHING = new Happened(List.of(), List.of(), ZoneOffset.UTC);

    private static Instant day(double day) {
        return START.plusSeconds(Math.round(day * 86_400));
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }

    /** Values a week apart that rise and fall by turns about a level of 1. */
    private static List<Reading> weekly(int checks) {
        return IntStream.range(0, checks)
                .mapToObj(i -> reading(i, day(7 * i), 1 + (i % 2 == 0 ? 0.01 : -0.01) * (1 + i % 3)))
                .toList();
    }

    private static Reading reading(int number, Instant at, double value) {
        return new Reading(
                id(number), new Point(at, value), FIRST, CheckReason.SCHEDULED, Optional.of("slide-1"), true);
    }

    private static Reading because(CheckReason reason, Reading of) {
        return new Reading(of.checkId(), of.point(), of.protocol(), reason, of.kit(), true);
    }

    private static Reading by(ProtocolReference protocol, Reading of) {
        return new Reading(of.checkId(), of.point(), protocol, of.reason(), of.kit(), true);
    }

    private static Reading with(String kit, Reading of) {
        return new Reading(of.checkId(), of.point(), of.protocol(), of.reason(), Optional.of(kit), true);
    }

    private static Event event(Event.Kind kind, Instant at, UUID... components) {
        return new Event(
                new UUID(2, at.toEpochMilli()),
                new UUID(3, 1),
                kind,
                at,
                new Event.Report(kind.words(), List.of(components), Event.Effect.NONE, Loss.none()),
                new Event.Entry("Ada", at, ZoneOffset.UTC));
    }

    private static Happened after(Event... events) {
        return new Happened(List.of(events), List.of(), ZoneOffset.UTC);
    }

    private static org.fiducial.facility.judgement.Baseline baseline(int number, int from, int to) {
        return new org.fiducial.facility.judgement.Baseline(
                new UUID(4, number),
                new org.fiducial.facility.judgement.Baseline.Series(new UUID(5, 1), "psf-beads"),
                number,
                new Sample(
                        Estimator.MEDIAN,
                        IntStream.range(from, to)
                                .mapToObj(WatchedSeriesTest::id)
                                .toList()),
                List.of(),
                new org.fiducial.facility.judgement.Entry("Ada", day(1000 + number), "new objective"));
    }

    private static WatchedSeries watched(List<Reading> readings, Happened happened) {
        return WatchedSeries.of(readings, happened, RuleSet.standard());
    }

    private static List<Integer> sizes(WatchedSeries series) {
        return series.stretches().stream().map(each -> each.segment().size()).toList();
    }

    private static List<Mark.Kind> kinds(WatchedSeries series) {
        return series.marks().stream().map(Mark::kind).toList();
    }

    @Test
    void workThatChangesAnInstrumentSplitsAndWhatHappensOftenDoesNot() {
        WatchedSeries series = watched(
                weekly(10),
                after(
                        event(Event.Kind.FAULT, day(8)),
                        event(Event.Kind.REALIGNMENT, day(22)),
                        event(Event.Kind.CLEANING, day(36)),
                        event(Event.Kind.SOFTWARE_UPDATE, day(43))));

        assertThat(sizes(series)).containsExactly(4, 6);
        assertThat(kinds(series)).containsExactly(Mark.Kind.NOTE, Mark.Kind.WORK, Mark.Kind.NOTE, Mark.Kind.NOTE);
        assertThat(series.stretches().get(1).segment().opening().orElseThrow().label())
                .isEqualTo("realignment");
    }

    @Test
    void onlyEventsThatConcernTheLightPathAndWereNotWithdrawnCount() {
        UUID objective = new UUID(6, 1);
        LoggedEvent own = new LoggedEvent(event(Event.Kind.REPAIR, day(1), objective), List.of());
        LoggedEvent everything = new LoggedEvent(event(Event.Kind.REPAIR, day(2)), List.of());
        LoggedEvent other = new LoggedEvent(event(Event.Kind.REPAIR, day(3), new UUID(6, 2)), List.of());

        Event mistaken = event(Event.Kind.REPAIR, day(4), objective);
        LoggedEvent withdrawn = new LoggedEvent(
                mistaken,
                List.of(new FollowUp(
                        new UUID(7, 1),
                        mistaken.id(),
                        FollowUp.Step.WITHDRAWN,
                        mistaken.at(),
                        new FollowUp.Account("another instrument", Loss.none()),
                        mistaken.entry())));

        assertThat(Happened.to(
                                List.of(objective),
                                List.of(own, everything, other, withdrawn),
                                List.of(),
                                ZoneOffset.UTC)
                        .events())
                .containsExactly(own.event(), everything.event());
    }

    /** The day of work is often all that was entered: noon, with a check as left at ten and one as found at two. */
    @Test
    void onTheDayOfWorkChecksAsFoundComeBeforeItAndChecksAsLeftAfterIt() {
        List<Reading> readings = new ArrayList<>(weekly(3));
        readings.add(because(CheckReason.AS_FOUND, reading(3, day(21.2), 1.5)));
        readings.add(because(CheckReason.AS_LEFT, reading(4, day(21.3), 1.0)));
        readings.add(reading(5, day(28), 1.01));

        assertThat(sizes(watched(readings, after(event(Event.Kind.REPAIR, day(21))))))
                .containsExactly(4, 2);
        assertThat(sizes(watched(readings, after(event(Event.Kind.REPAIR, day(21.5))))))
                .containsExactly(4, 2);
    }

    @Test
    void aCheckAfterWorkNobodyEnteredSplitsOnce() {
        List<Reading> readings = new ArrayList<>(weekly(3));
        readings.add(because(CheckReason.AFTER_SERVICE, reading(3, day(21), 1.0)));
        readings.add(because(CheckReason.AFTER_SERVICE, reading(4, day(21.1), 1.0)));
        readings.add(reading(5, day(28), 1.0));

        assertThat(sizes(watched(readings, NOTHING))).containsExactly(3, 3);
        assertThat(kinds(watched(readings, after(event(Event.Kind.SERVICE, day(20.5))))))
                .containsExactly(Mark.Kind.WORK);
    }

    @Test
    void aNewProtocolVersionAndANewSlideSplitAndGoingBackToAKnownOneDoesNot() {
        List<Reading> readings = new ArrayList<>(weekly(12));
        readings.set(4, with("slide-2", readings.get(4)));
        readings.set(6, with("slide-2", readings.get(6)));
        IntStream.range(8, 12).forEach(i -> readings.set(i, by(SECOND, readings.get(i))));
        WatchedSeries series = watched(readings, NOTHING);

        assertThat(sizes(series)).containsExactly(4, 4, 4);
        assertThat(series.marks())
                .extracting(Mark::kind, Mark::label)
                .containsExactly(
                        tuple(Mark.Kind.ARTEFACT, "slide-2"), tuple(Mark.Kind.PROTOCOL_VERSION, "psf-beads@1.1"));
    }

    /** A short and a long measurement may give the same metric; neither is a version of the other. */
    @Test
    void twoProtocolsInTurnDoNotSplit() {
        List<Reading> readings = new ArrayList<>(weekly(6));
        readings.set(3, by(new ProtocolReference("psf-points", "1.0"), readings.get(3)));

        assertThat(sizes(watched(readings, NOTHING))).containsExactly(6);
    }

    @Test
    void anAcceptedBaselineSplitsAtItsFirstCheckAndItsChecksMakeTheLimits() {
        WatchedSeries series = watched(
                weekly(30), new Happened(List.of(), List.of(baseline(1, 0, 5), baseline(2, 10, 17)), ZoneOffset.UTC));
        Stretch newest = series.newest().orElseThrow();

        assertThat(sizes(series)).containsExactly(10, 20);
        assertThat(newest.window()).isEqualTo(new Baseline(0, 7));
        assertThat(newest.accepted()).isEqualTo(OptionalInt.of(2));
        assertThat(series.stretches().get(0).accepted()).isEqualTo(OptionalInt.of(1));
        assertThat(((Watch.Charted) newest.watch()).reference().provisionalPoints())
                .isEqualTo(OptionalInt.of(7));
    }

    @Test
    void whatDoesNotCountIsInNoSegment() {
        List<Reading> readings = new ArrayList<>(weekly(7));
        Reading wrong = reading(7, day(50), 99);
        readings.add(new Reading(
                wrong.checkId(), wrong.point(), wrong.protocol(), wrong.reason(), Optional.of("slide-9"), false));
        WatchedSeries series = watched(readings, NOTHING);

        assertThat(series.readings()).extracting(Reading::checkId).doesNotContain(wrong.checkId());
        assertThat(series.marks()).isEmpty();
        assertThat(sizes(series)).containsExactly(7);
    }

    @Test
    void threeChecksHaveNoLimitsAndTheNewestIsNeverPartOfWhatItIsJudgedBy() {
        assertThat(watched(weekly(3), NOTHING).newest().orElseThrow().watch())
                .isEqualTo(new Watch.NotCharted(Reference.Lack.TOO_FEW_POINTS, 2));
        assertThat(watched(weekly(6), NOTHING).newest().orElseThrow().window()).isEqualTo(new Baseline(0, 5));
        assertThat(watched(weekly(40), NOTHING).newest().orElseThrow().window()).isEqualTo(new Baseline(0, 20));
        assertThat(watched(weekly(1), NOTHING).newest().orElseThrow().window().size())
                .isZero();
        assertThat(watched(List.of(), NOTHING).newest()).isEmpty();
    }

    @Test
    void aHitIsFoundAtTheReadingItBelongsTo() {
        List<Reading> readings = new ArrayList<>(weekly(30));
        readings.set(29, reading(29, day(7 * 29), 2.0));
        WatchedSeries series = watched(readings, after(event(Event.Kind.EXCHANGE, day(20))));

        assertThat(series.hitAt(29)).contains(new Hit(RunRule.limit(), 26));
        assertThat(series.hitAt(28)).isEmpty();
    }

    @Test
    void theNewestStretchIsLookedAtForChangeDriftAndTheDayALimitIsMet() {
        List<Reading> readings = IntStream.range(0, 20)
                .mapToObj(i -> reading(i, day(30 * i), 1 + 0.01 * i + (i % 2 == 0 ? 0.002 : -0.002)))
                .toList();
        WatchedSeries.Outlook outlook =
                watched(readings, NOTHING).outlook(ToleranceBand.atMost(1.4)).orElseThrow();

        assertThat(outlook.change()).isInstanceOf(LevelChange.Gradual.class);
        assertThat(outlook.drift()).isInstanceOfSatisfying(Drift.Slope.class, slope -> assertThat(slope.perDay() * 30)
                .isCloseTo(0.01, within(0.0004)));
        assertThat(outlook.forecast()).isInstanceOf(Forecast.Met.class);
    }

    /** Over a year the newest year counts; a shorter series is taken to go on as it began. */
    @Test
    void checksAYearAreThoseOfTheNewestYear() {
        assertThat(watched(weekly(105), NOTHING).checksAYear()).isEqualTo(53);
        assertThat(watched(weekly(14), NOTHING).checksAYear()).isCloseTo(365.25 / 7, within(1e-9));
        assertThat(watched(weekly(1), NOTHING).checksAYear()).isEqualTo(1);
    }

    /** Run lengths of shared tables: 370.40 for 3σ, 371.10 for the moving average, 152.7 for Western Electric 1 and 4. */
    @Test
    void falseAlarmsAYearAreChecksAYearOverTheRunLength() {
        FalseAlarms prices = new FalseAlarms();

        assertThat(prices.aYear(RuleSet.of(RunRule.limit()), 52)).isCloseTo(52 / 370.40, within(1e-5));
        assertThat(prices.runLength(RuleSet.of(RunRule.limit(), RunRule.Family.WESTERN_ELECTRIC.rule(4))))
                .isCloseTo(152.7, within(0.1));
        assertThat(prices.runLength(RuleSet.standard())).isBetween(100.0, 152.7);
    }
}
