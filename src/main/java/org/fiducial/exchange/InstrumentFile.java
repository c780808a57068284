package org.fiducial.exchange;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Registration;
import org.fiducial.facility.instrument.RegistryChange;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.YamlDocument;
import org.fiducial.metrology.protocol.YamlMapping;

/** The description of an instrument as people write it, read in full and checked before anything is stored. */
public final class InstrumentFile {

    private static final List<String> BESIDES = List.of(Fields.COMMISSIONED, Fields.IDENTIFIER, Fields.NOTES);

    private final YamlMapping root;
    private final Catalogue catalogue;
    private final Map<String, String> typed;

    private InstrumentFile(YamlMapping root, Catalogue catalogue, Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
        this.root = root.allowOnly("facility", "instrument", "components", "configurations", "software");
        this.catalogue = catalogue;
    }

    /**
     * Opens a description.
     *
     * @throws UnusableInputException if it is no YAML or names what is not known here
     */
    public static InstrumentFile read(Path file, Catalogue catalogue) {
        return new InstrumentFile(YamlDocument.read(file).root(), catalogue, Map.of()).checked();
    }

    /**
     * Reads a description.
     *
     * @param source what sentences call it
     * @throws UnusableInputException if it is no YAML or names what is not known here
     */
    public static InstrumentFile of(String source, String text, Catalogue catalogue) {
        return new InstrumentFile(YamlDocument.of(source, text).root(), catalogue, Map.of()).checked();
    }

    /** The same instrument under another name, slug, serial or location, as far as these are typed. */
    public InstrumentFile typed(Map<String, String> instead) {
        return new InstrumentFile(root, catalogue, instead);
    }

    /** What it describes, to be looked at. */
    public InstrumentDraft draft() {
        AtomicLong count = new AtomicLong();
        Supplier<UUID> passing = () -> new UUID(0, count.incrementAndGet());
        Facility nowhere = new Facility(new UUID(0, 0), "none", ZoneId.of("UTC"), Facility.Kind.HOME);
        Registration whole = build(nowhere, new Adding(passing, Instant.EPOCH, ""));
        Map<String, Component> parts = components(new Adding(passing, Instant.EPOCH, "").ids());
        List<String> keys = List.copyOf(parts.keySet());
        return new InstrumentDraft(
                Fields.of(whole.instrument()),
                keys.stream()
                        .map(key -> Objects.requireNonNull(parts.get(key)))
                        .map(part -> new InstrumentDraft.Part(
                                keys.get(List.copyOf(parts.values()).indexOf(part)), part.kind(), Fields.of(part)))
                        .toList(),
                optional("configurations").stream()
                        .map(path -> new InstrumentDraft.LightPath(
                                path.text("slug"),
                                new Fields(new TreeMap<>())
                                        .with(Fields.NAME, path.text("name"))
                                        .withProperties(properties(path)),
                                path.texts("components")))
                        .toList(),
                whole.changes().stream()
                        .filter(Installation.class::isInstance)
                        .map(change -> ((Installation) change).release())
                        .toList(),
                List.of());
    }

    /** Who adds it and when, and where identifiers come from. */
    public record Adding(Supplier<UUID> ids, Instant at, String by) {}

    /** Reads everything once, so that a wrong description is refused before a record is opened. */
    private InstrumentFile checked() {
        Facility nowhere = new Facility(new UUID(0, 0), "none", ZoneId.of("UTC"), Facility.Kind.HOME);
        AtomicLong count = new AtomicLong();
        Supplier<UUID> passing = () -> new UUID(0, count.incrementAndGet());
        if (root.optionalMapping("facility").isPresent()) {
            facility(false, passing);
        }
        build(nowhere, new Adding(passing, Instant.EPOCH, ""));
        return this;
    }

    /** Adds the instrument, and its facility where that is new; all or nothing. */
    public Instrument addTo(Instruments instruments, Adding adding) {
        Optional<Facility> home = instruments.home();
        Facility stated = root.optionalMapping("facility").isEmpty() && home.isPresent()
                ? home.get()
                : facility(home.isPresent(), adding.ids());
        Optional<Facility> known = instruments.facilities().stream()
                .filter(each -> each.name().equals(stated.name()))
                .findFirst();
        Registration registration = build(known.orElse(stated), adding);
        if (instruments.bySlug(registration.instrument().slug()).isPresent()) {
            throw new DuplicateSlugException(
                    "an instrument", registration.instrument().slug());
        }
        if (known.isEmpty()) {
            instruments.add(stated);
        }
        instruments.add(registration);
        return registration.instrument();
    }

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

