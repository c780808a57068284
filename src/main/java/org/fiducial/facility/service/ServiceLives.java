package org.fiducial.facility.service;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;

/** When each instrument was in service, by the registry, and where that says nothing by the first check or event. */
public final class ServiceLives {

    private final Map<UUID, Fields> fields;
    private final Map<UUID, List<Version>> versions;
    private final Function<UUID, Optional<Instant>> firstCheck;

    private ServiceLives(
            Map<UUID, Fields> fields, Map<UUID, List<Version>> versions, Function<UUID, Optional<Instant>> firstCheck) {
        this.fields = fields;
        this.versions = versions;
        this.firstCheck = firstCheck;
    }

    /**
     * Of all instruments.
     *
     * @param firstCheck when the first check of an instrument was measured
     */
    public static ServiceLives of(Registry registry, Function<UUID, Optional<Instant>> firstCheck) {
        return new ServiceLives(registry.instruments(), registry.instrumentVersions(), firstCheck);
    }

    /** Of one instrument. */
    public static ServiceLives of(Registry registry, UUID instrument, Function<UUID, Optional<Instant>> firstCheck) {
        return new ServiceLives(
                registry.fields(Version.Kind.INSTRUMENT, instrument)
                        .map(known -> Map.of(instrument, known))
                        .orElse(Map.of()),
                Map.of(instrument, registry.versions(instrument)),
                firstCheck);
    }

    /**
     * When an instrument was in service.
     *
     * @param events all its events
     */
    public ServiceLife life(UUID instrument, List<LoggedEvent> events, ZoneId zone) {
        Fields known = fields.getOrDefault(instrument, new Fields(new TreeMap<>()));
        Optional<Instant> happened = known.day(Fields.COMMISSIONED).isPresent()
                ? Optional.empty()
                : Stream.concat(
                                firstCheck.apply(instrument).stream(),
                                events.stream()
                                        .filter(each -> !each.isWithdrawn())
                                        .map(each -> each.event().at()))
                        .min(Comparator.naturalOrder());
        return ServiceLife.of(known, versions.getOrDefault(instrument, List.of()), happened, zone);
    }
}
