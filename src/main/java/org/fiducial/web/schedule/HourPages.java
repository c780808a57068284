package org.fiducial.web.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.schedule.HourReading;
import org.fiducial.facility.schedule.HoursDue;
import org.fiducial.facility.schedule.HoursOfUse;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.DueRow;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Readings of hour counters, and how far plans by hours of use are. */
final class HourPages {

    private static final int LONGEST_NAME = 200;
    private static final List<String> HEADINGS = List.of("read at", "hours", "entered by", "entered at");

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final ObjectMapper json = new ObjectMapper();

    HourPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    /** A reading in a list. */
    public record Reading(Days.Moment when, String hours, String by) {}

    /** A plan by hours of use in a list. */
    public record Row(DueRow.Mark mark, DueRow.Where where, What what, String sentence, String read, String day) {}

    /** What is to be done, and where that is begun. */
    public record What(String protocol, String id, String plan, String newCheck) {}

    Answer one(Route.Request request) {
        return instrument(request)
                .map(instrument -> page(request, instrument, ""))
                .orElseGet(Answer.Nothing::new);
    }

    Answer add(Route.Request request) {
        return instrument(request)
                .map(instrument -> {
                    if (sources.demonstration()) {
                        return page(request, instrument, pages.texts().text("register.demonstration"));
                    }
                    try {
                        records.schedule().add(reading(request, instrument));
                        return new Answer.Elsewhere("/instruments/" + instrument.slug() + "/hours");
                    } catch (UnusableInputException e) {
                        return page(request, instrument, String.valueOf(e.getMessage()));
                    }
                })
                .orElseGet(Answer.Nothing::new);
    }

    private HourReading reading(Route.Request request, Instrument instrument) {
        Instant now = records.clock().instant();
        String hours = request.form("hours").strip();
        if (!hours.matches("\\d{1,7}([.,]\\d{1,3})?")) {
            throw new UnusableInputException(pages.texts().text("hours.nonumber", hours));
        }
        Instant at = at(request.form("at").strip(), records.zone(instrument)).orElse(now);
        if (at.isAfter(now)) {
            throw new UnusableInputException(pages.texts().text("hours.future"));
        }
        String by = request.form("by").strip();
        if (by.length() > LONGEST_NAME) {
            throw new UnusableInputException(pages.texts().text("hours.name", LONGEST_NAME, by.length()));
        }
        return new HourReading(
                sources.ids().get(),
                instrument.id(),
                Double.parseDouble(hours.replace(',', '.')),
                at,
                new HourReading.Entry(by, now));
    }

