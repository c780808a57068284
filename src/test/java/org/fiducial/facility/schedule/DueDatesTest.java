package org.fiducial.facility.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due on a day, by clocks that stand still in zones where the day of people is not that of UTC. */
class DueDatesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final Instant ENTERED = Instant.parse("2026-01-01T08:00:00Z");
    private static final Planning.Signature ADA = new Planning.Signature("Ada", "as agreed");

    @Test
    void dueStandsFirstNotYetThenDueThenOverdue() {
        PlannedFacility facility = planned(BERLIN, "monthly", "2026-03-01", new Window(5, 3));

        assertThat(standing(facility, "2026-02-23")).isEqualTo(Due.Standing.NOT_YET);
        assertThat(standing(facility, "2026-02-24")).isEqualTo(Due.Standing.DUE);
        assertThat(standing(facility, "2026-03-04")).isEqualTo(Due.Standing.DUE);
        assertThat(standing(facility, "2026-03-05")).isEqualTo(Due.Standing.OVERDUE);
    }

    @Test
    void aCheckShortlyBeforeMidnightInAucklandIsOfThatDayThoughUtcIsADayBehind() {
        PlannedFacility facility = planned(AUCKLAND, "daily", "2026-03-01", new Window(0, 0));

        // 23:30 on 1 March in Auckland (UTC+13) is 10:30 UTC; 00:30 on 2 March is still 1 March in UTC.
        facility.measured(Instant.parse("2026-03-01T10:30:00Z"));
        assertThat(dueDay(facility, "2026-03-02")).isEqualTo("2026-03-02");
        facility.measured(Instant.parse("2026-03-01T11:30:00Z"));
        assertThat(dueDay(facility, "2026-03-02")).isEqualTo("2026-03-03");
    }

    @Test
    void aCheckInTheEveningInLosAngelesIsOfThatDayThoughUtcIsADayAhead() {
        PlannedFacility facility = planned(LOS_ANGELES, "monthly", "2026-03-31", new Window(0, 0));

        facility.measured(Instant.parse("2026-04-01T05:30:00Z")); // 22:30 on 31 March
        assertThat(dueDay(facility, "2026-04-01")).isEqualTo("2026-04-30");
        assertThat(standing(facility, "2026-04-01")).isEqualTo(Due.Standing.NOT_YET);
    }

    @Test
    void todayIsTheDayOfTheFacilityAndNotOfUtc() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T11:30:00Z"), ZoneOffset.UTC);

        assertThat(dates(new PlannedFacility(AUCKLAND)).today(clock)).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(dates(new PlannedFacility(LOS_ANGELES)).today(clock)).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void theNightSummerTimeBeginsMovesNoDueDay() {
        PlannedFacility facility = planned(BERLIN, "daily", "2026-03-28", new Window(0, 0));

        // 29 March 2026 has 23 hours in Berlin: 02:00 does not exist, and 23:59 is 21:59 UTC.
        facility.measured(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(dueDay(facility, "2026-03-29")).isEqualTo("2026-03-30");
        facility.measured(Instant.parse("2026-03-29T21:59:00Z"));
        assertThat(dueDay(facility, "2026-03-30")).isEqualTo("2026-03-30");
    }

    @Test
    void theNightSummerTimeEndsMovesNoDueDay() {
        PlannedFacility facility = planned(BERLIN, "daily", "2026-10-24", new Window(0, 0));

        // 25 October 2026 has 25 hours in Berlin: half past two comes twice, and 23:30 is 22:30 UTC.
        facility.measured(Instant.parse("2026-10-25T00:30:00Z"));
        facility.measured(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(dueDay(facility, "2026-10-25")).isEqualTo("2026-10-26");
        facility.measured(Instant.parse("2026-10-25T22:30:00Z"));
        assertThat(dueDay(facility, "2026-10-26")).isEqualTo("2026-10-26");
    }

    @ParameterizedTest
    @CsvSource({"America/Santiago, 2026-06-01T00:00:00Z", "Africa/Cairo, 2026-01-01T00:00:00Z"})
    void aMidnightThatDoesNotExistMovesNoDueDay(String name, Instant before) {
        ZoneId zone = ZoneId.of(name);
        ZoneOffsetTransition night = zone.getRules().nextTransition(before);
        LocalDate day = night.getDateTimeBefore().toLocalDate();
        assertThat(night.getDateTimeBefore())
                .as("the clock goes from 00:00 to 01:00")
                .isEqualTo(day.atStartOfDay());
        PlannedFacility facility = planned(zone, "daily", day.minusDays(1).toString(), new Window(0, 0));

        facility.measured(night.getInstant().minusSeconds(1));
        assertThat(dueDay(facility, day.toString())).isEqualTo(day.toString());
        assertThat(standing(facility, day.toString())).isEqualTo(Due.Standing.DUE);
        facility.measured(night.getInstant());
        assertThat(dueDay(facility, day.toString())).isEqualTo(day.plusDays(1).toString());
    }

    @Test
    void anEditedPlanMovesTheDueDayAtOnceAndThePastKeepsTheOldOne() {
        PlannedFacility facility = planned(BERLIN, "yearly", "2026-02-01", new Window(5, 3));
        facility.measured(Instant.parse("2026-02-01T09:00:00Z"));
        Plan yearly = facility.plan(ENTERED);

        planning(facility, "2026-03-10T09:00:00Z")
                .change(yearly, wish(facility, "monthly", "2026-02-01", new Window(5, 3), 0), ADA);

        assertThat(dueDay(facility, "2026-03-09")).isEqualTo("2027-02-01");
        assertThat(dueDay(facility, "2026-03-10")).isEqualTo("2026-03-01");
        assertThat(facility.versions(yearly.version().planId()))
                .extracting(plan -> plan.version().number())
                .containsExactly(1, 2);
    }

    @Test
    void anEndedPlanAsksForNothingFromThatDayOnAndKeepsItsHistory() {
        PlannedFacility facility = planned(BERLIN, "monthly", "2026-02-01", new Window(5, 3));
        Plan plan = facility.plan(ENTERED);

        Plan ended = planning(facility, "2026-03-10T09:00:00Z").end(plan, new Planning.Signature("Ada", "sold"));

        assertThat(dates(facility).on(LocalDate.of(2026, 3, 10))).isEmpty();
        assertThat(dates(facility).on(LocalDate.of(2026, 3, 9))).hasSize(1);
        assertThat(facility.versions(plan.version().planId())).containsExactly(plan, ended);
        assertThatThrownBy(() -> planning(facility, "2026-03-11T09:00:00Z").end(ended, ADA))
                .hasMessageContaining("ended already");
    }

    @Test
    void objectivesInTurnAreEachDueOnTheirOwnDays() {
        PlannedFacility facility = new PlannedFacility(BERLIN);
        planning(facility, "2026-01-01T08:00:00Z")
                .add(wish(facility, "monthly", "2026-02-01", new Window(5, 3), 0, 1, 2), ADA);
        facility.measured(Instant.parse("2026-02-02T09:00:00Z"));

        List<Due> due = dates(facility).on(LocalDate.of(2026, 3, 20));

        assertThat(due)
                .extracting(each -> each.day() + " " + each.standing())
                .containsExactly("2026-03-01 OVERDUE", "2026-04-01 NOT_YET", "2026-05-01 NOT_YET");
        assertThat(due.get(0).daysAway()).isEqualTo(-19);
        assertThat(due.get(0).following(LocalDate.of(2026, 9, 1)))
                .containsExactly(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 1));
    }

    @Test
    void whatWasMissedForMonthsIsDueOnceAndDoesNotComeAgain() {
        PlannedFacility facility = planned(BERLIN, "monthly", "2026-01-01", new Window(5, 3));

        assertThat(due(facility, "2026-06-15").day()).isEqualTo("2026-01-01");
        assertThat(due(facility, "2026-06-15").following(LocalDate.of(2026, 8, 31)))
                .containsExactly(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 1));
        assertThat(due(facility, "2026-06-27").following(LocalDate.of(2026, 8, 31)))
                .containsExactly(LocalDate.of(2026, 8, 1));
        assertThat(due(facility, "2026-06-15").following(LocalDate.of(2026, 6, 30)))
                .isEmpty();
    }

    @Test
    void refusesPlansThatCannotBeMeant() {
        PlannedFacility facility = new PlannedFacility(BERLIN);
        Planning planning = planning(facility, "2026-01-01T08:00:00Z");

        assertRefused(
                () -> planning.add(wish(facility, "weekly", "2026-02-01", new Window(4, 3), 0), ADA),
                "windows",
                "overlap");
        assertRefused(
                () -> planning.add(
                        wish(facility, "FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2", "2026-02-01", new Window(0, 0), 0), ADA),
                "no day from 2026-02-01");
        assertRefused(() -> planning.add(wish(facility, "weekly", "2026-02-01", new Window(1, 1), 0, 0), ADA), "twice");
        assertRefused(
                () -> planning.add(
                        new Planning.Wish(
                                new Plan.Subject(
                                        facility.subject(0).instrumentId(), "psf-beads", List.of(new UUID(1, 1))),
                                new Rhythm.AdHoc(),
                                new Plan.Work(30, "")),
                        ADA),
                "none of the instrument's");
        assertRefused(
                () -> planning.add(
                        new Planning.Wish(facility.subject(0), new Rhythm.AdHoc(), new Plan.Work(-5, "")), ADA),
                "minutes");
        assertRefused(
                () -> planning.add(
                        new Planning.Wish(facility.subject(0), new Rhythm.AdHoc(), new Plan.Work(5, "x".repeat(5000))),
                        ADA),
                "at most 200");
        assertRefused(() -> new Window(-1, 3), "window");
        assertThat(dates(facility).on(LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @Test
    void aChangeNeedsAReasonAndAnAdHocPlanIsNeverDue() {
        PlannedFacility facility = new PlannedFacility(BERLIN);
        Planning planning = planning(facility, "2026-01-01T08:00:00Z");
        Planning.Wish adHoc = new Planning.Wish(facility.subject(0), new Rhythm.AdHoc(), new Plan.Work(30, "Bo"));
        Plan plan = planning.add(adHoc, new Planning.Signature("", ""));

        assertRefused(() -> planning.change(plan, adHoc, new Planning.Signature("Ada", " ")), "Say why");
        assertRefused(() -> planning.count(new UUID(1, 1), false, new Planning.Signature("Ada", "")), "Say why");
        assertThat(dates(facility).on(LocalDate.of(2030, 1, 1))).isEmpty();
    }

    @Test
    void aLightPathRetiredSinceStaysInAPlanThatIsChangedAndIsPlannedNowhereAnew() {
        PlannedFacility facility = new PlannedFacility(BERLIN);
        Planning planning = planning(facility, "2026-01-01T08:00:00Z");
        Plan plan = planning.add(wish(facility, "monthly", "2026-02-01", new Window(5, 3), 0, 1), ADA);
        facility.retire(1, LocalDate.of(2026, 1, 10));

        Planning.Wish longer = wish(facility, "quarterly", "2026-02-01", new Window(5, 3), 0, 1);
        assertThat(planning.change(plan, longer, ADA).subject()).isEqualTo(plan.subject());
        assertThat(dates(facility).on(LocalDate.of(2026, 2, 1)))
                .extracting(each -> each.day().toString())
                .containsExactly("2026-02-01");
        assertRefused(() -> planning.add(longer, ADA), "none of the instrument's, or retired");
        Plan other = planning.add(wish(facility, "monthly", "2026-02-01", new Window(5, 3), 2), ADA);
        assertRefused(() -> planning.change(other, longer, ADA), "none of the instrument's, or retired");
    }

    private static void assertRefused(ThrowingCallable call, String... sentence) {
        assertThatThrownBy(call).isInstanceOf(UnusableInputException.class).hasMessageContainingAll(sentence);
    }

    private static PlannedFacility planned(ZoneId zone, String every, String start, Window window) {
        PlannedFacility facility = new PlannedFacility(zone);
        planning(facility, ENTERED.toString()).add(wish(facility, every, start, window, 0), ADA);
        return facility;
    }

    private static Planning.Wish wish(
            PlannedFacility facility, String every, String start, Window window, int... paths) {
        LocalDate from = LocalDate.parse(start);
        return new Planning.Wish(
                facility.subject(paths),
                new Rhythm.Recurring(Recurrence.of(every, from), from, window),
                new Plan.Work(30, "Bo"));
    }

    private static Planning planning(PlannedFacility facility, String now) {
        AtomicLong next = new AtomicLong(Instant.parse(now).toEpochMilli());
        Supplier<UUID> ids = () -> PlannedFacility.id(next.incrementAndGet());
        return facility.planning(Clock.fixed(Instant.parse(now), ZoneOffset.UTC), ids);
    }

    private static DueDates dates(PlannedFacility facility) {
        return facility.dates();
    }

    private static Due due(PlannedFacility facility, String on) {
        return dates(facility).on(LocalDate.parse(on)).get(0);
    }

    private static Due.Standing standing(PlannedFacility facility, String on) {
        return due(facility, on).standing();
    }

    private static String dueDay(PlannedFacility facility, String on) {
        return due(facility, on).day().toString();
    }
}
