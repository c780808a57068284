package org.fiducial.facility.instrument;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The record of facilities, instruments, components and configurations. */
public interface Instruments {

    /** The home facility of this record, once it was set up. */
    Optional<Facility> home();

    /** The zone days are counted in where nothing else is said: that of the home facility, UTC until there is one. */
    default ZoneId zone() {
        return home().map(Facility::zone).orElse(ZoneOffset.UTC);
    }

    /**
     * Does work that writes, provided that something holds. It is asked before, and once more when the work has the record to
     * itself, so that nobody can change it in between; nothing is written where it refuses.
     *
     * @param holds reads the record, and throws what is to be said where it does not hold
     */
    default <T> T provided(Runnable holds, Supplier<T> work) {
        holds.run();
        return work.get();
    }

    /** Every facility, home first. */
    List<Facility> facilities();

    /** Adds a facility. */
    void add(Facility facility);

    /**
     * Adds an instrument with its configurations and their components, all or nothing.
     *
     * @throws DuplicateSlugException if an instrument of this slug exists
     */
    void add(Instrument instrument, List<Configuration> configurations);

    /**
     * Adds an instrument and says who did.
     *
     * @param by who; may be empty
     * @throws DuplicateSlugException if an instrument of this slug exists
     */
    default void add(Instrument instrument, List<Configuration> configurations, String by) {
        add(instrument, configurations);
    }

    /**
     * Adds an instrument with all that is known of it, all or nothing.
     *
     * @throws DuplicateSlugException if an instrument of this slug exists
     */
    default void add(Registration registration) {
        add(registration.instrument(), registration.configurations(), registration.by());
    }

    /** What became of all of them after they were added. */
    default Registry registry() {
        return Registry.none();
    }

    /** Every instrument, by name; those out of service too. */
    List<Instrument> all();

    /** The instruments that are in use, by name. */
    default List<Instrument> inService() {
        Set<UUID> out = registry().decommissioned().keySet();
        return all().stream().filter(each -> !out.contains(each.id())).toList();
    }

    /** The instrument of an id. */
    default Optional<Instrument> instrument(UUID id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The instrument of a slug. */
    Optional<Instrument> bySlug(String slug);

    /** The configurations nobody uses any more, with the day from which on. */
    default Map<UUID, LocalDate> retired() {
        return Map.of();
    }

    /** The configurations of an instrument that are used, by name. */
    default List<Configuration> inUse(UUID instrumentId) {
        Set<UUID> gone = retired().keySet();
        return configurations(instrumentId).stream()
                .filter(each -> !gone.contains(each.id()))
                .toList();
    }

    /** The configurations of an instrument, by name; retired ones too. */
    List<Configuration> configurations(UUID instrumentId);

    /**
     * The configurations an instrument had at a time, of the parts they had then; one that lacked a part or was
     * retired is left out, as no check could be made in it.
     */
    default List<Configuration> configurations(UUID instrumentId, Instant at) {
        return configurations(instrumentId);
    }

    /**
     * The times at which the light paths of an instrument or the parts on it became others, ascending: between two of them
     * they stay as they are.
     */
    default List<Instant> turns(UUID instrumentId) {
        return List.of();
    }

    /** The configuration of an id. */
    Optional<Configuration> configuration(UUID configurationId);

    /** The configuration written {@code instrument-slug/configuration-slug}. */
    default Optional<Configuration> configuration(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return bySlug(parts[0]).stream()
                .flatMap(instrument -> configurations(instrument.id()).stream())
                .filter(configuration -> configuration.slug().equals(parts[1]))
                .findFirst();
    }
}
