package org.fiducial.web.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.NumberText;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.CheckRow;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The pages that say something of the kit was wrong: what that would reach, the word itself, and its withdrawal. */
final class RecallPages {

    private static final List<String> FIELDS = List.of("from", "to", "reason", "percent", "direction", "by");
    private static final int LONGEST = 4000;
    private static final int SHOWN = 100;
    private static final int AT_ONCE = 500;

    private static final List<String> HEADINGS = List.of(
            "measured at",
            "instrument",
            "light path",
            "protocol",
            "verdict",
            "with the recall",
            "why",
            "performed by",
            "check");

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final ReachedChecks reached;

    RecallPages(FacilityRecords records, Pages pages, Sources sources, ReachedChecks reached) {
        this.reached = reached;
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    /** A recall in a list; the end may be empty. */
    public record Row(
            String address,
            String slug,
            String from,
            String to,
            String reason,
            String error,
            boolean holds,
            String by) {}

    /** What a recall means for one check. */
    public record Reached(CheckRow check, String instrument, boolean doubtful, List<String> arithmetic) {
        public Reached {
            arithmetic = List.copyOf(arithmetic);
        }
    }

    static Row row(Recall recall, Days days, Texts texts) {
        return new Row(
                "/recalls/" + recall.id(),
                recall.slug(),
                days.of(recall.period().from()).day(),
                recall.period().to().map(end -> days.of(end).day()).orElse(""),
                recall.fault().reason(),
                error(recall.fault(), texts),
                recall.holds(),
                recall.entry().by());
    }

    private static String error(Recall.Fault fault, Texts texts) {
        OptionalDouble percent = fault.readsPercent();
        return percent.isEmpty()
                ? ""
                : texts.text(
                        percent.getAsDouble() < 0 ? "recall.reads.low" : "recall.reads.high",
                        NumberText.bare(Math.abs(percent.getAsDouble())));
    }

    /** The form; with what the typed recall would reach once enough is typed. */
    Answer form(Route.Request request) {
        return known(request.path("slug"))
                ? form(request, request::query, request.query("from").isEmpty() ? "" : "preview", "")
                : new Answer.Nothing();
    }

    /** Enters the recall. */
    Answer enter(Route.Request request) {
        String slug = request.path("slug");
        if (!known(slug)) {
            return new Answer.Nothing();
        }
        if (sources.demonstration()) {
            return form(request, request::form, "", pages.texts().text("register.demonstration"));
        }
        try {
            Recall recall = typed(slug, request::form);
            records.kit().add(recall);
            return new Answer.Elsewhere("/recalls/" + recall.id());
        } catch (UnusableInputException e) {
            return form(request, request::form, "", String.valueOf(e.getMessage()));
        }
    }

    Answer one(Route.Request request) {
        return recall(request).map(recall -> page(request, recall, "")).orElseGet(Answer.Nothing::new);
    }

    /** Withdraws the recall. */
    Answer withdraw(Route.Request request) {
        return recall(request).map(recall -> withdrawn(request, recall)).orElseGet(Answer.Nothing::new);
    }

    private Answer withdrawn(Route.Request request, Recall recall) {
        if (sources.demonstration()) {
            return page(request, recall, pages.texts().text("register.demonstration"));
        }
        try {
            records.kit()
                    .withdraw(new Recall.Withdrawal(
                            sources.ids().get(),
                            recall.id(),
                            text("reason", request::form, "Say why the recall does not hold; it stays readable."),
                            new Recall.Entry(
                                    request.form("by").strip(), records.clock().instant(), zone())));
            return new Answer.Elsewhere("/recalls/" + recall.id());
        } catch (UnusableInputException e) {
            return page(request, recall, String.valueOf(e.getMessage()));
        }
    }

    private Answer form(Route.Request request, UnaryOperator<String> field, String step, String refusal) {
        Map<String, Object> values = values(refusal);
        Map<String, String> typed = new TreeMap<>();
        FIELDS.forEach(each -> typed.put(each, field.apply(each).strip()));
        String slug = request.path("slug");
        values.put("slug", slug);
        values.put("metered", records.kit().meter(slug).isPresent());
        values.put("typed", typed);
        values.put("previewed", false);
        if (!step.isEmpty()) {
            try {
                reach(request, values, reached.ofTyped(typed(slug, field), request, FIELDS));
                values.put("previewed", true);
            } catch (UnusableInputException e) {
                values.put("refusal", String.valueOf(e.getMessage()));
            }
        }
        return pages.page("recall-form.html", pages.texts().text("recall.new.title", slug), values);
    }

    private Answer page(Route.Request request, Recall recall, String refusal) {
        Map<String, Object> values = values(refusal);
        values.put("recall", row(recall, days(), pages.texts()));
        values.put("entered", days().of(recall.entry().at()).day());
        values.put(
                "withdrawal", recall.withdrawal().map(Recall.Withdrawal::reason).orElse(""));
        values.put("table", "/recalls/" + recall.id() + "/checks.csv");
        reach(request, values, reached.of(recall, request, List.of()));
        return pages.page("recall.html", pages.texts().text("recall.title", recall.slug()), values);
    }

    /** The checks it reaches, for spreadsheets. */
    Answer table(Route.Request request) {
        return recall(request).map(recall -> table(request, recall)).orElseGet(Answer.Nothing::new);
    }

    private Answer table(Route.Request request, Recall recall) {
        ReachedChecks.Reach reach = reached.of(recall, request, List.of());
        return CsvLine.streamed("recall-" + recall.slug() + "-" + records.today() + ".csv", HEADINGS, taker -> {
            for (int from = 0; from < reach.total(); from += AT_ONCE) {
                for (Doubt doubt : reach.stretch().read(from, Math.min(from + AT_ONCE, reach.total()))) {
                    taker.take(cells(doubt));
                }
            }
        });
    }

    private List<String> cells(Doubt doubt) {
        Reached row = reached(doubt);
        return List.of(
                row.check().when().iso(),
                row.instrument(),
                row.check().configuration(),
                row.check().protocol(),
                doubt.use().check().overall().word(),
                pages.texts().text(row.doubtful() ? "recall.mark" : "recall.mark.unaffected"),
                String.join(" ", row.arithmetic()),
                doubt.use().performedBy(),
                doubt.use().check().id().toString());
    }

    private Map<String, Object> values(String refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(new Crumb(pages.texts().text("nav.kit"), "/kit")));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("people", "");
        return values;
    }

