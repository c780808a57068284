package org.fiducial.facility.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.service.Event.Effect;
import org.fiducial.facility.service.Event.Kind;
import org.fiducial.facility.service.FollowUp.Step;
import org.junit.jupiter.api.Test;

/** Hours are counted from the begin of the stretch. */
class UptimeTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Uptime.Stretch HUNDRED_HOURS = new Uptime.Stretch(BEGIN, at(100), at(1000));

    private final List<LoggedEvent> events = new ArrayList<>();

    @Test
    void isWholeWithoutEventsAndUnknownWhereNoTimePassed() {
        assertThat(uptime().availability()).hasValue(1);
        assertThat(Uptime.of(events, ServiceLife.always(), new Uptime.Stretch(at(1), at(2), at(0)))
                        .availability())
                .isEmpty();
    }

    @Test
    void whatOverlapsIsCountedOnce() {
        add(Effect.DO_NOT_USE, 10, said(Step.RESOLVED, 30));
        add(Effect.DO_NOT_USE, 20, said(Step.RESOLVED, 40));
        add(Effect.DO_NOT_USE, 25, said(Step.RESOLVED, 26));
        add(Effect.USABLE_WITH_CARE, 35, said(Step.RESOLVED, 50));

        assertThat(uptime().down()).isEqualTo(Duration.ofHours(30));
        assertThat(uptime().restricted()).isEqualTo(Duration.ofHours(10));
        assertThat(uptime().availability().orElseThrow()).isEqualTo(0.7);
        assertThat(uptime().events()).isEqualTo(new Uptime.Events(4, 0));
    }

    @Test
    void whatIsOpenLastsUntilNowAndWhatReachesInIsCut() {
        add(Effect.DO_NOT_USE, -50, said(Step.RESOLVED, 5));
        add(Effect.DO_NOT_USE, 90);

        assertThat(uptime().down()).isEqualTo(Duration.ofHours(15));
        assertThat(uptime().events()).isEqualTo(new Uptime.Events(2, 1));
        Uptime early = Uptime.of(events, ServiceLife.always(), new Uptime.Stretch(BEGIN, at(100), at(92)));
        assertThat(early.span()).isEqualTo(Duration.ofHours(92));
        assertThat(early.down()).isEqualTo(Duration.ofHours(7));
    }

    /** In service from 20 on and out of it from 60 to 80: of 100 hours 60 count, and of the fault from 10 to 70 the 40 from 20 to 60. */
    @Test
    void timeBeforeTheFirstDayAndOutOfServiceDoesNotCount() {
        add(Effect.DO_NOT_USE, 10, said(Step.RESOLVED, 70));
        add(Effect.USABLE_WITH_CARE, 75, said(Step.RESOLVED, 90));
        ServiceLife life =
                new ServiceLife(Optional.of(at(20)), List.of(new ServiceLife.Pause(at(60), Optional.of(at(80)))));
        Uptime uptime = Uptime.of(events, life, HUNDRED_HOURS);

        assertThat(uptime.span()).isEqualTo(Duration.ofHours(60));
        assertThat(uptime.down()).isEqualTo(Duration.ofHours(40));
        assertThat(uptime.restricted()).isEqualTo(Duration.ofHours(10));
        assertThat(Uptime.of(events, new ServiceLife(Optional.empty(), List.of()), HUNDRED_HOURS)
                        .availability())
                .isEmpty();
    }

    /** Versions take it out of service on the 5th, and back on the 9th; the last day it was taken out for lies open. */
    @Test
    void theRegistrySaysWhenItWasInService() {
        ServiceLife life = ServiceLife.of(
                fields("commissioned", "2026-03-02"),
                List.of(
                        version(2, fields("decommissioned", "2026-03-05"), at(100)),
                        version(3, fields("name", "x"), at(8 * 24)),
                        version(4, fields("decommissioned", "2026-03-20"), at(300))),
                Optional.of(at(0)),
                ZoneOffset.UTC);

        assertThat(life.from()).contains(at(24));
        assertThat(life.out())
                .containsExactly(
                        new ServiceLife.Pause(at(4 * 24), Optional.of(at(8 * 24))),
                        new ServiceLife.Pause(at(19 * 24), Optional.empty()));
        assertThat(ServiceLife.of(fields("name", "x"), List.of(), Optional.of(at(7)), ZoneOffset.UTC)
                        .from())
                .contains(at(7));
    }

    private static Fields fields(String field, String value) {
        return new Fields(new TreeMap<>()).with(field, value);
    }

    private static Version version(int number, Fields after, Instant since) {
        return new Version(
                new Version.Key(new UUID(0, number), Version.Kind.INSTRUMENT, new UUID(0, 1), number),
                Optional.of(since),
                fields("name", "x"),
                after,
                new Entered("Ada", since, ZoneOffset.UTC, "sold"));
    }

    @Test
    void anEventThatWasOpenedAgainCountsWhileItLasted() {
        add(Effect.DO_NOT_USE, 10, said(Step.RESOLVED, 20), said(Step.REOPENED, 50), said(Step.RESOLVED, 60));

        assertThat(uptime().down()).isEqualTo(Duration.ofHours(20));
    }

    @Test
    void aWithdrawnEventCountsForNothing() {
        add(Effect.DO_NOT_USE, 10, new Said(Step.WITHDRAWN, 20, loss(3, "10")));

        assertThat(uptime().down()).isZero();
        assertThat(uptime().entered().expenses()).isEmpty();
        assertThat(uptime().events().all()).isZero();
    }

    @Test
    void hoursEnteredForAServiceThatRestrictedNothingCountFromWhenItHappened() {
        events.add(logged(Effect.NONE, 10, loss(4, "100.50"), said(Step.NOTE, 11)));
        add(Effect.NONE, 12, new Said(Step.NOTE, 13, loss(1, "0.50")));

        assertThat(uptime().down()).isEqualTo(Duration.ofHours(4));
        assertThat(uptime().entered().lost()).isEqualTo(Duration.ofHours(5));
        assertThat(uptime().entered().expenses()).isEqualTo(Map.of("EUR", new BigDecimal("101.00")));
    }

    /** The day of summer time in Zurich has 23 hours: 2026-03-29. */
    @Test
    void aDayIsAsLongAsItIsWhereTheFacilityIs() {
        ZoneId zurich = ZoneId.of("Europe/Zurich");
        LocalDate night = LocalDate.of(2026, 3, 29);
        Uptime.Stretch day = new Uptime.Stretch(
                night.atStartOfDay(zurich).toInstant(),
                night.plusDays(1).atStartOfDay(zurich).toInstant(),
                at(1000));

        assertThat(Uptime.of(events, ServiceLife.always(), day).span()).isEqualTo(Duration.ofHours(23));
    }

    /** The union of intervals against counting every minute. */
    @Test
    void agreesWithCountingMinuteByMinute() {
        long seed = 20_261_122;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            events.clear();
            boolean[] down = new boolean[100];
            for (int i = 0; i < random.nextInt(12); i++) {
                int from = random.nextInt(120) - 20;
                int until = from + random.nextInt(40);
                add(Effect.DO_NOT_USE, from, said(Step.RESOLVED, until));
                Arrays.fill(down, Math.max(0, Math.min(100, from)), Math.max(0, Math.min(100, until)), true);
            }
            long expected = 0;
            for (boolean each : down) {
                expected += each ? 1 : 0;
            }
            assertThat(uptime().down()).as("seed %d, round %d", seed, round).isEqualTo(Duration.ofHours(expected));
        }
    }

    @Test
    void whatIsCountedOfTwoStretchesIsWhatIsCountedOfBothTogether() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 300; round++) {
            events.clear();
            for (int i = 0; i < random.nextInt(10); i++) {
                events.add(history(random));
            }
            Uptime first = between(0, 50);
            Uptime second = between(50, 100);
            Uptime both = between(0, 100);
            assertThat(List.of(
                            first.down().plus(second.down()),
                            first.restricted().plus(second.restricted()),
                            first.entered().lost().plus(second.entered().lost())))
                    .as("seed %d, round %d", seed, round)
                    .containsExactly(
                            both.down(), both.restricted(), both.entered().lost());
        }
    }

    /** Something that happens once, lasts, ends, begins again, costs time, or was a mistake. */
    private static LoggedEvent history(SplittableRandom random) {
        List<Effect> effects = List.of(Effect.values());
        Effect effect = effects.get(random.nextInt(effects.size()));
        List<Said> said = new ArrayList<>();
        int begin = random.nextInt(160) - 60;
        int hour = begin;
        for (int i = 0; i < random.nextInt(5); i++) {
            hour += random.nextInt(30);
            Step step = random.nextInt(20) == 0 ? Step.WITHDRAWN : i % 2 == 0 ? Step.RESOLVED : Step.REOPENED;
            said.add(new Said(step, hour, loss(random.nextInt(3), "1.50")));
        }
        return logged(effect, begin, loss(random.nextInt(20), "20.00"), said.toArray(Said[]::new));
    }

    private Uptime between(int from, int until) {
        return Uptime.of(events, ServiceLife.always(), new Uptime.Stretch(at(from), at(until), at(1000)));
    }

    private Uptime uptime() {
        return Uptime.of(events, ServiceLife.always(), HUNDRED_HOURS);
    }

    private record Said(Step step, int hour, Loss loss) {}

    private static Said said(Step step, int hour) {
        return new Said(step, hour, Loss.none());
    }

    private void add(Effect effect, int hour, Said... said) {
        events.add(logged(effect, hour, Loss.none(), said));
    }

    private static LoggedEvent logged(Effect effect, int hour, Loss loss, Said... said) {
        Event event = new Event(
                new UUID(0, hour + 1000L),
                new UUID(0, 1),
                Kind.SERVICE,
                at(hour),
                new Event.Report("x", List.of(), effect, loss),
                new Event.Entry("", at(hour), ZoneOffset.UTC));
        List<FollowUp> followUps = new ArrayList<>();
        for (Said each : said) {
            followUps.add(new FollowUp(
                    new UUID(1, followUps.size()),
                    event.id(),
                    each.step(),
                    at(each.hour()),
                    new FollowUp.Account("because", each.loss()),
                    new Event.Entry("", at(each.hour()), ZoneOffset.UTC)));
        }
        return new LoggedEvent(event, followUps);
    }

    private static Loss loss(int hours, String euro) {
        return new Loss(
                Duration.ofHours(hours),
                Optional.of(new Loss.Expense(new BigDecimal(euro), Currency.getInstance("EUR"))));
    }

    private static Instant at(int hour) {
        return BEGIN.plus(Duration.ofHours(hour));
    }
}
