package org.fiducial.facility.instrument;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An optical path a check is made in: objective × line × filter × detector × mode.
 *
 * @param id never changes
 * @param instrumentId the instrument it belongs to
 * @param slug its name in addresses and on the command line, unique within the instrument
 * @param name what people call it
 * @param components the parts in the light path
 * @param properties what protocols need to know besides the components' own properties, by parameter name, for instance
 *     {@code modality} or {@code emission.2}
 */
public record Configuration(
        UUID id,
        UUID instrumentId,
        String slug,
        String name,
        List<Component> components,
        SortedMap<String, String> properties) {

    public Configuration {
        Slug.require(slug, "optical configuration");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an optical configuration has a name");
        }
        components = List.copyOf(components);
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** What the registry knows of this light path: the components' parameters, and over them the configuration's own. */
    public SortedMap<String, String> registry() {
        SortedMap<String, String> all = new TreeMap<>();
        components.forEach(component -> all.putAll(component.parameters()));
        all.putAll(properties);
        return Collections.unmodifiableSortedMap(all);
    }
}
