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
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.trend.Mark;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Selectable;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.LastAsked;

/** The numbers of one metric of a light path by themselves: control chart, sentences, rules with their price, table. */
final class ControlPages {

    private static final int MOST_ROWS = 60;
    private static final int MOST_KEPT = 48;

    private final FacilityRecords records;
    private final Pages pages;
    private final RuleRows rules;
    private final WatchedNumbers numbers;
    private final SharedShifts shifts;
    /**
     * What pages show. Ten years of weekly checks take 100 ms of processor to read, judge and lay out, and about 200 kB to
     * keep.
     */
    private final LastAsked<Key, Map<String, Object>> kept = new LastAsked<>(MOST_KEPT);

    ControlPages(FacilityRecords records, Pages pages) {
        this.records = records;
        this.pages = pages;
        this.rules = new RuleRows(records, pages.texts());
        this.numbers = new WatchedNumbers(records, pages.texts());
        this.shifts = new SharedShifts(records, numbers);
    }

    /** What is asked for; on another day other series count as checked within a year. */
    private record Key(UUID path, String name, RuleSet rules, Wish wish, LocalDate today) {}

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

    /**
     * What a person wants to see besides the rules, as it stands in the fields.
     *
     * @param from first day, or empty
     * @param until last day, or empty
     * @param as what values are relative to
     */
    public record Wish(String from, String until, Relation as) {

        private static Wish of(Route.Request request) {
            return new Wish(request.query("from"), request.query("until"), Relation.of(request.query("as")));
        }

        private String query() {
            return as == Relation.ABSOLUTE ? "" : "&as=" + as.word();
        }
    }

    Answer one(Route.Request request) {
        RuleSet chosen = OfferedRules.chosen(request);
        Wish wish = Wish.of(request);
        return asked(request)
                .flatMap(asked -> kept.of(
                        new Key(
                                asked.path().id(),
                                asked.name(),
                                chosen,
                                wish,
                                LocalDate.now(records.clock().withZone(records.zone()))),
                        records.revision(),
                        () -> read(asked, chosen, wish).map(watched -> values(asked, watched, chosen, wish))))
                .map(values -> pages.page("trend-one.html", String.valueOf(values.get("heading")), values))
                .orElseGet(Answer.Nothing::new);
    }

    Answer table(Route.Request request) {
        return asked(request)
                .flatMap(asked -> read(asked, OfferedRules.chosen(request), Wish.of(request))
                        .map(watched -> new ControlTable(watched, numbers.days(asked.instrument()), pages.texts())
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

    private Optional<Watched> read(Asked asked, RuleSet chosen, Wish wish) {
        return numbers.named(asked.instrument(), asked.path(), asked.name(), chosen, wish.as());
    }

    private Map<String, Object> values(Asked asked, Watched watched, RuleSet chosen, Wish wish) {
        Days days = numbers.days(asked.instrument());
        Texts texts = pages.texts();
        Instant from = Days.parse(wish.from())
                .map(day -> day.atStartOfDay(days.zone()).toInstant())
                .orElse(Instant.MIN);
        Instant until = Days.parse(wish.until()).map(days::endOf).orElse(Instant.MAX);
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
        List<String> sentences = new ArrayList<>();
        shifts.of(asked.instrument(), watched, chosen).map(words::shared).ifPresent(sentences::add);
        sentences.addAll(words.sentences());
        values.put("sentences", List.copyOf(sentences));
        values.put("rules", rules.of(chosen, watched.series().checksAYear()));
        values.put("average", chosen.ewma().isPresent());
        values.put("wish", wish);
        values.put("relations", relations(watched));
        values.put("total", watched.numbers().counted().size());
        values.put("shown", shown.size());
        values.put("address", asked.address());
        values.put("csv", asked.address() + "/points.csv?" + OfferedRules.query(chosen) + wish.query());
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

    /** What values can be relative to. */
    private List<Selectable> relations(Watched watched) {
        boolean theory = watched.numbers().counted().stream()
                .anyMatch(point -> point.bounds().theory().isPresent());
        return Stream.of(Relation.values())
                .filter(each -> each != Relation.THEORY || theory)
                .map(each -> new Selectable(each.word(), pages.texts().text("control.as." + each.word())))
                .toList();
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
