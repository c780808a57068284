package org.fiducial.facility.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the registry holds of an instrument, a component or a light path, field by field as text, so that versions can be
 * compared. What is not known is not there.
 *
 * @param values by field; a property of the protocols' names stands under {@code property.} and its name
 */
public record Fields(SortedMap<String, String> values) {

    public static final String NAME = "name";
    public static final String MANUFACTURER = "manufacturer";
    public static final String MODEL = "model";
    public static final String SERIAL = "serial";
    public static final String LOCATION = "location";
    /** The day it was first used, as 2026-03-12. */
    public static final String COMMISSIONED = "commissioned";
    /** The day it was taken out of service, as 2026-03-12; not there while it is used. */
    public static final String DECOMMISSIONED = "decommissioned";
    /** The day a light path was last used, as 2026-03-12; not there while it is used. */
    public static final String RETIRED = "retired";
    /** See {@link PersistentIdentifier}. */
    public static final String IDENTIFIER = "identifier";

    public static final String NOTES = "notes";
    /** The parts of a light path: their identifiers in the order of the light, with spaces between. */
    public static final String COMPONENTS = "components";

    private static final String PROPERTY = "property.";

    /** A field that differs; texts are empty where it was not there. */
    public record Change(String field, String from, String to) {}

    public Fields {
        SortedMap<String, String> known = new TreeMap<>();
        values.forEach((field, value) -> {
            if (!value.isBlank()) {
                known.put(field, value);
            }
        });
        values = Collections.unmodifiableSortedMap(known);
    }

    /** What an instrument was added with. */
    public static Fields of(Instrument instrument) {
        return of(instrument.name(), instrument.make()).with(LOCATION, instrument.location());
    }

    /** What a component was added with. */
    public static Fields of(Component component) {
        return of(component.name(), component.make()).withProperties(component.properties());
    }

    /** What a light path was added with. */
    public static Fields of(Configuration configuration) {
        return new Fields(new TreeMap<>())
                .with(NAME, configuration.name())
                .with(
                        COMPONENTS,
                        configuration.components().stream()
                                .map(part -> part.id().toString())
                                .collect(Collectors.joining(" ")))
                .withProperties(configuration.properties());
    }

    private static Fields of(String name, Make make) {
        return new Fields(new TreeMap<>())
                .with(NAME, name)
                .with(MANUFACTURER, make.manufacturer())
                .with(MODEL, make.model())
                .with(SERIAL, make.serial());
    }

    /** The text of a field; empty where it is not known. */
    public String text(String field) {
        return Optional.ofNullable(values.get(field)).orElse("");
    }

    /** The day of a field, where it is known. */
    public Optional<LocalDate> day(String field) {
        return Optional.of(text(field)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }

    /** The same with another text in a field; empty text takes it out. */
    public Fields with(String field, String value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(field, value.strip());
        return new Fields(more);
    }

    /** The same with these properties and no others. */
    public Fields withProperties(SortedMap<String, String> properties) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.keySet().removeIf(field -> field.startsWith(PROPERTY));
        properties.forEach((name, value) -> more.put(PROPERTY + name, value.strip()));
        return new Fields(more);
    }

    /** The properties by the protocols' parameter names. */
    public SortedMap<String, String> properties() {
        SortedMap<String, String> properties = new TreeMap<>();
        values.forEach((field, value) -> {
            if (field.startsWith(PROPERTY)) {
                properties.put(field.substring(PROPERTY.length()), value);
            }
        });
        return properties;
    }

    /** The parts of a light path. */
    public List<UUID> components() {
        return Arrays.stream(text(COMPONENTS).split(" "))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    /** What differs in a later version, by the name of the field. */
    public List<Change> changesTo(Fields later) {
        Set<String> fields = new LinkedHashSet<>(values.keySet());
        fields.addAll(later.values.keySet());
        List<Change> changes = new ArrayList<>();
        fields.stream().sorted().forEach(field -> {
            if (!text(field).equals(later.text(field))) {
                changes.add(new Change(field, text(field), later.text(field)));
            }
        });
        return List.copyOf(changes);
    }

    /** The instrument as these fields describe it. */
    public Instrument applyTo(Instrument added) {
        return new Instrument(added.id(), added.facilityId(), added.slug(), text(NAME), make(), text(LOCATION));
    }

    /** The component as these fields describe it. */
    public Component applyTo(Component added) {
        return new Component(added.id(), added.kind(), text(NAME), make(), properties());
    }

    private Make make() {
        return new Make(text(MANUFACTURER), text(MODEL), text(SERIAL));
    }
}
