package org.fiducial.facility.instrument;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of facilities, instruments, components and configurations. */
public interface Instruments {

    /** The home facility of this record, once it was set up. */
    Optional<Facility> home();

    /** The zone days are counted in where nothing else is said: that of the home facility, UTC until there is one. */
    default ZoneId zone() {
        return home().map(Facility::zone).orElse(ZoneOffset.UTC);
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

    /** Every instrument, by name. */
    List<Instrument> all();

    /** The instrument of a slug. */
    Optional<Instrument> bySlug(String slug);

    /** The configurations of an instrument, by name. */
    List<Configuration> configurations(UUID instrumentId);

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
