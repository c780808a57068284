package org.fiducial.facility.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Component;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * How long checks hold and what they speak for, as their protocols say; one of a protocol nobody knows any more holds a year
 * and speaks for its own light path only.
 *
 * <p>A protocol speaks for what any of its judged metrics speaks for. What lies between components is taken as the same
 * where the components at its ends are: the illumination path with source and line. A pair of channels is of one light path
 * only.
 *
 * @param definitions the protocol of a reference
 */
public record ProtocolValidity(Function<ProtocolReference, Optional<ProtocolDefinition>> definitions)
        implements Validity {

    private static final int USUAL_INTERVAL_DAYS = 365;

    @Override
    public Instant holdsUntil(CheckSummary check) {
        int days = definitions
                .apply(check.protocol())
                .map(ProtocolDefinition::intervalDays)
                .orElse(USUAL_INTERVAL_DAYS);
        return check.measuredAt().plus(Duration.ofDays(days));
    }

    @Override
    public boolean speaksFor(ProtocolReference protocol, Component.Kind kind) {
        List<MicroscopePart> parts = definitions.apply(protocol).stream()
                .flatMap(definition -> parts(definition).stream())
                .toList();
        return !parts.contains(MicroscopePart.CHANNEL_PAIR)
                && parts.stream().anyMatch(part -> kinds(part).contains(kind));
    }

    /** What the judged metrics of a protocol speak for. */
    public static Set<MicroscopePart> parts(ProtocolDefinition definition) {
        return definition.limits().stream()
                .map(DefaultLimit::metric)
                .flatMap(metric -> definition.metric(metric).stream())
                .map(MetricDefinition::covers)
                .flatMap(parts -> parts.stream())
                .collect(Collectors.toSet());
    }

    /** The components that are such a part, or what lies between them. */
    public static Set<Component.Kind> kinds(MicroscopePart part) {
        return switch (part) {
            case OBJECTIVE -> Set.of(Component.Kind.OBJECTIVE);
            case LIGHT_SOURCE -> Set.of(Component.Kind.LIGHT_SOURCE);
            case LINE -> Set.of(Component.Kind.LINE);
            case FILTER -> Set.of(Component.Kind.FILTER);
            case DETECTOR -> Set.of(Component.Kind.DETECTOR);
            case STAGE -> Set.of(Component.Kind.STAGE);
            case SCANNER -> Set.of(Component.Kind.SCANNER);
            case ILLUMINATION_PATH -> Set.of(Component.Kind.LIGHT_SOURCE, Component.Kind.LINE);
            case CHANNEL_PAIR, STAND -> Set.of();
        };
    }
}
