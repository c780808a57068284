package org.fiducial.web.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.advice.Aim;
import org.fiducial.facility.interval.PlanAdvice;
import org.fiducial.facility.interval.PlanAdvice.Advised;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Proposal;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Window;
import org.fiducial.report.AdviceText;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.LastAsked;

/**
 * What the page of a plan says of how often to check. Taking it up fills the form that changes the plan; a person looks at it,
 * gives the reason and sends it.
 */
final class PlanAdviser {

    /** The advice on a plan of ten years of weekly checks takes 30 kB. */
    private static final int MOST_KEPT = 200;

    private final FacilityRecords records;
    private final Texts texts;
    /** By the version of the plan, those asked for last. */
    private final LastAsked<UUID, Known> kept = new LastAsked<>(MOST_KEPT);

    PlanAdviser(FacilityRecords records, Texts texts) {
        this.records = records;
        this.texts = texts;
    }

    /**
     * What is shown.
     *
     * @param suggestion a sentence; empty where nothing is advised of such a plan
     * @param why what it rests on
     * @param take the address that fills the form; empty where the plan may stay as it is
     */
    public record View(String suggestion, List<String> why, String take) {

        static View nothing() {
            return new View("", List.of(), "");
        }
    }

    /** What is advised of a plan, and what is shown of it. */
    private record Known(Optional<Advised> advised, View view) {}

    /** Reckoned again where something was added to the record; the revision is read before the rows. */
    private Known known(Plan plan) {
        return kept.of(plan.version().id(), records.revision(), () -> Optional.of(reckoned(plan)))
                .orElseThrow();
    }

    private Known reckoned(Plan plan) {
        Optional<Advised> advised = new PlanAdvice(
                        records.instruments(), records.checks(), records.events(), records.doubts()::doubtful)
                .of(plan, Aim.USUAL);
        return new Known(advised, advised.map(each -> view(plan, each)).orElseGet(View::nothing));
    }

    private AdviceText words() {
        return new AdviceText(texts, records.zone());
    }

    /** What is advised of a plan; reckoned again where something was added to the record. */
    View view(Plan plan) {
        return known(plan).view();
    }

    private View view(Plan plan, Advised advised) {
        return new View(
                words().suggestion(advised),
                words().why(advised, plan.work().minutes()),
                AdviceText.step(advised)
                        .map(step -> "/plans/" + plan.version().planId() + "?advised=yes#every")
                        .orElse(""));
    }

    /** What a plan holds with the interval that is advised and windows that suit it; the plan itself where it may stay. */
    Map<String, String> taken(Plan plan) {
        Map<String, String> typed = new TreeMap<>(PlanForm.of(plan));
        known(plan).advised().ifPresent(advised -> AdviceText.step(advised).ifPresent(step -> {
            LocalDate start = Days.parse(typed.getOrDefault("start", "")).orElseGet(records::today);
            Window window = Proposal.window(Recurrence.of(step.word(), start), start);
            typed.put("every", step.word());
            typed.put("rule", "");
            typed.put("before", String.valueOf(window.daysBefore()));
            typed.put("after", String.valueOf(window.daysAfter()));
            typed.put("reason", words().suggestion(advised));
        }));
        return typed;
    }
}