    private Registration build(Facility facility, Adding adding) {
        YamlMapping yaml = root.mapping("instrument")
                .allowOnly(
                        "slug",
                        "name",
                        "manufacturer",
                        "model",
                        "serial",
                        "location",
                        Fields.COMMISSIONED,
                        Fields.IDENTIFIER,
                        Fields.NOTES);
        Instrument instrument = checked(
                yaml,
                () -> new Instrument(
                        adding.ids().get(),
                        facility.id(),
                        typed("slug", yaml.text("slug")),
                        typed("name", yaml.text("name")),
                        new Make(
                                make(yaml).manufacturer(),
                                make(yaml).model(),
                                typed("serial", make(yaml).serial())),
                        typed("location", yaml.optionalText("location").orElse(""))));
        Map<String, Component> components = components(adding.ids());
        List<Configuration> configurations = configurations(instrument, components, adding.ids());
        Entered entered = new Entered(adding.by(), adding.at().truncatedTo(ChronoUnit.MILLIS), facility.zone(), "");
        List<RegistryChange> changes = new ArrayList<>(software(instrument, adding, entered));
        besides(yaml, instrument, adding, entered).ifPresent(changes::add);
        Set<Component> used = new HashSet<>();
        configurations.forEach(path -> used.addAll(path.components()));
        return new Registration(
                instrument,
                configurations,
                components.values().stream()
                        .filter(part -> !used.contains(part))
                        .map(part -> new Registration.Arrival(
                                part,
                                new Move(
                                        adding.ids().get(),
                                        part.id(),
                                        Move.Place.on(instrument.id()),
                                        entered.at(),
                                        entered)))
                        .toList(),
                changes,
                adding.by());
    }

    private String typed(String field, String described) {
        String instead = typed.getOrDefault(field, "");
        return instead.isBlank() ? described : instead;
    }

    private Map<String, Component> components(Supplier<UUID> ids) {
        Map<String, Component> components = new LinkedHashMap<>();
        for (YamlMapping each : optional("components")) {
            if (components.put(each.text("key"), component(each, ids)) != null) {
                throw each.refuse("the key '" + each.text("key") + "' stands a second time; keep one of the two.");
            }
        }
        return components;
    }

    private List<YamlMapping> optional(String key) {
        return root.keys().contains(key) ? root.mappings(key) : List.of();
    }

    private List<Configuration> configurations(
            Instrument instrument, Map<String, Component> components, Supplier<UUID> ids) {
        Map<String, Configuration> configurations = new LinkedHashMap<>();
        for (YamlMapping each : optional("configurations")) {
            Configuration configuration = configuration(each, instrument, components, ids);
            if (configurations.put(configuration.slug(), configuration) != null) {
                throw each.refuse("the slug '" + configuration.slug() + "' stands a second time; keep one of the two.");
            }
        }
        return List.copyOf(configurations.values());
    }

    private List<Installation> software(Instrument instrument, Adding adding, Entered entered) {
        List<Installation> software = new ArrayList<>();
        for (YamlMapping each : optional("software")) {
            each.allowOnly("kind", "name", "version");
            Installation.Kind kind = Arrays.stream(Installation.Kind.values())
                    .filter(known ->
                            known.word().equals(each.optionalText("kind").orElse("software")))
                    .findFirst()
                    .orElseThrow(() -> each.refuse("'kind' takes software or firmware."));
            software.add(checked(
                    each,
                    () -> new Installation(
                            adding.ids().get(),
                            new Installation.Host(instrument.id(), Optional.empty()),
                            new Installation.Release(kind, each.text("name"), each.text("version")),
                            entered.at(),
                            entered)));
        }
        return software;
    }

    /** What the first version does not hold is its second. */
    private static Optional<Version> besides(YamlMapping yaml, Instrument instrument, Adding adding, Entered entered) {
        Fields before = Fields.of(instrument);
        Fields after = before;
        for (String field : BESIDES) {
            after = after.with(field, yaml.optionalText(field).orElse(""));
        }
        Fields wish = after;
        Upkeep.require(Version.Kind.INSTRUMENT, wish);
        return wish.equals(before)
                ? Optional.empty()
                : Optional.of(new Version(
                        new Version.Key(adding.ids().get(), Version.Kind.INSTRUMENT, instrument.id(), 2),
                        Optional.empty(),
                        before,
                        wish,
                        new Entered(entered.by(), entered.at(), entered.zone(), "as added")));
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
        Component component =
                checked(yaml, () -> new Component(ids.get(), kind, yaml.text("name"), make(yaml), properties(yaml)));
        Upkeep.require(Version.Kind.COMPONENT, Fields.of(component));
        return component;
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
        Configuration path = checked(
                yaml,
                () -> new Configuration(
                        ids.get(), instrument.id(), yaml.text("slug"), yaml.text("name"), parts, properties(yaml)));
        Upkeep.require(Version.Kind.CONFIGURATION, Fields.of(path));
        return path;
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
                Upkeep.requireProperty(catalogue, name, value);
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
