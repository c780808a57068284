package org.fiducial.web.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.service.Uptime;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** How much of a stretch of time instruments could be used: a page, a table as a file, and for machines. */
public final class UptimePages {

    private static final int USUAL_DAYS = 365;
    private static final int LONGEST_DAYS = 36_600;
    private static final int MONTHS = 12;
    private static final List<String> HEADINGS = List.of(
            "instrument",
            "from",
            "until",
            "availability %",
            "hours down",
            "hours restricted",
            "hours lost",
            "expense",
            "events",
            "open");

    private final FacilityRecords records;
    private final Pages pages;
    private final ObjectMapper json = new ObjectMapper();

    public UptimePages(FacilityRecords records, Pages pages) {
        this.records = records;
        this.pages = pages;
    }

    /** Days asked for, the last one included. */
    private record Period(LocalDate from, LocalDate until) {

        static Period of(Route.Request request, LocalDate today) {
            LocalDate until = Days.parse(request.query("until")).orElse(today);
            LocalDate from = Days.parse(request.query("from")).orElse(until.minusDays(USUAL_DAYS - 1L));
            boolean usable = !from.isAfter(until)
                    && from.isAfter(LocalDate.EPOCH.minusDays(LONGEST_DAYS))
                    && until.isBefore(LocalDate.EPOCH.plusDays(LONGEST_DAYS));
            return usable ? new Period(from, until) : new Period(today.minusDays(USUAL_DAYS - 1L), today);
        }

        Uptime.Stretch stretch(ZoneId zone, Instant now) {
            return new Uptime.Stretch(
                    from.atStartOfDay(zone).toInstant(),
                    until.plusDays(1).atStartOfDay(zone).toInstant(),
                    now);
        }
    }

    /** A line: an instrument, or a month of one. */
    public record Row(
            String name, String address, Share share, String down, String restricted, Entered entered, long open) {}

    /** A share in words and as a number to sort by and to draw. */
    public record Share(String text, double percent) {}

    /** What people entered. */
    public record Entered(String lost, String expense, long events) {}

    Answer all(Route.Request request) {
        Period period = Period.of(request, records.today());
        List<Row> rows = records.instruments().all().stream()
                .map(instrument -> row(
                        instrument.name(), "/instruments/" + instrument.slug() + "/uptime", uptime(instrument, period)))
                .sorted(Comparator.comparingDouble(row -> row.share().percent()))
                .toList();
        Map<String, Object> values = values(period, "");
        values.put("rows", rows);
        values.put("months", false);
        return pages.page("uptime.html", pages.texts().text("uptime.title"), values);
    }

