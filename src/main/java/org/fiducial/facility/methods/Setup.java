package org.fiducial.facility.methods;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.PersistentIdentifier;

/**
 * What the registry says of a light path, as far as it may be shown.
 *
 * @param stand the microscope
 * @param house whose it is
 * @param parts the parts in the light path
 * @param path what is known of the light path besides, by the protocols' parameter names
 * @param software what ran on it
 */
public record Setup(
        Stand stand,
        House house,
        List<Component> parts,
        SortedMap<String, String> path,
        List<Installation.Release> software) {

    public Setup {
        parts = List.copyOf(parts);
        path = Collections.unmodifiableSortedMap(new TreeMap<>(path));
        software = List.copyOf(software);
    }

    /** A microscope. */
    public record Stand(String name, Make make, Optional<PersistentIdentifier> identifier) {}

    /**
     * Whose microscope it is.
     *
     * @param name what people call the facility
     * @param identifier what the facility is cited by, where it said so
     * @param thanks how it wishes to be acknowledged, in its own words; empty where it did not say
     */
    public record House(String name, Optional<PersistentIdentifier> identifier, String thanks) {}

    /** The parts of a kind, in the order of the light. */
    List<Component> parts(Component.Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).toList();
    }

    /** A property of the light path. */
    Optional<String> property(String name) {
        return Optional.ofNullable(path.get(name)).filter(text -> !text.isBlank());
    }
}
