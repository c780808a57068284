package org.fiducial.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Make;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.YamlDocument;
import org.fiducial.metrology.protocol.YamlMapping;

/** The description of an instrument as people write it, read in full and checked before anything is stored. */
final class InstrumentFile {

    private final YamlMapping root;
    private final Catalogue catalogue;

    private InstrumentFile(YamlMapping root, Catalogue catalogue) {
        this.root = root;
        this.catalogue = catalogue;
    }

    /**
     * Opens a description.
     *
     * @throws UnusableInputException if it is no YAML or names what is not known here
     */
    static InstrumentFile read(Path file, Catalogue catalogue) {
        YamlMapping root =
                YamlDocument.read(file).root().allowOnly("facility", "instrument", "components", "configurations");
        InstrumentFile description = new InstrumentFile(root, catalogue);
        description.check();
        return description;
    }

    /** Reads everything once, so that a wrong description is refused before a record is opened. */
    private void check() {
        UUID nobody = new UUID(0, 0);
        facility(false, () -> nobody);
        build(nobody, () -> nobody);
    }

    /** Adds the instrument, and its facility where that is new. */
    Instrument addTo(Instruments instruments, Supplier<UUID> ids) {
        Facility stated = facility(instruments.home().isPresent(), ids);
        Optional<Facility> known = instruments.facilities().stream()
                .filter(each -> each.name().equals(stated.name()))
                .findFirst();
        Registered registered = build(known.orElse(stated).id(), ids);
        if (instruments.bySlug(registered.instrument().slug()).isPresent()) {
            throw new DuplicateSlugException(
                    "an instrument", registered.instrument().slug());
        }
        if (known.isEmpty()) {
            instruments.add(stated);
        }
        instruments.add(registered.instrument(), registered.configurations());
        return registered.instrument();
    }

    private record Registered(Instrument instrument, List<Configuration> configurations) {}

    private Facility facility(boolean hasHome, Supplier<UUID> ids) {
        YamlMapping yaml = root.mapping("facility").allowOnly("name", "zone");
        String zone = yaml.text("zone");
        try {
            return new Facility(
                    ids.get(),
                    yaml.text("name"),
                    ZoneId.of(zone),
                    hasHome ? Facility.Kind.VISITED : Facility.Kind.HOME);
        } catch (DateTimeException e) {
            throw yaml.refuse("'zone' takes a time zone such as Europe/Berlin, but '" + zone + "' was found.");
        }
    }

    private Registered build(UUID facilityId, Supplier<UUID> ids) {
        YamlMapping yaml =
                root.mapping("instrument").allowOnly("slug", "name", "manufacturer", "model", "serial", "location");
        Instrument instrument = checked(
                yaml,
                () -> new Instrument(
                        ids.get(),
                        facilityId,
                        yaml.text("slug"),
                        yaml.text("name"),
                        make(yaml),
                        yaml.optionalText("location").orElse("")));
        Map<String, Component> components = new LinkedHashMap<>();
        for (YamlMapping each : root.mappings("components")) {
            if (components.put(each.text("key"), component(each, ids)) != null) {
                throw each.refuse("the key '" + each.text("key") + "' stands a second time; keep one of the two.");
            }
        }
        Map<String, Configuration> configurations = new LinkedHashMap<>();
        for (YamlMapping each : root.mappings("configurations")) {
            Configuration configuration = configuration(each, instrument, components, ids);
            if (configurations.put(configuration.slug(), configuration) != null) {
                throw each.refuse("the slug '" + configuration.slug() + "' stands a second time; keep one of the two.");
            }
        }
        if (configurations.isEmpty()) {
            throw root.refuse("an instrument needs at least one entry under 'configurations'.");
        }
        return new Registered(instrument, List.copyOf(configurations.values()));
    }

    private Component component(YamlMapping yaml, Supplier<UUID> ids) {
        yaml.allowOnly("key", "kind", "name", "manufacturer", "model", "serial", "properties");
        String word = yaml.text("kind");
        Component.Kind kind = Arrays.stream(Component.Kind.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> yaml.refuse("'kind' takes one of "
                        + Arrays.stream(Component.Kind.values())
                                .map(Component.Kind::word)
                                .collect(Collectors.joining(", "))
                        + ", but '" + word + "' was found."));
        return checked(yaml, () -> new Component(ids.get(), kind, yaml.text("name"), make(yaml), properties(yaml)));
    }

    private Configuration configuration(
            YamlMapping yaml, Instrument instrument, Map<String, Component> components, Supplier<UUID> ids) {
        yaml.allowOnly("slug", "name", "components", "properties");
        List<Component> parts = new ArrayList<>();
        for (String key : yaml.texts("components")) {
            parts.add(Optional.ofNullable(components.get(key))
                    .orElseThrow(() -> yaml.refuse("there is no component with the key '" + key + "'; known are "
                            + String.join(", ", components.keySet()) + ".")));
        }
        return checked(
                yaml,
                () -> new Configuration(
                        ids.get(), instrument.id(), yaml.text("slug"), yaml.text("name"), parts, properties(yaml)));
    }

    private static Make make(YamlMapping yaml) {
        return new Make(
                yaml.optionalText("manufacturer").orElse(""),
                yaml.optionalText("model").orElse(""),
                yaml.optionalText("serial").orElse(""));
    }

    private SortedMap<String, String> properties(YamlMapping yaml) {
        SortedMap<String, String> properties = new TreeMap<>();
        Optional<YamlMapping> given = yaml.optionalMapping("properties");
        for (String name : given.map(YamlMapping::keys).orElse(List.of())) {
            String value = given.orElseThrow().text(name);
            try {
                catalogue.requireProperty(name, value);
            } catch (UnusableInputException e) {
                throw given.orElseThrow().refuse(String.valueOf(e.getMessage()));
            }
            properties.put(name, value);
        }
        return properties;
    }

    private static <T> T checked(YamlMapping yaml, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw yaml.refuse(e.getMessage() + ".");
        }
    }
}
