package org.fiducial.facility.release;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.service.Event;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Work;

/**
 * What protocols ask for after an event, by their own word: {@code after} in {@code protocol.yaml}.
 *
 * <p>A service is taken as repair, realignment and cleaning together, since nobody said which; moving a part is exchanging
 * it for the stand it comes to. A fault asks for nothing, because no protocol speaks of it. Where no
 * part is named, every part of the light path was worked on, what lies between them and the stand.
 *
 * @param event what happened
 */
record AskedAfter(Event event) {

    Set<Work> work() {
        return switch (event.kind()) {
            case FAULT -> Set.of();
            case SOFTWARE_UPDATE -> EnumSet.of(Work.UPDATED);
            case SERVICE -> EnumSet.of(Work.REPAIRED, Work.REALIGNED, Work.CLEANED);
            case REPAIR -> EnumSet.of(Work.REPAIRED);
            case EXCHANGE -> EnumSet.of(Work.EXCHANGED);
            case REALIGNMENT -> EnumSet.of(Work.REALIGNED);
            case CLEANING -> EnumSet.of(Work.CLEANED);
            case MOVE -> named().isEmpty() ? EnumSet.of(Work.MOVED) : EnumSet.of(Work.MOVED, Work.EXCHANGED);
        };
    }

    private List<UUID> named() {
        return event.report().components();
    }

    /** Whether a light path holds what was worked on. */
    boolean touches(Configuration path) {
        return named().isEmpty()
                || path.components().stream().map(Component::id).anyMatch(named()::contains);
    }

    /** What was worked on in a light path. */
    Set<MicroscopePart> parts(Configuration path) {
        Set<MicroscopePart> parts = EnumSet.noneOf(MicroscopePart.class);
        path.components().stream()
                .filter(part -> named().isEmpty() || named().contains(part.id()))
                .map(part -> part(part.kind()))
                .forEach(parts::add);
        if (named().isEmpty()) {
            parts.add(MicroscopePart.ILLUMINATION_PATH);
            parts.add(MicroscopePart.STAND);
        }
        return parts;
    }

    /** Whether a protocol asks for a check of a light path. */
    boolean asks(ProtocolDefinition protocol, Configuration path) {
        return parts(path).stream().anyMatch(part -> asks(protocol, part));
    }

    private boolean asks(ProtocolDefinition protocol, MicroscopePart part) {
        return work().stream().anyMatch(each -> protocol.guidance().asksAfter(each, part));
    }

    /** Components that were worked on, or the moved stand, for which none of the protocols asks for anything. */
    List<MicroscopePart> unknown(List<Configuration> paths, List<ProtocolDefinition> protocols) {
        Set<MicroscopePart> touched = EnumSet.noneOf(MicroscopePart.class);
        paths.stream()
                .flatMap(path -> path.components().stream())
                .filter(part -> named().isEmpty() || named().contains(part.id()))
                .map(part -> part(part.kind()))
                .forEach(touched::add);
        return concerned(touched)
                .filter(part -> protocols.stream().noneMatch(protocol -> asks(protocol, part)))
                .toList();
    }

    /** Where no part is named, a move is of the stand, and an update of no part in particular. */
    private Stream<MicroscopePart> concerned(Set<MicroscopePart> touched) {
        if (!named().isEmpty()) {
            return touched.stream();
        }
        return switch (event.kind()) {
            case MOVE -> Stream.of(MicroscopePart.STAND);
            case SOFTWARE_UPDATE -> Stream.empty();
            case FAULT, SERVICE, REPAIR, EXCHANGE, REALIGNMENT, CLEANING -> touched.stream();
        };
    }

    /**
     * The parts of a light path a check of a protocol speaks for; none where it speaks for its own light path only, as with
     * a pair of channels.
     */
    static List<UUID> covered(ProtocolDefinition protocol, Configuration path) {
        List<MicroscopePart> speaksFor = protocol.limits().stream()
                .flatMap(limit -> protocol.metric(limit.metric()).stream())
                .map(MetricDefinition::covers)
                .flatMap(List::stream)
                .toList();
        if (speaksFor.contains(MicroscopePart.CHANNEL_PAIR)) {
            return List.of();
        }
        boolean between = speaksFor.contains(MicroscopePart.ILLUMINATION_PATH);
        return path.components().stream()
                .filter(part -> speaksFor.contains(part(part.kind())) || (between && lights(part.kind())))
                .map(Component::id)
                .toList();
    }

    private static boolean lights(Component.Kind kind) {
        return kind == Component.Kind.LIGHT_SOURCE || kind == Component.Kind.LINE;
    }

    private static MicroscopePart part(Component.Kind kind) {
        return Arrays.stream(MicroscopePart.values())
                .filter(part -> part.name().equals(kind.name()))
                .findFirst()
                .orElse(MicroscopePart.STAND);
    }
}
