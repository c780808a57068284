package org.fiducial.facility.instrument;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A part with an identity and a history of its own; it may move between instruments.
 *
 * @param id never changes
 * @param kind what it is
 * @param name what people call it, for instance {@code 63x/1.4 oil}
 * @param make who built it
 * @param properties what protocols need to know of it, by the protocol's parameter name, for instance {@code na} or {@code
 *     immersion}, as text with unit; and what describes it to people
 */
public record Component(UUID id, Kind kind, String name, Make make, SortedMap<String, String> properties) {

    /** Properties that describe a component to people; no protocol reads them. */
    public static final Set<String> DESCRIPTIVE = Set.of(
            "magnification",
            "correction",
            "working-distance",
            "wavelength",
            "passband",
            "nominal-power",
            "type",
            "pixel-pitch");

    /** What a component is. */
    public enum Kind {
        OBJECTIVE,
        LIGHT_SOURCE,
        LINE,
        FILTER,
        DETECTOR,
        STAGE,
        SCANNER;

        /** The word used in data, for instance {@code light-source}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The properties protocols read, by their parameter names. */
    public SortedMap<String, String> parameters() {
        SortedMap<String, String> parameters = new TreeMap<>(properties);
        parameters.keySet().removeAll(DESCRIPTIVE);
        return parameters;
    }

    public Component {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        if (name.isBlank()) {
            throw new IllegalArgumentException("a component has a name");
        }
    }
}
