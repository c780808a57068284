package org.fiducial.web.registry;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.ChangedMeanwhileException;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.event.EventForm;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/**
 * The form that changes what the registry holds of a thing. Who comes second is told what changed and keeps what was typed.
 */
final class RegistryEditor {

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final RegistryFields fields;

    RegistryEditor(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.fields = new RegistryFields(records.catalogue(), pages.texts());
    }

    /** A part of the stand a light path may be made of. */
    public record PartChoice(String id, String name, String kind, String away, boolean chosen) {}

    /** A field somebody else changed meanwhile: what it says now, and what was typed where that differs. */
    public record Conflict(String label, String before, String now, String typed) {}

    /**
     * What is changed.
     *
     * @param kind of what
     * @param part what kind of component it is
     * @param stand the instrument it belongs to or is on
     * @param place how the page is called and where it leads
     */
    record Subject(Version.Kind kind, UUID id, Optional<Component.Kind> part, Optional<Instrument> stand, Place place) {

        static Subject of(Instrument instrument) {
            return new Subject(
                    Version.Kind.INSTRUMENT,
                    instrument.id(),
                    Optional.empty(),
                    Optional.of(instrument),
                    new Place(
                            instrument.name(),
                            "/instruments/" + instrument.slug() + "/edit",
                            "/instruments/" + instrument.slug() + "/registry"));
        }

        static Subject of(Configuration path, Instrument instrument) {
            return new Subject(
                    Version.Kind.CONFIGURATION,
                    path.id(),
                    Optional.empty(),
                    Optional.of(instrument),
                    new Place(
                            path.name(),
                            "/instruments/" + instrument.slug() + "/paths/" + path.slug(),
                            "/instruments/" + instrument.slug() + "/registry"));
        }

        static Subject of(Located located, Optional<Instrument> stand) {
            String address = "/components/" + located.component().id();
            return new Subject(
                    Version.Kind.COMPONENT,
                    located.component().id(),
                    Optional.of(located.component().kind()),
                    stand,
                    new Place(located.component().name(), address + "/edit", address));
        }
    }

    /** Where a form is, where it is sent to, and where it leads. */
    record Place(String name, String action, String back) {}

    /** The form, filled with what is known. */
    Answer form(Route.Request request, Subject subject) {
        Fields known = known(subject);
        return page(request, subject, new Shown(known, newest(subject), "", List.of()));
    }

    /** Changes what the form says, or shows it again with a sentence. */
    Answer change(Route.Request request, Subject subject) {
        Fields typed = typed(request, subject, seenFields(request, subject));
        if (sources.demonstration()) {
            return page(
                    request,
                    subject,
                    new Shown(typed, newest(subject), pages.texts().text("register.demonstration"), List.of()));
        }
        try {
            fields.require(typed.properties());
            upkeep().edit(
                            new Upkeep.Subject(subject.kind(), subject.id(), seen(request, subject)),
                            typed,
                            since(request, zone(subject)),
                            new Upkeep.Signature(request.form("by"), request.form("reason")));
            return new Answer.Elsewhere(subject.place().back());
        } catch (ChangedMeanwhileException e) {
            return page(request, subject, merged(request, subject, typed));
        } catch (UnusableInputException e) {
            return page(
                    request,
                    subject,
                    new Shown(typed, seen(request, subject), String.valueOf(e.getMessage()), List.of()));
        } catch (IllegalArgumentException e) {
            return page(request, subject, new Shown(typed, newest(subject), RegistrationForm.sentence(e), List.of()));
        }
    }

    /** Retires a light path, or takes it into use again, or shows its form with a sentence. */
    Answer retire(Route.Request request, Subject subject) {
        if (sources.demonstration()) {
            return refused(request, subject, pages.texts().text("register.demonstration"));
        }
        Upkeep.Signature signature = new Upkeep.Signature(request.form("by"), request.form("reason"));
        try {
            int seen = seen(request, subject);
            Instant at = request.form("at").isBlank()
                    ? records.clock().instant().truncatedTo(ChronoUnit.MILLIS)
                    : EventForm.time(request.form("at").strip(), zone(subject));
            if (request.form("back").equals("yes")) {
                upkeep().reinstate(subject.id(), seen, at, signature);
            } else {
                upkeep().retire(subject.id(), seen, at, signature);
            }
            return new Answer.Elsewhere(subject.place().back());
        } catch (ChangedMeanwhileException | UnusableInputException e) {
            return refused(request, subject, String.valueOf(e.getMessage()));
        }
    }

