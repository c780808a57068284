package org.fiducial.web.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.event.EventForm;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The pages of components: all of them, one with its life, and the forms that add and move one. */
final class ComponentPages {

    private static final List<String> HEADINGS =
            List.of("id", "kind", "name", "manufacturer", "model", "serial", "known", "place", "since");

    private static final String[] FILTERS = {"q", "kind", "instrument", "standing"};

    /** What people look for first. */
    private static final List<String> FIRST = List.of("magnification", "na", "immersion");

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final RegistryEditor editor;

    ComponentPages(FacilityRecords records, Pages pages, Sources sources, RegistryEditor editor) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.editor = editor;
    }

    /** A component in the list. */
    public record Row(
            String address, String kind, String name, String made, String serial, String known, Where where) {}

    /** Where a component is; the address is empty where it is on no instrument. */
    public record Where(String word, String text, String address, String since) {}

    /** A place in the life of a component. */
    public record Stay(String from, String place, String address, String by, String reason, List<String> events) {

        public Stay {
            events = List.copyOf(events);
        }
    }

    /** A light path a component is or was a part of. */
    public record Use(String instrument, String path, String address, boolean holds) {}

    Answer list(Route.Request request) {
        Map<String, Object> values = new HashMap<>();
        values.put("rows", rows(request));
        values.put("q", request.query("q"));
        ListOrder order = columns(stands()).asked(request, FILTERS);
        values.put("order", order);
        values.put("query", order.query());
        values.put("any", !records.instruments().registry().components().isEmpty());
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
                .text("where", each -> where(each, each.place().instrumentId().map(stands::get))
                        .text())
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

    private List<Row> rows(Route.Request request) {
        Map<UUID, Instrument> stands = stands();
        return chosen(request).stream()
                .map(each -> row(each, each.place().instrumentId().map(stands::get)))
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
        List<Located> chosen = records.instruments().registry().components().stream()
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
                        || said(row(each, each.place().instrumentId().map(stands::get)))
                                .contains(sought))
                .toList();
        return columns(stands).sorted(chosen, request);
    }

    private static String said(Row row) {
        return String.join(
                        " ",
                        row.kind(),
                        row.name(),
                        row.made(),
                        row.serial(),
                        row.where().text())
                .toLowerCase(Locale.ROOT);
    }

    private Row row(Located located, Optional<Instrument> stand) {
        Component component = located.component();
        List<String> known = new ArrayList<>();
        component.properties().entrySet().stream()
                .sorted(Comparator.comparingInt(
                        each -> FIRST.contains(each.getKey()) ? FIRST.indexOf(each.getKey()) : FIRST.size()))
                .forEach(each -> known.add(editor.fields().label("property." + each.getKey()) + " " + each.getValue()));
        return new Row(
                "/components/" + component.id(),
                pages.texts().text("component.kind." + component.kind().word()),
                component.name(),
                component.make().title(),
                component.make().serial(),
                String.join(", ", known),
                where(located, stand));
    }

    private Where where(Located located, Optional<Instrument> stand) {
        Days days = new Days(records.instruments().zone(), pages.texts().locale()).shortened();
        return new Where(
                located.place().standing().word(),
                stand.map(Instrument::name).orElseGet(() -> pages.texts()
                        .text("component." + located.place().standing().word())),
                stand.map(each -> "/instruments/" + each.slug()).orElse(""),
                located.since().map(since -> days.of(since).day()).orElse(""));
    }

    /** The list for spreadsheets. */
    Answer table(Route.Request request) {
        StringBuilder out = CsvLine.table(HEADINGS);
        for (Row row : rows(request)) {
            Optional<Located> located = FacilityRecords.uuid(row.address().substring("/components/".length()))
                    .flatMap(records.instruments().registry()::component);
            located.ifPresent(each -> CsvLine.append(
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
                                    .orElse(""))));
        }
        return CsvLine.download("components.csv", out);
    }

    private Answer with(Route.Request request, Function<Located, Answer> answer) {
        return FacilityRecords.uuid(request.path("id"))
                .flatMap(records.instruments().registry()::component)
                .map(answer)
                .orElseGet(Answer.Nothing::new);
    }

    private Optional<Instrument> stand(Located located) {
        return located.place().instrumentId().flatMap(records.instruments()::instrument);
    }

    Answer one(Route.Request request) {
        return with(request, located -> page(request, located, ""));
    }

    Answer edit(Route.Request request) {
        return with(request, located -> editor.form(request, RegistryEditor.Subject.of(located, stand(located))));
    }

    Answer change(Route.Request request) {
        return with(request, located -> editor.change(request, RegistryEditor.Subject.of(located, stand(located))));
    }

    /** Moves the component of the form. */
    Answer move(Route.Request request) {
        return with(request, located -> {
            if (sources.demonstration()) {
                return page(request, located, pages.texts().text("register.demonstration"));
            }
            try {
                Upkeep upkeep = editor.upkeep();
                upkeep.move(
                        located.component().id(),
                        place(request.form("to")),
                        time(request, zone(located), records.clock()),
                        new Upkeep.Signature(request.form("by"), request.form("reason")));
                return new Answer.Elsewhere("/components/" + located.component().id());
            } catch (UnusableInputException e) {
                return page(request, located, String.valueOf(e.getMessage()));
            }
        });
    }

    private Move.Place place(String to) {
        if (to.equals(Move.Standing.STORED.word())) {
            return Move.Place.off(Move.Standing.STORED);
        }
        if (to.equals(Move.Standing.RETIRED.word())) {
            return Move.Place.off(Move.Standing.RETIRED);
        }
        return records.instruments()
                .bySlug(to)
                .map(stand -> Move.Place.on(stand.id()))
                .orElseThrow(() -> new UnusableInputException(
                        "Choose where it goes: an instrument, 'stored' or 'retired'; '" + to + "' is none of them."));
    }

    /** When it was, now where nothing was typed. */
    static Instant time(Route.Request request, ZoneId zone, Clock clock) {
        return Optional.of(request.form("at").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> EventForm.time(text, zone))
                .orElseGet(clock::instant);
    }

    private ZoneId zone(Located located) {
        return stand(located).map(records::zone).orElseGet(() -> records.instruments()
                .zone());
    }

    private Answer page(Route.Request request, Located located, String refusal) {
        Component component = located.component();
        Days days = new Days(zone(located), pages.texts().locale());
        RegistryHistory history = new RegistryHistory(records, pages, editor);
        Fields known = records.instruments()
                .registry()
                .fields(Version.Kind.COMPONENT, component.id())
                .orElseGet(() -> Fields.of(component));
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(new Crumb(pages.texts().text("components.title"), "/components")));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("id", component.id().toString());
        values.put("row", row(located, stand(located)));
        values.put("facts", facts(known));
        values.put("notes", known.text(Fields.NOTES));
        values.put("stays", stays(component.id(), days, history));
        values.put("uses", uses(component));
        values.put("history", history.of(component.id(), days));
        values.put("manages", request.may(Permission.MANAGE));
        values.put("to", destinations(located, request.form("to")));
        values.put("at", request.form("at").isEmpty() ? editor.now(zone(located)) : request.form("at"));
        values.put("by", request.form("by"));
        values.put("reason", request.form("reason"));
        return pages.page("component.html", component.name(), values);
    }

    private List<RegistryPages.Fact> facts(Fields known) {
        return known.values().entrySet().stream()
                .filter(each -> !List.of(Fields.NAME, Fields.NOTES).contains(each.getKey()))
                .map(each -> new RegistryPages.Fact(editor.fields().label(each.getKey()), each.getValue(), ""))
                .toList();
    }

    private List<Choice> destinations(Located located, String chosen) {
        List<Choice> all = new ArrayList<>();
        records.instruments().inService().stream()
                .filter(each -> !located.place().isOn(each.id()))
                .map(each -> new Choice(each.slug(), each.name(), each.slug().equals(chosen)))
                .forEach(all::add);
        for (Move.Standing standing : List.of(Move.Standing.STORED, Move.Standing.RETIRED)) {
            if (located.place().standing() != standing) {
                all.add(new Choice(
                        standing.word(),
                        pages.texts().text("component.to." + standing.word()),
                        standing.word().equals(chosen)));
            }
        }
        return all;
    }

    /** Newest first; where it was added with stands last. */
    private List<Stay> stays(UUID component, Days days, RegistryHistory history) {
        List<Stay> stays = new ArrayList<>();
        records.instruments()
                .registry()
                .origin(component)
                .flatMap(records.instruments()::instrument)
                .ifPresent(stand ->
                        stays.add(new Stay("", stand.name(), "/instruments/" + stand.slug(), "", "", List.of())));
        for (Move move : records.instruments().registry().moves(component)) {
            Optional<Instrument> stand = move.place().instrumentId().flatMap(records.instruments()::instrument);
            stays.add(
                    0,
                    new Stay(
                            days.of(move.at()).day() + ", " + days.of(move.at()).time(),
                            stand.map(Instrument::name).orElseGet(() -> pages.texts()
                                    .text("component." + move.place().standing().word())),
                            stand.map(each -> "/instruments/" + each.slug()).orElse(""),
                            move.entered().by(),
                            move.entered().reason(),
                            history.events(move.id())));
        }
        return stays;
    }

    private List<Use> uses(Component component) {
        List<Use> uses = new ArrayList<>();
        for (Configuration path : records.instruments().registry().usesOf(component.id())) {
            records.instruments()
                    .instrument(path.instrumentId())
                    .ifPresent(stand -> uses.add(new Use(
                            stand.name(),
                            path.name(),
                            "/instruments/" + stand.slug() + "/paths/" + path.slug(),
                            path.components().stream()
                                    .anyMatch(each -> each.id().equals(component.id())))));
        }
        return uses;
    }
}
