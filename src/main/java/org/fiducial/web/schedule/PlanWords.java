package org.fiducial.web.schedule;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;

/** Plans in a sentence. */
record PlanWords(Texts texts, Days days) {

    private static final Pattern SEVERAL = Pattern.compile("FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);INTERVAL=([0-9]+)");

    /**
     * A sentence.
     *
     * @param names the light paths' names by id
     */
    String of(Plan plan, Map<UUID, String> names) {
        String paths = plan.subject().configurationIds().stream()
                .map(id -> names.getOrDefault(id, ""))
                .collect(Collectors.joining(", "));
        String often = texts.text("plan.every.ad-hoc");
        if (plan.rhythm() instanceof Rhythm.Recurring recurring) {
            String every = every(recurring.rule());
            often = texts.text(
                    "plan.words",
                    every,
                    days.day(recurring.start()),
                    recurring.window().daysBefore(),
                    recurring.window().daysAfter());
        }
        if (plan.rhythm() instanceof Rhythm.Hours hours) {
            often = texts.text(
                    "plan.words.hours",
                    new BigDecimal(String.valueOf(hours.every()))
                            .stripTrailingZeros()
                            .toPlainString(),
                    hours.daysAfter());
        }
        String work = texts.text("plan.words.work", plan.work().minutes());
        String assigned = plan.work().assignedTo().isEmpty()
                ? ""
                : texts.text("plan.words.assigned", plan.work().assignedTo());
        return paths + ": " + often + work + assigned;
    }

    private String every(Recurrence recurrence) {
        Matcher several = SEVERAL.matcher(recurrence.rule());
        return recurrence
                .word()
                .map(word -> texts.text("plan.every." + word))
                .orElseGet(() -> several.matches()
                        ? texts.text(
                                "plan.every.several." + several.group(1).toLowerCase(Locale.ROOT), several.group(2))
                        : recurrence.rule());
    }
}