    private Answer refused(Route.Request request, Subject subject, String sentence) {
        return page(request, subject, new Shown(known(subject), newest(subject), sentence, List.of()));
    }

    /** What a form shows: the fields, the version they will supersede, and why it is shown again. */
    private record Shown(Fields values, int version, String refusal, List<Conflict> conflicts) {}

    /** What somebody else changed is taken over where the person left it alone; where both did, what was typed stays. */
    private Shown merged(Route.Request request, Subject subject, Fields typed) {
        Fields base = seenFields(request, subject);
        Fields now = known(subject);
        Fields merged = typed;
        List<Conflict> conflicts = new ArrayList<>();
        for (Fields.Change theirs : base.changesTo(now)) {
            String mine = typed.text(theirs.field());
            boolean untouched = mine.equals(theirs.from());
            merged = untouched ? merged.with(theirs.field(), theirs.to()) : merged;
            conflicts.add(new Conflict(
                    fields.label(theirs.field()),
                    words(theirs.field(), theirs.from()),
                    words(theirs.field(), theirs.to()),
                    untouched || mine.equals(theirs.to()) ? "" : words(theirs.field(), mine)));
        }
        List<Version> versions = records.instruments().registry().versions(subject.id());
        String by = versions.get(versions.size() - 1).entered().by();
        String who = by.isEmpty() ? pages.texts().text("registry.somebody") : by;
        return new Shown(merged, newest(subject), pages.texts().text("registry.meanwhile", who), conflicts);
    }

    private Fields seenFields(Route.Request request, Subject subject) {
        int seen = seen(request, subject);
        List<Version> versions = records.instruments().registry().versions(subject.id());
        return versions.stream()
                .filter(version -> version.key().number() == seen + 1)
                .findFirst()
                .map(Version::before)
                .orElseGet(() -> known(subject));
    }

    private int seen(Route.Request request, Subject subject) {
        String version = request.form("version");
        return version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : newest(subject);
    }

    private int newest(Subject subject) {
        return records.instruments().registry().versions(subject.id()).size() + 1;
    }

    private Fields known(Subject subject) {
        return records.instruments()
                .registry()
                .fields(subject.kind(), subject.id())
                .orElseThrow(() -> new IllegalStateException("what is changed is in the record"));
    }

    /** The fields as typed; one that was not sent stays as it was. */
    private Fields typed(Route.Request request, Subject subject, Fields known) {
        Fields typed = known;
        for (String name : fields.of(subject.kind(), subject.part(), known)) {
            if (request.sent().fields().containsKey(name)) {
                typed = typed.with(name, request.form(name).replace("\r\n", "\n"));
            }
        }
        if (subject.kind() == Version.Kind.CONFIGURATION
                && request.sent().fields().keySet().stream().anyMatch(name -> name.startsWith("part"))) {
            typed = typed.with(Fields.COMPONENTS, parts(request, subject, known));
        }
        return typed;
    }

    /** Those that were there keep their order; what is added comes after them. */
    private String parts(Route.Request request, Subject subject, Fields known) {
        Set<UUID> offered = new LinkedHashSet<>(known.components());
        onStand(subject).forEach(each -> offered.add(each.component().id()));
        return offered.stream()
                .filter(id -> !request.form("part." + id).isEmpty())
                .map(UUID::toString)
                .collect(Collectors.joining(" "));
    }

    private List<Located> onStand(Subject subject) {
        return subject.stand()
                .map(stand -> records.instruments()
                        .registry()
                        .componentsOf(stand.id(), records.clock().instant()))
                .orElse(List.of());
    }

