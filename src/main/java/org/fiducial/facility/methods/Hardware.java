package org.fiducial.facility.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Component.Kind;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.methods.Sentence.Origin;
import org.fiducial.facility.methods.Sentence.Phrase;
import org.fiducial.facility.methods.Sentence.Thing;

/** What the light went through: as the registry says, and where it says nothing of a kind, as the image does. */
final class Hardware {

    static final String NA = "na";
    static final String MAGNIFICATION = "magnification";
    static final String IMMERSION = "immersion";
    static final String WAVELENGTH = "wavelength";
    static final String PASSBAND = "passband";
    static final String TYPE = "type";

    /** What is said of a part, in the order it is read; these are names as well as keys of phrases. */
    private static final List<String> SAID = List.of(
            WAVELENGTH, PASSBAND, IMMERSION, "correction", "working-distance", TYPE, "nominal-power", "pixel-pitch");

    /** All that a methods section asks of a part. */
    static final List<String> TOLD =
            Stream.concat(Stream.of(MAGNIFICATION, NA), SAID.stream()).toList();

    private static final Set<String> MEDIA = Set.of("oil", "water", "glycerol", "silicone", "air");

    private static final Map<Topic, List<Kind>> KINDS = new TreeMap<>(Map.of(
            Topic.OBJECTIVE, List.of(Kind.OBJECTIVE),
            Topic.SOURCE, List.of(Kind.LIGHT_SOURCE, Kind.LINE),
            Topic.FILTER, List.of(Kind.FILTER),
            Topic.DETECTOR, List.of(Kind.DETECTOR),
            Topic.SCANNER, List.of(Kind.SCANNER),
            Topic.STAGE, List.of(Kind.STAGE)));

    private Hardware() {}

    /** A part, whoever told of it. */
    record Part(String name, Make make, Map<String, Value> properties, Origin origin) {

        Optional<Value> property(String of) {
            return Optional.ofNullable(properties.get(of));
        }
    }

    static List<Sentence> of(MethodsFacts facts) {
        List<Sentence> sentences = new ArrayList<>();
        KINDS.forEach((topic, kinds) -> {
            List<Part> parts = parts(facts, kinds);
            if (!parts.isEmpty()) {
                sentences.add(Sentence.of(
                        topic,
                        parts.get(0).origin(),
                        parts.stream().map(Hardware::thing).distinct().toList()));
            }
        });
        return sentences;
    }

    /** The parts of some kinds: those of the registry, else those of the image. */
    static List<Part> parts(MethodsFacts facts, List<Kind> kinds) {
        List<Part> known = kinds.stream()
                .flatMap(kind -> facts.setup().parts(kind).stream())
                .map(Hardware::part)
                .toList();
        if (!known.isEmpty()) {
            return known;
        }
        return facts.image().stream()
                .flatMap(image -> image.parts().stream())
                .filter(part -> kinds.contains(part.kind()))
                .map(part -> new Part("", part.make(), part.properties(), Origin.IMAGE))
                .filter(part ->
                        !part.make().title().isEmpty() || !part.properties().isEmpty())
                .toList();
    }

    static Part part(Component component) {
        Map<String, Value> properties = new TreeMap<>();
        component.properties().forEach((name, text) -> {
            if (!text.isBlank()) {
                properties.put(name, value(name, text.strip()));
            }
        });
        if (component.kind() == Kind.LINE && !properties.containsKey(WAVELENGTH)) {
            Optional.ofNullable(properties.get("excitation")).ifPresent(value -> properties.put(WAVELENGTH, value));
        }
        return new Part(component.name(), component.make(), properties, Origin.REGISTRY);
    }

    private static Value value(String name, String text) {
        return switch (name) {
            case IMMERSION ->
                MEDIA.contains(text.toLowerCase(Locale.ROOT))
                        ? new Value.Word(text.toLowerCase(Locale.ROOT))
                        : new Value.Name(text);
            case MAGNIFICATION -> Value.of(text.replaceFirst("^([0-9.]+)\\s*[x×X]$", "$1"));
            default -> Value.of(text);
        };
    }

    private static Thing thing(Part part) {
        List<Phrase> details = new ArrayList<>(lens(part).stream().toList());
        SAID.stream()
                .flatMap(name -> part.property(name).stream()
                        .filter(value -> !isSaid(value, part.name())
                                || !part.make().title().isEmpty())
                        .map(value -> Phrase.of(name, value, part.origin())))
                .forEach(details::add);
        String made = part.make().title();
        if (!made.isEmpty()) {
            boolean named = part.name().isEmpty()
                    || isEngraved(part)
                    || same(part.name(), made)
                    || part.properties().values().stream().anyMatch(value -> isSaid(value, part.name()));
            Stream<Phrase> name = named ? Stream.empty() : Stream.of(bare(part.name(), part.origin()));
            return new Thing(
                    bare(made, part.origin()),
                    Stream.concat(name, details.stream()).toList());
        }
        if (isEngraved(part) || part.name().isEmpty()) {
            return new Thing(details.get(0), details.subList(1, details.size()));
        }
        return new Thing(bare(part.name(), part.origin()), details);
    }

    private static Phrase bare(String name, Origin origin) {
        return Phrase.of(MethodsParagraph.BARE, new Value.Name(name), origin);
    }

    /** Whether magnification and numerical aperture say all that the name would. */
    private static boolean isEngraved(Part part) {
        return part.property(MAGNIFICATION).isPresent() && part.property(NA).isPresent();
    }

    /** Magnification and numerical aperture of an objective, as it is engraved. */
    private static Optional<Phrase> lens(Part part) {
        Optional<Value> magnification = part.property(MAGNIFICATION);
        Optional<Value> na = part.property(NA);
        if (magnification.isPresent() && na.isPresent()) {
            return Optional.of(new Phrase("lens", List.of(magnification.get(), na.get()), part.origin()));
        }
        return magnification
                .map(value -> Phrase.of(MAGNIFICATION, value, part.origin()))
                .or(() -> na.map(value -> Phrase.of(NA, value, part.origin())));
    }

    /** Whether a name says a value already: {@code 488 nm} of a line, for instance. */
    private static boolean isSaid(Value value, String name) {
        if (value instanceof Value.Amount amount) {
            return same(amount.number().toPlainString() + amount.unit(), name);
        }
        return value instanceof Value.Name text && same(text.text(), name);
    }

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]", "");
    }
}
