package org.fiducial.web.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Move;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** All components and where they are: filtered, ordered, part by part, and as a table. */
final class ComponentList {

    private static final List<String> HEADINGS =
            List.of("id", "kind", "name", "manufacturer", "model", "serial", "known", "place", "since");

    private static final String[] FILTERS = {"q", "kind", "instrument", "standing"};

    /** The parameters of the list. */
    static final List<String> ASKED =
            Stream.concat(Arrays.stream(FILTERS), Stream.of(ListOrder.QUERY)).toList();

    private static final int SHOWN = 100;

    /** What people look for first. */
    private static final List<String> FIRST = List.of("magnification", "na", "immersion");

    private final FacilityRecords records;
    private final Pages pages;
    private final RegistryFields fields;

    ComponentList(FacilityRecords records, Pages pages, RegistryFields fields) {
        this.records = records;
        this.pages = pages;
        this.fields = fields;
    }

    /** A component in the list. */
    public record Row(
            String address, String kind, String name, String made, String serial, String known, Where where) {}

    /** Where a component is; the address is empty where it is on no instrument. */
    public record Where(String word, String text, String address, String since) {}

    Answer list(Route.Request request) {
        Map<String, Object> values = new HashMap<>();
        values.put("q", request.query("q"));
        Map<UUID, Instrument> stands = stands();
        ListOrder order = columns(stands).asked(request, FILTERS);
        values.put(
                "part",
                ListPart.of(request, chosen(request), SHOWN, order)
                        .map(each -> row(each, each.place().instrumentId().map(stands::get))));
        values.put("order", order);
        values.put("query", order.query());
        values.put("any", !records.lists().components().isEmpty());
        values.put("kinds", kinds(pages.texts(), request.query("kind")));
        values.put(
                "stands",
                records.instruments().all().stream()
                        .map(each ->
                                new Choice(each.slug(), each.name(), each.slug().equals(request.query("instrument"))))
                        .toList());
        values.put(
                "standings",
                Arrays.stream(Move.Standing.values())
                        .map(each -> new Choice(
                                each.word(),
                                pages.texts().text("component." + each.word()),
                                each.word().equals(request.query("standing"))))
                        .toList());
        return pages.page("components.html", pages.texts().text("components.title"), values);
    }

    /** What the list may be ordered by. */
    private Columns<Located> columns(Map<UUID, Instrument> stands) {
        return new Columns<Located>()
                .text("name", each -> each.component().name())
                .text("kind", each -> pages.texts()
                        .text("component.kind." + each.component().kind().word()))
                .text("where", each -> place(each, each.place().instrumentId().map(stands::get)))
                .by("since", Located::since)
                .text("made", each -> each.component().make().title())
                .text("serial", each -> each.component().make().serial());
    }

    static List<Choice> kinds(Texts texts, String chosen) {
        return Arrays.stream(Component.Kind.values())
                .map(kind -> new Choice(
                        kind.word(),
                        texts.text("component.kind." + kind.word()),
                        kind.word().equals(chosen)))
                .toList();
    }

    private Map<UUID, Instrument> stands() {
        Map<UUID, Instrument> stands = new HashMap<>();
        records.instruments().all().forEach(each -> stands.put(each.id(), each));
        return stands;
    }

    Locale locale() {
        return pages.texts().locale();
    }

    /** The components the filter leaves. */
    List<Located> chosen(Route.Request request) {
        Map<UUID, Instrument> stands = stands();
        String sought = request.query("q").strip().toLowerCase(Locale.ROOT);
        List<Located> chosen = records.lists().components().stream()
                .filter(each -> request.query("kind").isEmpty()
                        || each.component().kind().word().equals(request.query("kind")))
                .filter(each -> request.query("standing").isEmpty()
                        || each.place().standing().word().equals(request.query("standing")))
                .filter(each -> request.query("instrument").isEmpty()
                        || each.place()
                                .instrumentId()
                                .map(stands::get)
                                .filter(stand -> stand.slug().equals(request.query("instrument")))
                                .isPresent())
                .filter(each -> sought.isEmpty()
                        || said(each, each.place().instrumentId().map(stands::get))
                                .contains(sought))
                .toList();
        return columns(stands).sorted(chosen, request);
    }

    private String said(Located located, Optional<Instrument> stand) {
        Component component = located.component();
        return String.join(
                        " ",
                        pages.texts().text("component.kind." + component.kind().word()),
                        component.name(),
                        component.make().title(),
                        component.make().serial(),
                        place(located, stand))
                .toLowerCase(Locale.ROOT);
    }

    Row row(Located located, Optional<Instrument> stand) {
        Component component = located.component();
        List<String> known = new ArrayList<>();
        component.properties().entrySet().stream()
                .sorted(Comparator.comparingInt(
                        each -> FIRST.contains(each.getKey()) ? FIRST.indexOf(each.getKey()) : FIRST.size()))
                .forEach(each -> known.add(fields.label("property." + each.getKey()) + " " + each.getValue()));
        return new Row(
                "/components/" + component.id(),
                pages.texts().text("component.kind." + component.kind().word()),
                component.name(),
                component.make().title(),
                component.make().serial(),
                String.join(", ", known),
                where(located, stand));
    }

    private String place(Located located, Optional<Instrument> stand) {
        return stand.map(Instrument::name).orElseGet(() -> pages.texts()
                .text("component." + located.place().standing().word()));
    }

    private Where where(Located located, Optional<Instrument> stand) {
        Days days = new Days(records.instruments().zone(), pages.texts().locale()).shortened();
        return new Where(
                located.place().standing().word(),
                place(located, stand),
                stand.map(each -> "/instruments/" + each.slug()).orElse(""),
                located.since().map(since -> days.of(since).day()).orElse(""));
    }

    /** The list for spreadsheets. */
    Answer table(Route.Request request) {
        StringBuilder out = CsvLine.table(HEADINGS);
        Map<UUID, Instrument> stands = stands();
        for (Located each : chosen(request)) {
            Row row = row(each, each.place().instrumentId().map(stands::get));
            CsvLine.append(
                    out,
                    List.of(
                            each.component().id().toString(),
                            each.component().kind().word(),
                            row.name(),
                            each.component().make().manufacturer(),
                            each.component().make().model(),
                            row.serial(),
                            row.known(),
                            row.where().text(),
                            each.since()
                                    .map(since -> since.atZone(
                                                    records.instruments().zone())
                                            .toLocalDate()
                                            .toString())
                                    .orElse("")));
        }
        return CsvLine.download("components.csv", out);
    }
}
