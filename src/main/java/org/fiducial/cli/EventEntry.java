package org.fiducial.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.Spelling;

/** Reads what people type about events, by the record. */
final class EventEntry {

    private final FacilityRecord record;

    EventEntry(FacilityRecord record) {
        this.record = record;
    }

    Instrument instrument(String slug) {
        return record.instruments()
                .bySlug(slug)
                .orElseThrow(() -> new UnusableCommandException("There is no instrument '" + slug + "'; "
                        + Spelling.advice(
                                slug,
                                record.instruments().all().stream()
                                        .map(Instrument::slug)
                                        .toList())
                        + "."));
    }

    /** The parts of these names among the light paths of an instrument. */
    List<UUID> parts(Instrument instrument, List<String> names) {
        List<Component> known = record.instruments().configurations(instrument.id()).stream()
                .flatMap(configuration -> configuration.components().stream())
                .distinct()
                .toList();
        return names.stream()
                .map(name -> known.stream()
                        .filter(part -> part.name().equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .map(Component::id)
                        .orElseThrow(() -> new UnusableCommandException("Instrument '" + instrument.slug()
                                + "' has no part '" + name + "'; "
                                + Spelling.advice(
                                        name,
                                        known.stream().map(Component::name).toList())
                                + ".")))
                .distinct()
                .toList();
    }

    LoggedEvent event(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .flatMap(text -> record.events().byId(UUID.fromString(text)))
                .orElseThrow(() -> new UnusableCommandException(
                        "There is no event '" + id + "'; 'fiducial event list' shows them with their identifiers."));
    }

    static String text(String what) {
        if (what.isBlank()) {
            throw new UnusableCommandException("What happened is missing; say it in a few words.");
        }
        return what.strip();
    }

    static Event.Kind kind(String word) {
        return Event.Kind.of(word).orElseThrow(() -> unknown("kind of event", word, Event.Kind.values()));
    }

    static Event.Effect effect(String word) {
        return Event.Effect.of(word).orElseThrow(() -> unknown("effect", word, Event.Effect.values()));
    }

    static FollowUp.Step step(String word, String text) {
        FollowUp.Step step = FollowUp.Step.of(word).orElseThrow(() -> unknown("step", word, FollowUp.Step.values()));
        if (step == FollowUp.Step.WITHDRAWN && text.isBlank()) {
            throw new UnusableCommandException("Why the event is withdrawn is missing; say it in a few words.");
        }
        return step;
    }

    private static UnusableCommandException unknown(String what, String word, Enum<?>[] known) {
        return new UnusableCommandException("'" + word + "' is no " + what + "; it is one of "
                + Arrays.stream(known)
                        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", "))
                + ".");
    }
}
