package org.fiducial.facility.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fiducial.facility.advice.Advice;
import org.fiducial.facility.advice.Aim;
import org.fiducial.facility.advice.Counts;
import org.fiducial.facility.advice.Ladder;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.interval.PlanAdvice.Advised;
import org.fiducial.facility.interval.PlannedInterval.Step;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.service.Event;
import org.fiducial.report.AdviceText;
import org.fiducial.report.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often what is planned should be checked, from a record, and what people read of it. */
class PlanAdviceTest {

    private final KnownPast past = new KnownPast();
    private final int own = past.microscope("oil");

    private Counts counted(String every) {
        return past.advised(own, every).advice().basis().orElseThrow().own();
    }

    private static AdviceText text(String language) {
        return new AdviceText(Texts.of(Locale.forLanguageTag(language)), ZoneOffset.UTC);
    }

    private String suggestion(String every) {
        return text("en").suggestion(past.advised(own, every));
    }

    @Test
    void scheduledChecksSpeakOfTheIntervalAndOthersDoNot() {
        past.check(own, 0, CheckReason.ACCEPTANCE, VerdictLevel.PASS);
        past.check(own, 3, CheckReason.SCHEDULED, VerdictLevel.WARNING);
        past.check(own, 4, CheckReason.COMPLAINT, VerdictLevel.PASS);
        past.check(own, 5, CheckReason.COMPLAINT, VerdictLevel.FAIL);
        past.check(own, 5.1, CheckReason.AS_LEFT, VerdictLevel.PASS);
        past.check(own, 6, CheckReason.SCHEDULED, VerdictLevel.NOT_EVALUATED);
        past.doubt(past.check(own, 7, CheckReason.SCHEDULED, VerdictLevel.FAIL));
        past.check(own, 8, CheckReason.SUITCASE_VISIT, VerdictLevel.FAIL);

        assertThat(counted("quarterly")).isEqualTo(new Counts(1, 3, 2, 1));
    }

    @Test
    void workEndsWhatIsKnown() {
        past.check(own, 0, CheckReason.ACCEPTANCE, VerdictLevel.PASS);
        past.work(own, 2, Event.Kind.REALIGNMENT);
        past.check(own, 3, CheckReason.SCHEDULED, VerdictLevel.PASS);
        past.work(own, 4, Event.Kind.FAULT);
        past.check(own, 6, CheckReason.SCHEDULED, VerdictLevel.FAIL);

        assertThat(counted("quarterly")).isEqualTo(new Counts(1, 1, 1, 0));
    }

    @Test
    void anotherSlideGivesNoAdviceUntilACheckWithItIsGood() {
        past.slide(past.check(own, 0, CheckReason.ACCEPTANCE, VerdictLevel.PASS), "beads-1");
        past.slide(past.check(own, 3, CheckReason.SCHEDULED, VerdictLevel.FAIL), "beads-2");

        assertThat(past.advised(own, "quarterly").advice())
                .isEqualTo(new Advice.None(Advice.Obstacle.NEW_ARTEFACT, KnownPast.month(3)));
        assertThat(suggestion("quarterly"))
                .isEqualTo(
                        "No suggestion: another slide or meter is in use since 4 April 2016, and no check with it was"
                                + " good yet.");

        past.slide(past.check(own, 4, CheckReason.SCHEDULED, VerdictLevel.PASS), "beads-2");
        assertThat(counted("quarterly")).isEqualTo(new Counts(0, 0, 0, 0));
    }

    @Test
    void sistersAreLightPathsWithTheSameImmersion() {
        past.routine(own, 2, 3, 0);
        past.routine(past.microscope("oil"), 10, 3, 4);
        past.routine(past.microscope("air"), 10, 3, 1);
        past.microscope("oil");

        Counts sisters =
                past.advised(own, "quarterly").advice().basis().orElseThrow().sisters();

        // The first check and none of the two after repairs speak of an interval.
        assertThat(sisters).isEqualTo(new Counts(1, 9, 2, 0));
    }

    @Test
    void plansWithoutDaysOfACalendarGetNoAdvice() {
        PlanAdvice advice = past.advice();

        assertThat(advice.of(past.plan(own, "quarterly", Plan.Standing.ENDED), Aim.USUAL))
                .isEmpty();
        assertThat(advice.of(past.plan(own, "FREQ=MONTHLY;COUNT=3", Plan.Standing.IN_FORCE), Aim.USUAL))
                .isEmpty();
    }

    /** To the length of months: 24 of them from a January on. */
    @ParameterizedTest
    @CsvSource({
        "weekly, 0.22998",
        "FREQ=MONTHLY;INTERVAL=2, 2",
        "quarterly, 3",
        "yearly, 12",
        "'FREQ=WEEKLY;BYDAY=MO,TH', 0.11499"
    })
    void theIntervalOfAPlanIsTheMeanTimeBetweenItsDays(String every, double months) {
        PlannedInterval planned = PlannedInterval.of(past.plan(own, every, Plan.Standing.IN_FORCE))
                .orElseThrow();

        assertThat(planned.months()).isEqualTo(months, within(0.002 * months));
        assertThat(planned.ofPath()).isEqualTo(planned.months());
    }

