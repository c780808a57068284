package org.fiducial.web.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.control.Happened;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.trend.Mark;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** The numbers of one metric of a light path by themselves: control chart, sentences, rules with their price, table. */
final class ControlPages {

    private static final int MOST_ROWS = 60;
    private static final int MOST_KEPT = 48;

    private final FacilityRecords records;
    private final Pages pages;
    private final RuleRows rules;
    /**
     * What pages show. Ten years of weekly checks take 100 ms of processor to read, judge and lay out, and about 200 kB to
     * keep.
     */
    private final LastAsked<Key, Map<String, Object>> kept = new LastAsked<>(MOST_KEPT);

    ControlPages(FacilityRecords records, Pages pages) {
        this.records = records;
        this.pages = pages;
        this.rules = new RuleRows(records, pages.texts());
    }

    /** What is asked for; on another day other series count as checked within a year. */
    private record Key(UUID path, String name, RuleSet rules, Range range, LocalDate today) {}

    /** What an address is of. */
    private record Asked(Instrument instrument, Configuration path, String name) {

        String address() {
            return TrendPages.address(instrument, path) + "/" + name;
        }
    }

    /**
     * What happened beside the checks.
     *
     * @param kind gives its head in the chart
     * @param text day and what it was
     */
    public record Happening(String kind, String text) {}

    /** A stretch of time as it stands in the fields. */
    public record Range(String from, String until) {}

    Answer one(Route.Request request) {
        RuleSet chosen = OfferedRules.chosen(request);
        Range range = new Range(request.query("from"), request.query("until"));
        return asked(request)
                .flatMap(asked -> kept.of(
                        new Key(
                                asked.path().id(),
                                asked.name(),
                                chosen,
                                range,
                                LocalDate.now(records.clock().withZone(records.zone()))),
                        records.revision(),
                        () -> read(asked, chosen).map(watched -> values(asked, watched, chosen, range))))
                .map(values -> pages.page("trend-one.html", String.valueOf(values.get("heading")), values))
                .orElseGet(Answer.Nothing::new);
    }

    Answer table(Route.Request request) {
        return asked(request)
                .flatMap(asked -> read(asked, OfferedRules.chosen(request))
                        .map(watched -> new ControlTable(watched, days(asked.instrument()), pages.texts())
                                .csv(asked.instrument().slug() + "-"
                                        + asked.path().slug() + "-"
                                        + asked.name().replace('~', '-') + ".csv")))
                .orElseGet(Answer.Nothing::new);
    }

    private Optional<Asked> asked(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .flatMap(instrument -> records.instruments().configurations(instrument.id()).stream()
                        .filter(each -> each.slug().equals(request.path("path")))
                        .findFirst()
                        .map(path -> new Asked(instrument, path, request.path("series"))));
    }

    private Optional<Watched> read(Asked asked, RuleSet chosen) {
        Instrument instrument = asked.instrument();
        Configuration path = asked.path();
        TrendMarks marks = new TrendMarks(records, instrument.id(), path, days(instrument));
        List<Baseline> baselines = records.limits().baselines(instrument.id()).stream()
                .filter(each -> each.series().configurationId().equals(path.id()))
                .toList();
        Happened happened = Happened.to(
                path.components().stream().map(Component::id).toList(),
                records.events().ofInstrument(instrument.id()),
                baselines,
                records.zone(instrument));
        return new InstrumentTrends(records, pages.texts())
                .named(asked.name(), records.present(instrument), path, marks)
                .map(numbers -> Watched.of(numbers, marks, happened, chosen));
    }

    private Days days(Instrument instrument) {
        return new Days(records.zone(instrument), pages.texts().locale());
    }

    private Map<String, Object> values(Asked asked, Watched watched, RuleSet chosen, Range range) {
        Days days = days(asked.instrument());
        Texts texts = pages.texts();
        Instant from = Days.parse(range.from())
                .map(day -> day.atStartOfDay(days.zone()).toInstant())
                .orElse(Instant.MIN);
        Instant until = Days.parse(range.until()).map(days::endOf).orElse(Instant.MAX);
        List<Trend.Point> shown = ControlDrawing.within(watched.numbers().counted(), from, until);
        ControlWords words = new ControlWords(watched, days, texts);
        String title = watched.numbers().heading().title();
        Map<String, Object> values = new HashMap<>();
        values.put(
                "heading",
                texts.text(
                        "control.title",
                        title,
                        asked.instrument().name(),
                        asked.path().name()));
        values.put("trail", trail(asked));
        values.put("name", title);
        values.put("place", watched.numbers().place().text(texts));
        values.put("sentences", words.sentences());
        values.put("rules", rules.of(chosen, watched.series().checksAYear()));
        values.put("average", chosen.ewma().isPresent());
        values.put("range", range);
        values.put("total", watched.numbers().counted().size());
        values.put("shown", shown.size());
        values.put("address", asked.address());
        values.put("csv", asked.address() + "/points.csv?" + OfferedRules.query(chosen));
        values.put("rows", new ControlTable(watched, days, texts).rows(shown, MOST_ROWS));
        values.put("happened", List.of());
        values.put("beyond", "");
        if (!shown.isEmpty()) {
            ControlDrawing drawing = new ControlDrawing(watched, from, until, days, texts);
            values.put("chart", drawing.chart());
            values.put("happened", happened(drawing.marks(), words));
            values.put("beyond", drawing.beyond().stream().map(words::amount).collect(Collectors.joining(", ")));
        }
        return Map.copyOf(values);
    }

    private List<Crumb> trail(Asked asked) {
        return List.of(
                Crumb.instruments(pages.texts()),
                Crumb.of(asked.instrument()),
                new Crumb(
                        pages.texts().text("control.path", asked.path().name()),
                        TrendPages.address(asked.instrument(), asked.path())));
    }

    /** What happened, in words, newest first. */
    private static List<Happening> happened(List<Mark> marks, ControlWords words) {
        List<Happening> found = new ArrayList<>();
        marks.forEach(mark ->
                found.add(0, new Happening(ControlDrawing.kind(mark), words.day(mark.at()) + ": " + words.name(mark))));
        return found;
    }
}
