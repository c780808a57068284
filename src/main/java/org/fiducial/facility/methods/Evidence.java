package org.fiducial.facility.methods;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component.Kind;
import org.fiducial.facility.methods.AcquiredImage.Setting;
import org.fiducial.facility.methods.Sentence.Origin;

/**
 * What ticks an item of a checklist: what the record or the image holds, never more.
 *
 * @param values what it says
 * @param origin where from
 */
public record Evidence(List<Value> values, Origin origin) {

    private static final String SETTING = "setting.";
    private static final String CHECK = "check.";

    private static final Map<String, Function<MethodsFacts, Optional<Evidence>>> FINDERS = new TreeMap<>(Map.ofEntries(
            Map.entry("make", facts -> registry(facts.setup().stand().make().title())),
            Map.entry("identifier", facts -> facts.setup()
                    .stand()
                    .identifier()
                    .map(id -> new Evidence(List.of(MethodsParagraph.link(id)), Origin.REGISTRY))),
            Map.entry("mode", Evidence::mode),
            Map.entry("software", Evidence::software),
            Map.entry("objective", facts -> parts(facts, Kind.OBJECTIVE)),
            Map.entry("objective.make", facts -> makes(facts, Kind.OBJECTIVE)),
            Map.entry("objective.magnification", facts -> property(facts, Kind.OBJECTIVE, Hardware.MAGNIFICATION)),
            Map.entry("objective.na", facts -> property(facts, Kind.OBJECTIVE, Hardware.NA)),
            Map.entry("objective.immersion", facts -> property(facts, Kind.OBJECTIVE, Hardware.IMMERSION)),
            Map.entry("source", facts -> parts(facts, Kind.LIGHT_SOURCE, Kind.LINE)),
            Map.entry("line.wavelength", facts -> property(facts, Kind.LINE, Hardware.WAVELENGTH)),
            Map.entry("filter", facts -> parts(facts, Kind.FILTER)),
            Map.entry("filter.passband", facts -> property(facts, Kind.FILTER, Hardware.PASSBAND)),
            Map.entry("detector", facts -> parts(facts, Kind.DETECTOR)),
            Map.entry("detector.make", facts -> makes(facts, Kind.DETECTOR)),
            Map.entry("scanner", facts -> parts(facts, Kind.SCANNER)),
            Map.entry("stage", facts -> parts(facts, Kind.STAGE)),
            Map.entry("checks", facts -> checked(facts.performance()))));

    public Evidence {
        values = List.copyOf(values);
    }

    /** The evidence of a word, where there is any. */
    public static Optional<Evidence> of(String word, MethodsFacts facts) {
        if (word.startsWith(SETTING)) {
            return setting(word.substring(SETTING.length()), facts);
        }
        if (word.startsWith(CHECK)) {
            return checked(facts.performance().stream()
                    .filter(each -> each.protocol().id().equals(word.substring(CHECK.length())))
                    .toList());
        }
        return Optional.ofNullable(FINDERS.get(word)).flatMap(finder -> finder.apply(facts));
    }

    static boolean isKnown(String word) {
        return FINDERS.containsKey(word)
                || word.matches("check\\.[a-z0-9][a-z0-9-]{0,63}")
                || Arrays.stream(Setting.values()).anyMatch(each -> word.equals(SETTING + each.word()));
    }

    static String known() {
        return Stream.concat(
                        FINDERS.keySet().stream(),
                        Stream.concat(
                                Arrays.stream(Setting.values()).map(each -> SETTING + each.word()),
                                Stream.of("check. and the id of a protocol")))
                .collect(Collectors.joining(", "));
    }

    private static Optional<Evidence> registry(String text) {
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Evidence(List.of(new Value.Name(text)), Origin.REGISTRY));
    }

    private static Optional<Evidence> all(List<Value> values, Origin origin) {
        return values.isEmpty() ? Optional.empty() : Optional.of(new Evidence(values, origin));
    }

    private static Optional<Evidence> mode(MethodsFacts facts) {
        return facts.setup()
                .property("modality")
                .map(mode -> new Evidence(List.of(new Value.Word(mode)), Origin.REGISTRY))
                .or(() -> setting(Setting.MODE.word(), facts));
    }

    private static Optional<Evidence> software(MethodsFacts facts) {
        return all(
                facts.setup().software().stream()
                        .<Value>map(release -> new Value.Name(release.name() + " " + release.number()))
                        .toList(),
                Origin.REGISTRY);
    }

    private static List<Hardware.Part> of(MethodsFacts facts, Kind... kinds) {
        return Hardware.parts(facts, List.of(kinds));
    }

    private static Optional<Evidence> parts(MethodsFacts facts, Kind... kinds) {
        List<Hardware.Part> parts = of(facts, kinds);
        return all(
                parts.stream()
                        .<Value>map(part -> new Value.Name(
                                part.name().isEmpty() ? part.make().title() : part.name()))
                        .filter(value -> !(value instanceof Value.Name name
                                && name.text().isEmpty()))
                        .distinct()
                        .toList(),
                parts.isEmpty() ? Origin.REGISTRY : parts.get(0).origin());
    }

    /** Who made the parts of a kind; nothing where it is not known of each. */
    private static Optional<Evidence> makes(MethodsFacts facts, Kind kind) {
        List<Hardware.Part> parts = of(facts, kind);
        boolean every = parts.stream().noneMatch(part -> part.make().title().isEmpty());
        return every
                ? all(
                        parts.stream()
                                .<Value>map(part -> new Value.Name(part.make().title()))
                                .distinct()
                                .toList(),
                        parts.isEmpty() ? Origin.REGISTRY : parts.get(0).origin())
                : Optional.empty();
    }

    /** A property of the parts of a kind; nothing where it is not known of each. */
    private static Optional<Evidence> property(MethodsFacts facts, Kind kind, String name) {
        List<Hardware.Part> parts = of(facts, kind);
        boolean every = parts.stream().allMatch(part -> part.property(name).isPresent());
        return every
                ? all(
                        parts.stream()
                                .flatMap(part -> part.property(name).stream())
                                .distinct()
                                .toList(),
                        parts.isEmpty() ? Origin.REGISTRY : parts.get(0).origin())
                : Optional.empty();
    }

    /** A setting of the whole image, or of every channel of it. */
    private static Optional<Evidence> setting(String word, MethodsFacts facts) {
        Optional<Setting> setting = Arrays.stream(Setting.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
        if (setting.isEmpty() || facts.image().isEmpty()) {
            return Optional.empty();
        }
        AcquiredImage image = facts.image().get();
        Optional<Value> whole = Optional.ofNullable(image.grid().get(setting.get()));
        if (whole.isPresent()) {
            return Optional.of(new Evidence(List.of(whole.get()), Origin.IMAGE));
        }
        List<Value> channels = image.channels().stream()
                .flatMap(channel -> Optional.ofNullable(channel.settings().get(setting.get())).stream())
                .toList();
        return channels.size() == image.channels().size() ? all(channels, Origin.IMAGE) : Optional.empty();
    }

    private static Optional<Evidence> checked(List<Performance> performance) {
        return all(
                performance.stream()
                        .flatMap(each -> each.days().stream())
                        .distinct()
                        .sorted()
                        .<Value>map(Value.Day::new)
                        .toList(),
                Origin.CHECKS);
    }
}
