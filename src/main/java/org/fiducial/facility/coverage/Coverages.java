package org.fiducial.facility.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.service.Events;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.status.Known;
import org.fiducial.facility.status.SpeakingChecks;
import org.fiducial.facility.status.Validity;
import org.fiducial.metrology.protocol.Catalogue;

/**
 * Answers from the record for what its checks say of a light path over some days.
 *
 * @param instruments the light paths
 * @param checks the checks
 * @param events what happened
 * @param doubts what recalls of the kit mean for checks
 * @param catalogue the protocols there are
 */
public record Coverages(
        Instruments instruments, Checks checks, Events events, Supplier<Doubts> doubts, Catalogue catalogue) {

    /** The light paths an instrument had on any of some days, each as it was last then; in the order of their names. */
    public List<Configuration> paths(Instrument instrument, Span span) {
        List<List<Configuration>> stretches = new ArrayList<>();
        beginnings(instrument, span).forEach(at -> stretches.add(instruments.configurations(instrument.id(), at)));
        return instruments.configurations(instrument.id()).stream()
                .flatMap(known -> stretches.stream()
                        .flatMap(List::stream)
                        .filter(each -> each.id().equals(known.id()))
                        .reduce((earlier, later) -> later)
                        .stream())
                .toList();
    }

    /**
     * What the checks say of a light path over a span.
     *
     * @param validity how long checks hold and what they speak for
     * @return empty where the instrument had no such light path on any of these days
     */
    public Optional<Coverage> of(Instrument instrument, UUID path, Span span, Validity validity) {
        List<Instant> begin = beginnings(instrument, span);
        List<List<Configuration>> paths = begin.stream()
                .map(at -> instruments.configurations(instrument.id(), at))
                .toList();
        if (paths.stream().flatMap(List::stream).noneMatch(each -> each.id().equals(path))) {
            return Optional.empty();
        }
        Doubts cast = doubts.get();
        Checks.Around around = new Checks.Around(related(paths, path), span.from(), span.to());
        SpeakingChecks speaking = SpeakingChecks.find(
                checks,
                paths.stream().flatMap(List::stream).toList(),
                cast.doubtful(instrument.id()),
                passed -> checks.around(instrument.id(), around, passed));
        List<LoggedEvent> happened = events.ofInstrument(instrument.id());
        List<Coverage.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < begin.size(); i++) {
            Instant end = i + 1 < begin.size() ? begin.get(i + 1).minusMillis(1) : span.to();
            stretches.add(new Coverage.Stretch(
                    begin.get(i), end, new Known(paths.get(i), speaking.checks(), happened, cast, speaking.lines())));
        }
        return Optional.of(Coverage.of(span, stretches, path, validity, Wanted.of(catalogue)));
    }

    private List<Instant> beginnings(Instrument instrument, Span span) {
        return Stream.concat(
                        Stream.of(span.from()),
                        instruments.turns(instrument.id()).stream()
                                .filter(turn -> turn.isAfter(span.from()) && !turn.isAfter(span.to())))
                .distinct()
                .toList();
    }

    /** The light path, and all that ever share a component with it in this time: only their checks can speak for it. */
    private static Set<UUID> related(List<List<Configuration>> stretches, UUID path) {
        Set<UUID> related = stretches.stream()
                .flatMap(paths -> {
                    Set<UUID> parts = paths.stream()
                            .filter(each -> each.id().equals(path))
                            .flatMap(each -> each.components().stream())
                            .map(Component::id)
                            .collect(Collectors.toSet());
                    return paths.stream()
                            .filter(each -> each.components().stream().anyMatch(part -> parts.contains(part.id())));
                })
                .map(Configuration::id)
                .collect(Collectors.toSet());
        related.add(path);
        return related;
    }
}
