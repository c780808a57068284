package org.fiducial.web.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.ChangedMeanwhileException;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.PersistentIdentifier;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The registry: all instruments with make and place, and everything that is known of one of them. */
final class RegistryPages {

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final RegistryEditor editor;
    private final RegistryHistory history;
    private final InstrumentExtras extras;

    RegistryPages(
            FacilityRecords records, Pages pages, Sources sources, RegistryEditor editor, InstrumentExtras extras) {
        this.extras = extras;
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.editor = editor;
        this.history = new RegistryHistory(records, pages, editor);
    }

    /** A field that holds something; an address makes it a link. */
    public record Fact(String label, String value, String address) {}

    /** A component of the stand. */
    public record PartRow(
            String id, String address, String kind, String name, String made, String serial, String since) {}

    /** A light path and what is missing of it. */
    public record PathRow(
            String address, String slug, String name, String parts, String retired, List<String> missing) {

        public PathRow {
            missing = List.copyOf(missing);
        }
    }

    /** Everything that is known of one instrument. */
    Answer one(Route.Request request) {
        return with(request, instrument -> page(request, instrument, ""));
    }

    private Answer with(Route.Request request, Function<Instrument, Answer> answer) {
        return records.instruments().bySlug(request.path("slug")).map(answer).orElseGet(Answer.Nothing::new);
    }