    @Test
    void everyStepIsARuleOfPlans() {
        LocalDate start = LocalDate.of(2026, 1, 31);
        assertThat(Ladder.USUAL.rungs())
                .isEqualTo(Stream.of(Step.values()).map(Step::months).toList());
        for (Step step : Step.values()) {
            assertThat(Recurrence.of(step.word(), start).rule()).isNotEmpty();
            assertThat(new PlannedInterval(1, 1).step(step.months())).isEqualTo(step);
            assertThat(new PlannedInterval(1, 3).step(3 * step.months())).isEqualTo(step);
        }
    }

    @Test
    void anExtensionIsSaidWithAllItRestsOn() {
        past.routine(own, 40, 1, 0);
        Advised advised = past.advised(own, "monthly");

        assertThat(text("en").suggestion(advised))
                .isEqualTo("Suggestion: check every two months instead of every month.");
        assertThat(text("en").why(advised, 120))
                .containsExactly(
                        "Now every month: about 98 in 100 are still within limits at a check, and a fault stays unnoticed"
                                + " 2 weeks on average.",
                        "If every two weeks: about 99 in 100 within limits, a fault unnoticed 7 days, 28 h of work a year more.",
                        "If every two months: about 97 in 100 within limits, a fault unnoticed 4 weeks, 12 h of work a"
                                + " year less.",
                        "Of its own checks 39 of 39 were good.",
                        "By these the right interval is about 6.9 months, plausibly 2.1 months to 4 years (8 in 10), if"
                                + " 90 % of checks are to be good.",
                        "The longest time after which one of its checks was good is 4 weeks; an interval more than"
                                + " about twice as long is not suggested.");
        assertThat(AdviceText.step(advised)).contains(Step.TWO_MONTHLY);
    }

    @Test
    void aShorteningIsSaidInSpanishToo() {
        past.routine(own, 60, 3, 3);
        Advised advised = past.advised(own, "quarterly");

        assertThat(text("en").suggestion(advised))
                .isEqualTo("Suggestion: check every month instead of every three months.");
        assertThat(text("es").suggestion(advised))
                .isEqualTo("Sugerencia: comprobar cada mes en lugar de cada tres meses.");
        assertThat(text("es").why(advised, 60))
                .hasSize(text("en").why(advised, 60).size());
        assertThat(text("es").why(advised, 60).get(0)).startsWith("Ahora cada tres meses: cerca de");
    }

    @Test
    void tooFewChecksAreSaidWithHowManyAreMissing() {
        past.routine(own, 3, 3, 0);

        assertThat(suggestion("quarterly"))
                .isEqualTo("Not enough data: 14 more checks before we can say how often is right, if all are good.");
        assertThat(text("en").why(past.advised(own, "quarterly"), 60))
                .containsExactly("Of its own checks 2 of 2 were good.");
    }

    @Test
    void plansByWeeksAreSpokenOfInWeeks() {
        past.routine(own, 60, 2.76, 11);

        assertThat(suggestion("FREQ=WEEKLY;INTERVAL=12")).isEqualTo("Suggestion: keep checking every 12 weeks.");
    }

    @Test
    void anIntervalThatIsRightIsKept() {
        past.routine(own, 60, 3, 10);

        assertThat(suggestion("quarterly")).isEqualTo("Suggestion: keep checking every three months.");
        assertThat(AdviceText.step(past.advised(own, "quarterly"))).isEmpty();
    }

    @Test
    void complaintsAndAgeAreNamedInWhy() {
        for (int life = 0; life < 12; life++) {
            past.check(own, 12.0 * life, CheckReason.AFTER_SERVICE, VerdictLevel.PASS);
            past.check(own, 12.0 * life + 3, CheckReason.SCHEDULED, VerdictLevel.PASS);
            past.check(own, 12.0 * life + 6, CheckReason.SCHEDULED, VerdictLevel.PASS);
            past.check(own, 12.0 * life + 7 + life % 4, CheckReason.COMPLAINT, VerdictLevel.FAIL);
        }

        List<String> why = text("en").why(past.advised(own, "quarterly"), 60);

        assertThat(why)
                .contains(
                        "Of its own checks 24 of 36 were good. 12 failures were found because somebody complained.",
                        "Its failures come with age; what is said rests on failures by chance.");
    }

    /** Every English sentence has its Spanish, with the same numbers. */
    @Test
    void spanishHasEverySentence() {
        Texts english = Texts.of(Locale.ENGLISH);
        Texts spanish = Texts.of(Locale.forLanguageTag("es"));
        for (String key : List.of(
                "extend",
                "keep",
                "shorten.failures",
                "shorten.drift",
                "few.one",
                "few.many",
                "none.new-artefact",
                "none.beyond-limit",
                "now",
                "other",
                "work.more",
                "work.less",
                "own",
                "sisters",
                "reported.one",
                "reported.many",
                "estimate",
                "aim.target",
                "aim.cost",
                "longest",
                "drift",
                "wear-out",
                "early",
                "share",
                "share.most",
                "share.few",
                "every.other",
                "days.many",
                "weeks.many",
                "months",
                "years.many",
                "why")) {
            String says = english.text("advice." + key, "①", "②", "③", "④");
            String dice = spanish.text("advice." + key, "①", "②", "③", "④");
            assertThat(dice).as(key).isNotBlank();
            assertThat(dice.replaceAll("[^①②③④]", "").chars().sorted().toArray())
                    .as(key)
                    .isEqualTo(says.replaceAll("[^①②③④]", "").chars().sorted().toArray());
            assertThat(spanish.text("advice.every.two-monthly")).isEqualTo("cada dos meses");
        }
    }
}
