package org.fiducial.web.page;

import java.util.List;
import java.util.Map;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;

/** A light path with its parts. */
public record PathRow(String slug, String name, List<PartRow> parts, List<Property> properties) {

    public PathRow {
        parts = List.copyOf(parts);
        properties = List.copyOf(properties);
    }

    /** A part of a light path. */
    public record PartRow(String kind, String name, String make, List<Property> properties) {
        public PartRow {
            properties = List.copyOf(properties);
        }
    }

    /** What is known of a part, by parameter name. */
    public record Property(String name, String value) {}

    /** A light path as pages show it. */
    public static PathRow of(Configuration configuration) {
        return new PathRow(
                configuration.slug(),
                configuration.name(),
                configuration.components().stream().map(PathRow::part).toList(),
                properties(configuration.properties()));
    }

    private static PartRow part(Component component) {
        return new PartRow(
                component.kind().word().replace('-', ' '),
                component.name(),
                component.make().title(),
                properties(component.properties()));
    }

    private static List<Property> properties(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> new Property(entry.getKey(), entry.getValue()))
                .toList();
    }
}
