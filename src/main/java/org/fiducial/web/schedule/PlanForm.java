package org.fiducial.web.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Planning;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Window;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** What was typed into the form of a plan. */
record PlanForm(Route.Request request, Texts texts) {

    static final String BY_RULE = "rule";
    static final String AD_HOC = "ad-hoc";
    private static final String BY_HOURS = "hours";
    private static final List<String> FIELDS = List.of(
            "protocol", "every", "rule", "hours", "start", "before", "after", "minutes", "assigned", "by", "reason");

    /** What the fields held, for the form to be shown again. */
    Map<String, String> typed() {
        Map<String, String> typed = new TreeMap<>();
        FIELDS.forEach(field -> typed.put(field, text(field)));
        return typed;
    }

    /** What a plan holds, for the form that changes it. */
    static Map<String, String> of(Plan plan) {
        Map<String, String> typed = new TreeMap<>();
        FIELDS.forEach(field -> typed.put(field, ""));
        typed.put("protocol", plan.subject().protocolId());
        typed.put("minutes", String.valueOf(plan.work().minutes()));
        typed.put("assigned", plan.work().assignedTo());
        typed.put("every", AD_HOC);
        if (plan.rhythm() instanceof Rhythm.Hours hours) {
            typed.put("every", BY_HOURS);
            typed.put(
                    "hours",
                    new BigDecimal(String.valueOf(hours.every()))
                            .stripTrailingZeros()
                            .toPlainString());
            typed.put("before", "0");
            typed.put("after", String.valueOf(hours.daysAfter()));
        }
        if (plan.rhythm() instanceof Rhythm.Recurring recurring) {
            Optional<String> word = recurring.rule().word();
            typed.put("every", word.orElse(BY_RULE));
            typed.put("rule", word.isPresent() ? "" : recurring.rule().rule());
            typed.put("start", recurring.start().toString());
            typed.put("before", String.valueOf(recurring.window().daysBefore()));
            typed.put("after", String.valueOf(recurring.window().daysAfter()));
        }
        return typed;
    }

    /** The id of the protocol that was chosen. */
    String protocol() {
        return text("protocol");
    }

    boolean chosen(Configuration path) {
        return !text("path." + path.slug()).isEmpty();
    }

    /**
     * The plan that was typed.
     *
     * @throws UnusableInputException naming the field that is wrong
     */
    Planning.Wish wish(Instrument instrument, List<Configuration> configurations, FacilityRecords records) {
        String protocol =
                records.catalogue().require(protocol()).definition().reference().id();
        List<Configuration> paths = configurations.stream().filter(this::chosen).toList();
        if (paths.isEmpty()) {
            throw new UnusableInputException(texts.text("plan.nopath"));
        }
        return new Planning.Wish(
                new Plan.Subject(
                        instrument.id(),
                        protocol,
                        paths.stream().map(Configuration::id).toList()),
                rhythm(),
                new Plan.Work(number("minutes", "plan.minutes"), text("assigned")));
    }

    Planning.Signature signature() {
        return new Planning.Signature(text("by"), text("reason"));
    }

    private Rhythm rhythm() {
        if (text("every").equals(AD_HOC)) {
            return new Rhythm.AdHoc();
        }
        if (text("every").equals(BY_HOURS)) {
            String hours = text("hours");
            if (!hours.matches("\\d{1,6}([.,]\\d{1,2})?")) {
                throw new UnusableInputException(texts.text("plan.nonumber", texts.text("plan.hours"), hours));
            }
            return new Rhythm.Hours(Double.parseDouble(hours.replace(',', '.')), number("after", "plan.after"));
        }
        LocalDate start = Days.parse(text("start"))
                .orElseThrow(() ->
                        new UnusableInputException(texts.text("plan.noday", texts.text("plan.start"), text("start"))));
        String every = text("every").equals(BY_RULE) ? text("rule") : text("every");
        return new Rhythm.Recurring(
                Recurrence.of(every, start),
                start,
                new Window(number("before", "plan.before"), number("after", "plan.after")));
    }

    private int number(String field, String name) {
        String text = text(field);
        if (!text.matches("-?[0-9]{1,6}")) {
            throw new UnusableInputException(texts.text("plan.nonumber", texts.text(name), text));
        }
        return Integer.parseInt(text);
    }

    private String text(String field) {
        return request.form(field).strip();
    }
}