    private Optional<Instant> at(String typed, ZoneId zone) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(typed).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw new UnusableInputException(pages.texts().text("hours.notime", typed), e);
        }
    }

    private Answer page(Route.Request request, Instrument instrument, String refusal) {
        Days days = new Days(records.zone(instrument), pages.texts().locale());
        List<HourReading> readings = readings(instrument);
        HoursOfUse use = new HoursOfUse(readings);
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(instrument)));
        values.put("slug", instrument.slug());
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("logs", request.may(Permission.LOG));
        values.put("hours", request.form("hours").strip());
        values.put("by", request.form("by").strip());
        values.put(
                "at",
                request.form("at").isBlank()
                        ? DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                                .format(LocalDateTime.ofInstant(records.clock().instant(), days.zone()))
                        : request.form("at").strip());
        values.put(
                "rate",
                use.rate().isPresent()
                        ? pages.texts().text("hours.rate", number(use.rate().getAsDouble()))
                        : pages.texts().text("hours.norate"));
        values.put(
                "plans",
                rows().stream()
                        .filter(row -> row.where().address().equals("/instruments/" + instrument.slug()))
                        .toList());
        values.put(
                "readings",
                readings.stream()
                        .sorted(Comparator.comparing(HourReading::readAt).reversed())
                        .map(each -> new Reading(
                                days.of(each.readAt()),
                                number(each.hours()),
                                each.entry().by()))
                        .toList());
        return pages.page("hours.html", pages.texts().text("hours.title", instrument.name()), values);
    }

    /** How far the plans by hours of use are, those reached first. */
    List<Row> rows() {
        return records.hours().stream().map(this::row).toList();
    }

    private Row row(HoursDue due) {
        Days days = new Days(records.instruments().zone(), pages.texts().locale());
        String instrument = "/instruments/" + due.path().instrumentSlug();
        String protocol = due.plan().subject().protocolId();
        HoursDue.Count count = due.count();
        String label = pages.texts().text("hours.standing." + count.standing().word());
        DueRow.Mark mark =
                switch (count.standing()) {
                    case REACHED -> new DueRow.Mark("warning", "▲", label);
                    case UNKNOWN -> new DueRow.Mark("not-evaluated", "○", label);
                    case COMING -> new DueRow.Mark("pass", "●", label);
                };
        String sentence = count.used().isPresent()
                ? pages.texts().text("hours.used", number(count.used().getAsDouble()), number(count.every()))
                : pages.texts().text("hours.unused", number(count.every()));
        return new Row(
                mark,
                new DueRow.Where(
                        due.path().instrument(),
                        instrument,
                        due.path().name(),
                        due.path().slug()),
                new What(
                        records.protocolTitle(protocol),
                        protocol,
                        "/plans/" + due.plan().version().planId(),
                        instrument + "/new-check?configuration=" + due.path().slug() + "&protocol=" + protocol),
                sentence,
                count.readAt()
                        .map(at -> pages.texts().text("hours.read", days.of(at).day()))
                        .orElse(pages.texts().text("hours.never")),
                count.day()
                        .map(day -> pages.texts()
                                .text(
                                        count.standing() == HoursDue.Standing.REACHED
                                                ? "hours.since"
                                                : "hours.forecast",
                                        days.day(day)))
                        .orElse(""));
    }

    Answer api(Route.Request request) {
        return instrument(request)
                .map(instrument -> {
                    ObjectNode node = json.createObjectNode().put("instrument", instrument.slug());
                    List<HourReading> readings = readings(instrument);
                    new HoursOfUse(readings).rate().ifPresent(rate -> node.put("hours_a_day", rate));
                    ArrayNode all = node.putArray("readings");
                    readings.forEach(each -> all.addObject()
                            .put("hours", each.hours())
                            .put("read_at", each.readAt().toString())
                            .put("by", each.entry().by()));
                    ArrayNode plans = node.putArray("plans");
                    records.hours().stream()
                            .filter(each -> each.path().instrumentSlug().equals(instrument.slug()))
                            .forEach(each -> describe(plans.addObject(), each));
                    try {
                        return (Answer) Answer.Content.json(
                                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
                    } catch (JsonProcessingException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElseGet(Answer.Nothing::new);
    }

    /** The readings for spreadsheets. */
    Answer table(Route.Request request) {
        return instrument(request)
                .map(instrument -> {
                    Days days = new Days(records.zone(instrument), pages.texts().locale());
                    StringBuilder out = CsvLine.table(HEADINGS);
                    readings(instrument)
                            .forEach(each -> CsvLine.append(
                                    out,
                                    List.of(
                                            days.of(each.readAt()).iso(),
                                            number(each.hours()),
                                            each.entry().by(),
                                            days.of(each.entry().at()).iso())));
                    return CsvLine.download("hours-" + instrument.slug() + ".csv", out);
                })
                .orElseGet(Answer.Nothing::new);
    }

    private static void describe(ObjectNode node, HoursDue due) {
        node.put("plan", due.plan().version().planId().toString())
                .put("configuration", due.path().slug())
                .put("protocol", due.plan().subject().protocolId())
                .put("every_hours", due.count().every())
                .put("standing", due.count().standing().word());
        due.count().used().ifPresent(used -> node.put("used_hours", used));
        due.count().day().ifPresent(day -> node.put("day", day.toString()));
    }

    private List<HourReading> readings(Instrument instrument) {
        return records.schedule().hourReadings(instrument.facilityId()).stream()
                .filter(each -> each.instrumentId().equals(instrument.id()))
                .toList();
    }

    private static String number(double hours) {
        return hours == Math.rint(hours)
                ? String.format(Locale.ROOT, "%.0f", hours)
                : String.format(Locale.ROOT, "%.1f", hours);
    }

    private Optional<Instrument> instrument(Route.Request request) {
        return records.instruments().bySlug(request.path("slug"));
    }
}
