package org.fiducial.facility.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.coverage.PartClaim.Covering;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.service.Event.Effect;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.status.Known;
import org.fiducial.facility.status.Validity;

/**
 * What the checks say of a light path over a span of days, as it is known today.
 *
 * @param span the days
 * @param path the light path, as it was last in these days
 * @param parts what each protocol says, the worst first, what was never done last
 * @param open events that restricted its use in these days, newest first
 * @param between what happened to its parts between the checks around these days, oldest first
 * @param everThere whether the light path was there and whole on all of these days
 */
public record Coverage(
        Span span,
        Configuration path,
        List<PartClaim> parts,
        List<LoggedEvent> open,
        List<LoggedEvent> between,
        boolean everThere) {

    private static final Comparator<LoggedEvent> OLDEST_FIRST = Comparator.comparing(
                    (LoggedEvent logged) -> logged.event().at())
            .thenComparing(logged -> logged.event().id());

    public Coverage {
        parts = List.copyOf(parts);
        open = List.copyOf(open);
        between = List.copyOf(between);
    }

    /**
     * A time in which the light paths of an instrument stayed the same.
     *
     * @param from its first moment
     * @param to its last moment
     * @param known what is known of the instrument, with the light paths of then
     */
    public record Stretch(Instant from, Instant to, Known known) {}

    /** What may be said of the light path as a whole. */
    public Claim claim() {
        if (opened(Effect.DO_NOT_USE)) {
            return Claim.OUT_OF_USE;
        }
        Claim checked = Claim.of(parts.stream().map(PartClaim::claim).toList());
        if (!everThere && checked.strength() > Claim.NOT_ESTABLISHED.strength()) {
            return Claim.NOT_ESTABLISHED;
        }
        return checked == Claim.WITHIN_LIMITS && opened(Effect.USABLE_WITH_CARE) ? Claim.WITH_CARE : checked;
    }

    private boolean opened(Effect effect) {
        return open.stream().anyMatch(each -> each.event().report().effect() == effect);
    }

    /** The checks that bracket these days, of all protocols, each once, oldest first. */
    public List<Covering> checks() {
        return parts.stream()
                .flatMap(part -> part.checks().stream())
                .distinct()
                .sorted(Comparator.comparing((Covering each) -> each.check().measuredAt())
                        .thenComparing(each -> each.check().id()))
                .toList();
    }

    /**
     * What is known of a light path over a span.
     *
     * @param stretches the span cut where light paths or their parts became others, in order; at least one has the light path
     * @param asked the light path
     * @param validity how long checks hold and what they speak for
     * @param wanted protocols that speak for something of it, whether ever done or not
     */
    static Coverage of(Span span, List<Stretch> stretches, UUID asked, Validity validity, List<Wanted> wanted) {
        List<PathStretch> there = stretches.stream()
                .flatMap(stretch -> PathStretch.of(stretch, asked, validity).stream())
                .toList();
        Configuration path = there.get(there.size() - 1).path();
        boolean everThere = there.size() == stretches.size();
        List<PartClaim> parts = Weighing.parts(there, validity, wanted);
        Set<UUID> components = there.stream()
                .flatMap(stretch -> stretch.path().components().stream())
                .map(Component::id)
                .collect(Collectors.toSet());
        List<LoggedEvent> events = stretches.get(0).known().events().stream()
                .filter(each -> each.concerns(List.copyOf(components)))
                .sorted(OLDEST_FIRST)
                .toList();
        List<LoggedEvent> open = new ArrayList<>(
                events.stream().filter(each -> wasOpen(each, span)).toList());
        open.sort(OLDEST_FIRST.reversed());
        return new Coverage(span, path, parts, open, between(events, parts, span), everThere);
    }

    private static boolean wasOpen(LoggedEvent event, Span span) {
        Instant begun = event.event().at();
        return !begun.isAfter(span.to()) && event.isOpen(begun.isAfter(span.from()) ? begun : span.from());
    }

    /** Those between the first and the last of the checks, and what a claim rests on that has no check after it. */
    private static List<LoggedEvent> between(List<LoggedEvent> events, List<PartClaim> parts, Span span) {
        List<Instant> bounds = Stream.of(
                        Stream.of(span.from(), span.to()),
                        parts.stream()
                                .flatMap(part -> part.checks().stream())
                                .map(Covering::check)
                                .map(CheckSummary::measuredAt),
                        parts.stream()
                                .flatMap(part -> part.weakest().stream())
                                .flatMap(finding -> finding.bracket().between().stream())
                                .map(logged -> logged.event().at()))
                .<Instant>flatMap(each -> each)
                .sorted()
                .toList();
        Instant first = bounds.get(0);
        Instant last = bounds.get(bounds.size() - 1);
        return events.stream()
                .filter(each ->
                        !each.event().at().isBefore(first) && !each.event().at().isAfter(last))
                .toList();
    }
}