    /** When the thing itself was changed; empty for a correction. */
    static Optional<Instant> since(Route.Request request, ZoneId zone) {
        if (!request.form("nature").equals("change")) {
            return Optional.empty();
        }
        return Optional.of(EventForm.time(request.form("since").strip(), zone));
    }

    private ZoneId zone(Subject subject) {
        return subject.stand().map(records::zone).orElseGet(() -> records.instruments()
                .zone());
    }

    Upkeep upkeep() {
        return new Upkeep(records.instruments(), records.events(), records.clock(), sources.ids());
    }

    private Answer page(Route.Request request, Subject subject, Shown shown) {
        Map<String, Object> values = new HashMap<>();
        values.put("trail", trail(subject));
        values.put("place", subject.place());
        values.put("refusal", shown.refusal());
        values.put("conflicts", shown.conflicts());
        values.put("demonstration", sources.demonstration());
        values.put("version", shown.version());
        values.put("fields", fields.fields(fields.of(subject.kind(), subject.part(), shown.values()), shown.values()));
        values.put("parts", choices(subject, shown.values()));
        values.put("isPath", subject.kind() == Version.Kind.CONFIGURATION);
        values.put("retired", known(subject).day(Fields.RETIRED).isPresent());
        values.put("dated", subject.kind() != Version.Kind.COMPONENT);
        values.put("change", request.form("nature").equals("change"));
        values.put("since", request.form("since").isEmpty() ? now(zone(subject)) : request.form("since"));
        values.put("by", request.form("by"));
        values.put("reason", request.form("reason"));
        return pages.page(
                "registry-edit.html",
                pages.texts().text("registry.edit.title", subject.place().name()),
                values);
    }

    String now(ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                .format(LocalDateTime.ofInstant(records.clock().instant(), zone));
    }

    private List<Crumb> trail(Subject subject) {
        List<Crumb> trail = new ArrayList<>();
        if (subject.kind() == Version.Kind.COMPONENT) {
            trail.add(new Crumb(pages.texts().text("components.title"), "/components"));
            trail.add(new Crumb(subject.place().name(), subject.place().back()));
            return trail;
        }
        trail.add(Crumb.instruments(pages.texts()));
        subject.stand().ifPresent(stand -> {
            trail.add(Crumb.of(stand));
            trail.add(new Crumb(pages.texts().text("registry.title"), "/instruments/" + stand.slug() + "/registry"));
        });
        return trail;
    }

    private List<PartChoice> choices(Subject subject, Fields values) {
        if (subject.kind() != Version.Kind.CONFIGURATION) {
            return List.of();
        }
        List<PartChoice> choices = new ArrayList<>();
        List<Located> here = onStand(subject);
        here.forEach(each -> choices.add(choice(each, "", values)));
        values.components().stream()
                .filter(id ->
                        here.stream().noneMatch(each -> each.component().id().equals(id)))
                .flatMap(id -> records.instruments().registry().component(id).stream())
                .forEach(each -> choices.add(choice(each, whereabouts(each), values)));
        return choices;
    }

    private PartChoice choice(Located located, String away, Fields values) {
        Component component = located.component();
        return new PartChoice(
                component.id().toString(),
                component.name(),
                pages.texts().text("component.kind." + component.kind().word()),
                away,
                values.components().contains(component.id()));
    }

    /** Where a component is, in words. */
    String whereabouts(Located located) {
        return located.place()
                .instrumentId()
                .flatMap(records.instruments()::instrument)
                .map(instrument -> pages.texts().text("component.on", instrument.name()))
                .orElseGet(() -> pages.texts()
                        .text("component." + located.place().standing().word()));
    }

    /** What a field says, for people: parts by their names. */
    String words(String field, String value) {
        if (!field.equals(Fields.COMPONENTS)) {
            return value;
        }
        return new Fields(new TreeMap<>(Map.of(Fields.COMPONENTS, value)))
                .components().stream()
                        .map(id -> records.instruments()
                                .registry()
                                .component(id)
                                .map(each -> each.component().name())
                                .orElse(id.toString()))
                        .collect(Collectors.joining(", "));
    }

    RegistryFields fields() {
        return fields;
    }
}