    private void reach(Route.Request request, Map<String, Object> values, ReachedChecks.Reach reach) {
        values.put(
                "reached",
                ListPart.of(request, reach.total(), SHOWN, reach.order(), reach.stretch())
                        .map(this::reached));
        values.put("order", reach.order());
        values.put("means", reach.means() ? reach.order() : "");
        values.put("people", String.join(", ", reach.people()));
    }

    private Reached reached(Doubt doubt) {
        Optional<Configuration> path =
                records.instruments().configuration(doubt.use().check().configurationId());
        CheckRow row =
                CheckRow.of(doubt.use().check(), path.map(Configuration::name).orElse(""), days(), pages.texts());
        return new Reached(
                row,
                path.flatMap(records::instrumentOf).map(Instrument::name).orElse(""),
                doubt.isDoubtful(),
                doubt.arithmetic());
    }

    private Recall typed(String slug, UnaryOperator<String> field) {
        Facility home = records.instruments()
                .home()
                .orElseThrow(() -> new UnusableInputException(pages.texts().text("kit.nofacility")));
        Instant from = day("from", field)
                .map(day -> day.atStartOfDay(home.zone()).toInstant())
                .orElseThrow(() -> new UnusableInputException("Say from which day on it was wrong."));
        if (from.isAfter(records.clock().instant())) {
            throw new UnusableInputException(
                    "The first day it was wrong lies in the future; type a day that has begun.");
        }
        Days days = new Days(home.zone(), pages.texts().locale());
        String reason = text("reason", field, "Say what is wrong with it.");
        try {
            return new Recall(
                    sources.ids().get(),
                    home.id(),
                    slug,
                    new Recall.Period(from, day("to", field).map(days::endOf)),
                    new Recall.Fault(reason, percent(field)),
                    new Recall.Entry(field.apply("by").strip(), records.clock().instant(), home.zone()),
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException("This cannot be entered: " + e.getMessage() + ".", e);
        }
    }

    private static OptionalDouble percent(UnaryOperator<String> field) {
        String text = field.apply("percent").strip().replace(',', '.');
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!text.matches("\\d{1,2}(\\.\\d{1,4})?")) {
            throw new UnusableInputException(
                    "The error of the readings is a number in per cent, for instance 4, but '" + text + "' was typed.");
        }
        double percent = Double.parseDouble(text);
        return OptionalDouble.of(field.apply("direction").equals("high") ? percent : -percent);
    }

    private static Optional<LocalDate> day(String name, UnaryOperator<String> field) {
        String text = field.apply(name).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Days.parse(text)
                .orElseThrow(() ->
                        new UnusableInputException("A day is written 2026-03-12, but '" + text + "' was typed.")));
    }

    private static String text(String name, UnaryOperator<String> field, String missing) {
        String text = field.apply(name).strip();
        if (text.isEmpty()) {
            throw new UnusableInputException(missing);
        }
        if (text.length() > LONGEST) {
            throw new UnusableInputException("At most " + LONGEST + " characters are kept of it, but " + text.length()
                    + " were typed; shorten it.");
        }
        return text;
    }

    private boolean known(String slug) {
        return records.kit().meter(slug).isPresent()
                || records.kit().artefact(slug).isPresent();
    }

    private Optional<Recall> recall(Route.Request request) {
        return FacilityRecords.uuid(request.path("id")).flatMap(id -> records.kit().recalls().stream()
                .filter(each -> each.id().equals(id))
                .findFirst());
    }

    private ZoneId zone() {
        return records.zone();
    }

    private Days days() {
        return new Days(zone(), pages.texts().locale());
    }
}