    private Answer page(Route.Request request, Instrument instrument, String refusal) {
        Days days = days(instrument);
        Fields known = fields(instrument);
        Optional<LocalDate> asked = Days.parse(request.query("on"));
        Instant at = asked.map(days::endOf).orElseGet(() -> records.clock().instant());
        Registry registry = records.instruments().registry();
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(instrument)));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("slug", instrument.slug());
        values.put("name", instrument.name());
        values.put("facts", facts(known, days));
        values.put("notes", known.text(Fields.NOTES));
        values.put("gone", known.day(Fields.DECOMMISSIONED).map(days::day).orElse(""));
        values.put("on", asked.map(LocalDate::toString).orElse(""));
        values.put("day", asked.map(days::day).orElse(""));
        values.put(
                "today",
                LocalDate.ofInstant(records.clock().instant(), days.zone()).toString());
        values.put(
                "parts",
                registry.componentsOf(instrument.id(), at).stream()
                        .map(each -> part(each, days))
                        .toList());
        Set<UUID> here = records.parts(instrument).stream()
                .map(part -> part.component().id())
                .collect(Collectors.toSet());
        values.put(
                "paths",
                records.instruments().configurations(instrument.id()).stream()
                        .map(path -> path(instrument, path, here))
                        .toList());
        values.put("history", history.of(instrument.id(), days));
        values.put("added", history.added(instrument.id(), days));
        values.put("version", registry.versions(instrument.id()).size() + 1);
        values.put("manages", request.may(Permission.MANAGE));
        values.put("reason", request.form("reason"));
        values.putAll(extras.values(request, instrument, days));
        return pages.page("registry.html", pages.texts().text("registry.of", instrument.name()), values);
    }

    /** Enters a release of software, or shows the page again with a sentence. */
    Answer install(Route.Request request) {
        return extras.install(request, (instrument, refusal) -> page(request, instrument, refusal));
    }

    /** Keeps files, or shows the page again with a sentence. */
    Answer attach(Route.Request request) {
        return extras.attach(request, (instrument, refusal) -> page(request, instrument, refusal));
    }

    /** Takes a file away, or shows the page again with a sentence. */
    Answer detach(Route.Request request) {
        return extras.detach(request, (instrument, refusal) -> page(request, instrument, refusal));
    }

    private List<Fact> facts(Fields known, Days days) {
        return List.of(
                        Fields.MANUFACTURER,
                        Fields.MODEL,
                        Fields.SERIAL,
                        Fields.LOCATION,
                        Fields.COMMISSIONED,
                        Fields.IDENTIFIER)
                .stream()
                .filter(field -> !known.text(field).isEmpty())
                .map(field -> fact(field, known, days))
                .toList();
    }

    private Fact fact(String field, Fields known, Days days) {
        String label = editor.fields().label(field);
        if (field.equals(Fields.COMMISSIONED)) {
            return new Fact(label, known.day(field).map(days::day).orElse(""), "");
        }
        Optional<PersistentIdentifier> identifier = PersistentIdentifier.of(known.text(field));
        return field.equals(Fields.IDENTIFIER) && identifier.isPresent()
                ? new Fact(label, identifier.get().text(), identifier.get().address())
                : new Fact(label, known.text(field), "");
    }

    private PartRow part(Located located, Days days) {
        return new PartRow(
                located.component().id().toString(),
                "/components/" + located.component().id(),
                pages.texts()
                        .text("component.kind." + located.component().kind().word()),
                located.component().name(),
                located.component().make().title(),
                located.component().make().serial(),
                located.since().map(since -> days.of(since).day()).orElse(""));
    }

    private PathRow path(Instrument instrument, Configuration path, Set<UUID> here) {
        return new PathRow(
                "/instruments/" + instrument.slug() + "/paths/" + path.slug(),
                path.slug(),
                path.name(),
                String.join(
                        ", ",
                        path.components().stream().map(each -> each.name()).toList()),
                Optional.ofNullable(records.instruments().retired().get(path.id()))
                        .map(day -> pages.texts()
                                .text("registry.path.retired", days(instrument).day(day), lastReason(path)))
                        .orElse(""),
                missing(path, here));
    }

    private String lastReason(Configuration path) {
        return records.instruments().registry().versions(path.id()).stream()
                .reduce((earlier, later) -> later)
                .map(version -> version.entered().reason())
                .orElse("");
    }

    /** What of a light path is elsewhere now, in words; what is on its instrument is not looked for. */
    private List<String> missing(Configuration path, Set<UUID> here) {
        return path.components().stream()
                .filter(part -> !here.contains(part.id()))
                .flatMap(part -> records.instruments().registry().component(part.id()).stream())
                .filter(located -> !located.place().isOn(path.instrumentId()))
                .map(located -> pages.texts()
                        .text(
                                "registry.missing",
                                located.component().name(),
                                editor.whereabouts(located),
                                located.since()
                                        .map(since -> new Days(
                                                        records.instruments().zone(),
                                                        pages.texts().locale())
                                                .of(since)
                                                .day())
                                        .orElse("")))
                .toList();
    }

    /** Takes an instrument out of service, or back. */
    Answer decommission(Route.Request request) {
        return with(request, instrument -> {
            if (sources.demonstration()) {
                return page(request, instrument, pages.texts().text("register.demonstration"));
            }
            try {
                stand(request, instrument);
                return new Answer.Elsewhere("/instruments/" + instrument.slug() + "/registry");
            } catch (UnusableInputException | ChangedMeanwhileException e) {
                return page(request, instrument, String.valueOf(e.getMessage()));
            }
        });
    }

    private void stand(Route.Request request, Instrument instrument) {
        String seen = request.form("version");
        int version = seen.matches("[0-9]{1,6}")
                ? Integer.parseInt(seen)
                : records.instruments().registry().versions(instrument.id()).size() + 1;
        Upkeep.Signature signature = new Upkeep.Signature(request.form("by"), request.form("reason"));
        if (request.form("back").equals("yes")) {
            editor.upkeep().recommission(instrument.id(), version, signature);
            return;
        }
        LocalDate day = Days.parse(request.form("day"))
                .orElseThrow(() -> new UnusableInputException(
                        "A day is written 2026-03-12, but '" + request.form("day") + "' was typed."));
        editor.upkeep().decommission(instrument.id(), version, day, signature);
    }

    Answer edit(Route.Request request) {
        return with(request, instrument -> editor.form(request, RegistryEditor.Subject.of(instrument)));
    }

    Answer change(Route.Request request) {
        return with(request, instrument -> editor.change(request, RegistryEditor.Subject.of(instrument)));
    }

    Answer editPath(Route.Request request) {
        return withPath(request, subject -> editor.form(request, subject));
    }

    Answer changePath(Route.Request request) {
        return withPath(request, subject -> editor.change(request, subject));
    }

    /** Retires a light path, or takes it into use again. */
    Answer retire(Route.Request request) {
        return withPath(request, subject -> editor.retire(request, subject));
    }

    private Answer withPath(Route.Request request, Function<RegistryEditor.Subject, Answer> answer) {
        return with(request, instrument -> records.instruments().configurations(instrument.id()).stream()
                .filter(path -> path.slug().equals(request.path("path")))
                .findFirst()
                .map(path -> answer.apply(RegistryEditor.Subject.of(path, instrument)))
                .orElseGet(Answer.Nothing::new));
    }

    /** A form that adds a light path. */
    Answer newPath(Route.Request request) {
        return with(request, instrument -> pathForm(request, instrument, ""));
    }

    Answer addPath(Route.Request request) {
        return with(request, instrument -> {
            if (sources.demonstration()) {
                return pathForm(request, instrument, pages.texts().text("register.demonstration"));
            }
            try {
                NewPathForm form = new NewPathForm(request, records, editor.fields());
                editor.upkeep()
                        .add(
                                form.path(sources.ids().get(), instrument),
                                new Upkeep.Signature(request.form("by"), request.form("reason")));
                return new Answer.Elsewhere("/instruments/" + instrument.slug() + "/registry");
            } catch (UnusableInputException | IllegalArgumentException | DuplicateSlugException e) {
                return pathForm(request, instrument, RegistrationForm.sentence(e));
            }
        });
    }

    private Answer pathForm(Route.Request request, Instrument instrument, String refusal) {
        Map<String, Object> values = new NewPathForm(request, records, editor.fields())
                .values(instrument, sources.demonstration(), pages.texts());
        values.put("refusal", refusal);
        values.put(
                "trail",
                List.of(
                        Crumb.instruments(pages.texts()),
                        Crumb.of(instrument),
                        new Crumb(
                                pages.texts().text("registry.title"),
                                "/instruments/" + instrument.slug() + "/registry")));
        return pages.page("registry-edit.html", pages.texts().text("registry.path.add"), values);
    }

    private Fields fields(Instrument instrument) {
        UUID id = instrument.id();
        return records.instruments()
                .registry()
                .fields(Version.Kind.INSTRUMENT, id)
                .orElseGet(() -> Fields.of(instrument));
    }

    private Days days(Instrument instrument) {
        return new Days(records.zone(instrument), pages.texts().locale());
    }
}
