package org.fiducial.facility.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Version;

/** What changes of the registry were as events. */
final class UpkeepEvents {

    private final Instruments instruments;
    private final Supplier<UUID> ids;

    UpkeepEvents(Instruments instruments, Supplier<UUID> ids) {
        this.instruments = instruments;
        this.ids = ids;
    }

    /** A part exchanged and a place changed are events; a correction of what was written is none. */
    List<Event> of(Version version) {
        if (version.since().isEmpty()) {
            return List.of();
        }
        Instant at = version.since().orElseThrow();
        String reason = version.entered().reason();
        if (version.key().kind() == Version.Kind.INSTRUMENT) {
            String to = version.after().text(Fields.LOCATION);
            return to.equals(version.before().text(Fields.LOCATION))
                    ? List.of()
                    : List.of(event(
                            version.key().subjectId(),
                            Event.Kind.MOVE,
                            at,
                            new What("Moved to " + (to.isEmpty() ? "another place" : to) + ": " + reason, List.of()),
                            version.entered()));
        }
        if (version.key().kind() == Version.Kind.COMPONENT) {
            return List.of();
        }
        Configuration path = instruments
                .configuration(version.key().subjectId())
                .orElseThrow(() -> new IllegalArgumentException("there is no such light path"));
        List<UUID> exchanged =
                exchanged(version.before().components(), version.after().components());
        return exchanged.isEmpty()
                ? List.of()
                : List.of(event(
                        path.instrumentId(),
                        Event.Kind.EXCHANGE,
                        at,
                        new What("Light path " + path.name() + " has other parts: " + reason, exchanged),
                        version.entered()));
    }

    private static List<UUID> exchanged(List<UUID> before, List<UUID> after) {
        Set<UUID> all = new LinkedHashSet<>(before);
        all.addAll(after);
        return all.stream()
                .filter(part -> before.contains(part) != after.contains(part))
                .toList();
    }

    /** A move is an exchange on the instrument it leaves and on the one it comes to. */
    List<Event> of(Located from, Move move) {
        String part = from.component().name();
        String reason = move.entered().reason();
        List<UUID> parts = List.of(move.componentId());
        List<Event> exchanges = new ArrayList<>();
        String where = move.place()
                .instrumentId()
                .map(this::name)
                .map(name -> "went to " + name)
                .orElse(move.place().standing() == Move.Standing.STORED ? "was put away" : "was taken out of service");
        from.place()
                .instrumentId()
                .ifPresent(id -> exchanges.add(event(
                        id,
                        Event.Kind.EXCHANGE,
                        move.at(),
                        new What(part + " " + where + ": " + reason, parts),
                        move.entered())));
        String whence = from.place()
                .instrumentId()
                .map(this::name)
                .map(name -> "came from " + name)
                .orElse("was mounted");
        move.place()
                .instrumentId()
                .ifPresent(id -> exchanges.add(event(
                        id,
                        Event.Kind.EXCHANGE,
                        move.at(),
                        new What(part + " " + whence + ": " + reason, parts),
                        move.entered())));
        return exchanges;
    }

    /** A part that came to an instrument without having been anywhere before. */
    Event ofArrival(Component component, UUID instrument, Move first) {
        String reason = first.entered().reason();
        return event(
                instrument,
                Event.Kind.EXCHANGE,
                first.at(),
                new What(
                        component.name() + " was mounted" + (reason.isBlank() ? "" : ": " + reason),
                        List.of(component.id())),
                first.entered());
    }

    /** What an event is of. */
    record What(String text, List<UUID> parts) {}

    Event event(UUID instrument, Event.Kind kind, Instant at, What what, Entered entered) {
        return new Event(
                ids.get(),
                instrument,
                kind,
                at,
                new Event.Report(what.text(), what.parts(), Event.Effect.NONE, Loss.none()),
                new Event.Entry(entered.by(), entered.at(), entered.zone()));
    }

    private String name(UUID instrumentId) {
        return instruments.instrument(instrumentId).map(Instrument::name).orElse("another instrument");
    }
}