    /** An instrument month by month, the newest first. */
    Answer one(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(instrument -> {
                    LocalDate today = records.today();
                    List<Row> rows = new ArrayList<>();
                    for (int i = 0; i < MONTHS; i++) {
                        YearMonth month = YearMonth.from(today).minusMonths(i);
                        Period period = new Period(month.atDay(1), month.atEndOfMonth());
                        rows.add(row(
                                DateTimeFormatter.ofPattern(
                                                "MMMM uuuu", pages.texts().locale())
                                        .format(month),
                                "/instruments/" + instrument.slug() + "/events",
                                uptime(instrument, period)));
                    }
                    Map<String, Object> values = values(
                            new Period(
                                    YearMonth.from(today)
                                            .minusMonths(MONTHS - 1L)
                                            .atDay(1),
                                    today),
                            instrument.slug());
                    values.put("trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(instrument)));
                    values.put("rows", rows);
                    values.put("months", true);
                    return pages.page("uptime.html", pages.texts().text("uptime.title.of", instrument.name()), values);
                })
                .orElseGet(Answer.Nothing::new);
    }

    /** The figure of the last year for the page of an instrument. */
    public Row lastYear(Instrument instrument) {
        LocalDate today = records.today();
        Period year = new Period(today.minusDays(USUAL_DAYS - 1L), today);
        return row(instrument.name(), "/instruments/" + instrument.slug() + "/uptime", uptime(instrument, year));
    }

    Answer table(Route.Request request) {
        Period period = Period.of(request, records.today());
        StringBuilder out = new StringBuilder("\uFEFF");
        CsvLine.append(out, HEADINGS);
        for (Instrument instrument : records.instruments().all()) {
            Uptime uptime = uptime(instrument, period);
            CsvLine.append(
                    out,
                    List.of(
                            instrument.name(),
                            period.from().toString(),
                            period.until().toString(),
                            number(uptime.availability(), 100),
                            hours(uptime.down()),
                            hours(uptime.restricted()),
                            hours(uptime.entered().lost()),
                            expense(uptime),
                            String.valueOf(uptime.events().all()),
                            String.valueOf(uptime.events().open())));
        }
        return new Answer.Download(
                "uptime-" + period.from() + "-" + period.until() + ".csv",
                new Answer.Content("text/csv; charset=utf-8", out.toString().getBytes(StandardCharsets.UTF_8), false));
    }

    Answer api(Route.Request request) {
        Period period = Period.of(request, records.today());
        ObjectNode node = json.createObjectNode()
                .put("from", period.from().toString())
                .put("until", period.until().toString())
                .put("definition", pages.texts().text("uptime.definition"));
        ArrayNode all = node.putArray("instruments");
        for (Instrument instrument : records.instruments().all()) {
            Uptime uptime = uptime(instrument, period);
            ObjectNode each = all.addObject().put("instrument", instrument.slug());
            uptime.availability().ifPresent(share -> each.put("availability_percent", 100 * share));
            each.put("span_minutes", uptime.span().toMinutes())
                    .put("down_minutes", uptime.down().toMinutes())
                    .put("restricted_minutes", uptime.restricted().toMinutes())
                    .put("lost_minutes", uptime.entered().lost().toMinutes())
                    .put("events", uptime.events().all())
                    .put("open", uptime.events().open());
            ObjectNode expenses = each.putObject("expenses");
            uptime.entered().expenses().forEach((code, amount) -> expenses.put(code, amount.toPlainString()));
        }
        try {
            return Answer.Content.json(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> values(Period period, String slug) {
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(Crumb.instruments(pages.texts())));
        values.put("slug", slug);
        values.put("from", period.from().toString());
        values.put("until", period.until().toString());
        values.put("zone", records.instruments().zone().getId());
        return values;
    }

    private Uptime uptime(Instrument instrument, Period period) {
        return Uptime.of(
                records.events().ofInstrument(instrument.id()),
                records.life(instrument),
                period.stretch(records.zone(instrument), records.clock().instant()));
    }

    private Row row(String name, String address, Uptime uptime) {
        return new Row(
                name,
                address,
                share(uptime.availability()),
                hours(uptime.down()),
                hours(uptime.restricted()),
                new Entered(
                        hours(uptime.entered().lost()),
                        expense(uptime),
                        uptime.events().all()),
                uptime.events().open());
    }

    private Share share(OptionalDouble availability) {
        if (availability.isEmpty()) {
            return new Share("–", 101);
        }
        double percent = 100 * availability.getAsDouble();
        return new Share(number(availability, 100) + "\u00a0%", percent);
    }

    /** One digit after the point; never 100 where anything was lost. */
    private static String number(OptionalDouble value, double factor) {
        if (value.isEmpty()) {
            return "";
        }
        return tenths((long) Math.floor(value.getAsDouble() * factor * 10));
    }

    private static String hours(Duration time) {
        return tenths(Math.round(time.toMinutes() / 6.0));
    }

    private static String tenths(long value) {
        return BigDecimal.valueOf(value, 1).toPlainString();
    }

    private static String expense(Uptime uptime) {
        return new TreeMap<String, BigDecimal>(uptime.entered().expenses())
                .entrySet().stream()
                        .flatMap(each -> Stream.of(each.getValue().toPlainString() + " " + each.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
