package org.fiducial.web.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.fiducial.web.event.EventForm;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The pages of a component: its life, and the forms that change and move it. */
final class ComponentPages {

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final RegistryEditor editor;
    private final ComponentList list;

    ComponentPages(FacilityRecords records, Pages pages, Sources sources, RegistryEditor editor, ComponentList list) {
        this.list = list;
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.editor = editor;
    }

    /** A place in the life of a component. */
    public record Stay(String from, String place, String address, String by, String reason, List<String> events) {

        public Stay {
            events = List.copyOf(events);
        }
    }

    /** A light path a component is or was a part of. */
    public record Use(String instrument, String path, String address, boolean holds) {}

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
        values.put("row", list.row(located, stand(located)));
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
