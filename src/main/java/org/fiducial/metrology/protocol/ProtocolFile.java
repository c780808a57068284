package org.fiducial.metrology.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.DefaultLimit.Condition;
import org.fiducial.metrology.protocol.MetricDefinition.Standing;
import org.fiducial.metrology.protocol.ParameterDefinition.Presence;
import org.fiducial.metrology.protocol.ProtocolDefinition.Description;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.quantity.Unit;

/**
 * Reads {@code protocols/<id>/<version>/protocol.yaml} into a {@link ProtocolDefinition}. Its shape is
 * {@code schemas/protocol.schema.json}; here every reference between its parts is checked too.
 */
public final class ProtocolFile {

    private ProtocolFile() {}

    /**
     * Reads the definition that travels with the program.
     *
     * @throws UnusableInputException if there is no such protocol version
     */
    public static ProtocolDefinition load(String id, String version) {
        String path = "/protocols/" + id + "/" + version + "/protocol.yaml";
        ProtocolDefinition definition = parse(path.substring(1), resource(path));
        if (!definition.reference().equals(new ProtocolReference(id, version))) {
            throw new UnusableInputException("File '" + path.substring(1) + "' declares " + definition.reference()
                    + "; its folder says " + id + "@" + version + ".");
        }
        return definition;
    }

    /**
     * The text for people that belongs to a protocol version, in Markdown.
     *
     * @throws UnusableInputException if there is no such protocol version
     */
    public static String description(ProtocolReference protocol) {
        return resource("/protocols/" + protocol.id() + "/" + protocol.version() + "/protocol.md");
    }

    /**
     * The file of a protocol that travels with the program, as it was written.
     *
     * @throws UnusableInputException if there is no such protocol version
     */
    public static String text(ProtocolReference protocol) {
        return resource("/protocols/" + protocol.id() + "/" + protocol.version() + "/protocol.yaml");
    }

    /**
     * Reads a definition from text.
     *
     * @param source what the sentences call it
     */
    public static ProtocolDefinition parse(String source, String text) {
        YamlMapping document = YamlDocument.of(source, text).root();
        if (document.keys().contains("fields")) {
            return FormReading.of(document, document.text("version"));
        }
        YamlMapping root = ProtocolKeys.ofAnalysis(document);
        YamlMapping module = root.mapping("module").allowOnly("id", "version");
        ProtocolDefinition definition = new ProtocolDefinition(
                new ProtocolReference(root.text("id"), root.text("version")),
                new Description(
                        root.text("title"),
                        root.text("summary"),
                        module.text("version"),
                        root.texts("sources"),
                        root.text("items")),
                root.mappings("parameters").stream()
                        .map(ProtocolFile::parameter)
                        .toList(),
                root.mappings("metrics").stream().map(ProtocolFile::metric).toList(),
                root.mappings("limits").stream().map(ProtocolFile::limit).toList(),
                root.wholeNumber("interval-days"),
                readings(root.mappings("readings")),
                GuidanceReading.of(root),
                Optional.empty());
        check(root, definition);
        return definition;
    }

    /**
     * Reads a protocol that is entered by hand, as a facility wrote it.
     *
     * @param version the version it has, whatever the text says
     * @throws UnusableInputException with file, line, what was expected and what was found
     */
    public static ProtocolDefinition form(String source, String text, String version) {
        YamlMapping document = YamlDocument.of(source, text).root();
        if (!document.keys().contains("fields")) {
            throw document.refuse("the key 'fields' is missing; a protocol of your own is a form with fields.");
        }
        return FormReading.of(document, version);
    }

    private static Optional<ReadingTable> readings(List<YamlMapping> columns) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReadingTable(columns.stream()
                .map(yaml -> yaml.allowOnly("name", "title", "choices", "units", "required"))
                .map(yaml -> new ReadingTable.Column(
                        yaml.text("name"),
                        yaml.text("title"),
                        yaml.texts("choices"),
                        yaml.texts("units"),
                        yaml.flag("required")))
                .toList()));
    }

    private static String resource(String path) {
        return optionalResource(path)
                .orElseThrow(() -> new UnusableInputException("This program carries no file '" + path.substring(1)
                        + "'; check the protocol's id and version."));
    }

    /** The text of a file that travels with the program, if there is one at the path. */
    static Optional<String> optionalResource(String path) {
        try (InputStream in = ProtocolFile.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ParameterDefinition parameter(YamlMapping yaml) {
        yaml.allowOnly(
                "name",
                "title",
                "unit",
                "low",
                "high",
                "choices",
                "line",
                "calibration",
                "default",
                "required",
                "per-channel",
                "usual",
                "help");
        ParameterDefinition definition = new ParameterDefinition(
                yaml.text("name"),
                yaml.text("title"),
                kind(yaml),
                new Presence(
                        yaml.flag("required"),
                        yaml.flag("per-channel"),
                        yaml.optionalText("default"),
                        yaml.flag("usual")),
                yaml.text("help"));
        definition.presence().fallback().ifPresent(definition::parse);
        return definition;
    }

    private static ParameterKind kind(YamlMapping yaml) {
        List<String> choices = yaml.texts("choices");
        if (!choices.isEmpty()) {
            yaml.allowOnly("name", "title", "choices", "default", "required", "per-channel", "usual", "help");
            return new ParameterKind.Choice(choices);
        }
        if (yaml.optionalText("line").isPresent()) {
            yaml.allowOnly("name", "title", "line", "default", "required", "per-channel", "usual", "help");
            return new ParameterKind.Line(yaml.wholeNumber("line"));
        }
        if (yaml.flag("calibration")) {
            yaml.allowOnly("name", "title", "calibration", "required", "per-channel", "usual", "help");
            return new ParameterKind.Calibration();
        }
        double low = yaml.number("low");
        double high = yaml.number("high");
        if (low > high) {
            throw yaml.refuse("'low' lies above 'high'.");
        }
        return new ParameterKind.Measure(unit(yaml), low, high);
    }

    private static MetricDefinition metric(YamlMapping yaml) {
        yaml.allowOnly("key", "title", "unit", "standing", "covers", "definition");
        return new MetricDefinition(
                yaml.text("key"),
                yaml.text("title"),
                unit(yaml),
                standing(yaml),
                GuidanceReading.parts(yaml, "covers"),
                yaml.text("definition"));
    }

    private static DefaultLimit limit(YamlMapping yaml) {
        yaml.allowOnly("metric", "statistic", "formulas", "where-measured", "where", "warning", "fail", "reason");
        DefaultLimit limit = new DefaultLimit(
                yaml.text("metric"),
                statistic(yaml),
                yaml.texts("formulas"),
                bounds(yaml, "warning"),
                bounds(yaml, "fail"),
                yaml.text("reason"),
                yaml.flag("where-measured"),
                yaml.optionalMapping("where").map(ProtocolFile::condition));
        boolean sound = limit.fail().low().orElse(Double.NEGATIVE_INFINITY)
                        <= limit.warning().low().orElse(Double.NEGATIVE_INFINITY)
                && limit.fail().high().orElse(Double.POSITIVE_INFINITY)
                        >= limit.warning().high().orElse(Double.POSITIVE_INFINITY);
        if (!sound) {
            throw yaml.refuse("the warning bounds must lie within the fail bounds.");
        }
        return limit;
    }

    private static Condition condition(YamlMapping yaml) {
        yaml.allowOnly("metric", "statistic", "low", "high");
        return new Condition(
                yaml.text("metric"),
                statistic(yaml),
                new Bounds(yaml.optionalNumber("low"), yaml.optionalNumber("high")));
    }

    static Bounds bounds(YamlMapping yaml, String key) {
        Optional<YamlMapping> bounds = yaml.optionalMapping(key);
        if (bounds.isEmpty()) {
            return new Bounds(OptionalDouble.empty(), OptionalDouble.empty());
        }
        YamlMapping given = bounds.get().allowOnly("low", "high");
        return new Bounds(given.optionalNumber("low"), given.optionalNumber("high"));
    }

    static Unit unit(YamlMapping yaml) {
        String text = yaml.text("unit");
        return Unit.parse(text)
                .orElseThrow(() -> yaml.refuse("the unit '" + text + "' is not known; use a UCUM code such as um."));
    }

    private static Standing standing(YamlMapping yaml) {
        String word = yaml.text("standing");
        return switch (word) {
            case "headline" -> Standing.HEADLINE;
            case "detail" -> Standing.DETAIL;
            case "comparison" -> Standing.COMPARISON;
            default ->
                throw yaml.refuse("'standing' takes headline, detail or comparison, but '" + word + "' was found.");
        };
    }

    private static Statistic statistic(YamlMapping yaml) {
        String word = yaml.text("statistic");
        for (Statistic statistic : Statistic.values()) {
            if (statistic.word().equals(word.toLowerCase(Locale.ROOT))) {
                return statistic;
            }
        }
        throw yaml.refuse("'" + word + "' is no statistic; use median, mean, sd, min, max, n or value.");
    }

    private static void check(YamlMapping root, ProtocolDefinition definition) {
        unique(
                root,
                definition.parameters().stream().map(ParameterDefinition::name).toList());
        unique(root, definition.metrics().stream().map(MetricDefinition::key).toList());
        if (ItemKind.find(definition.description().items()).isEmpty()) {
            throw root.refuse("'items' takes a kind that has its words in protocols/items, but '"
                    + definition.description().items() + "' was found.");
        }
        if (definition.intervalDays() < 1) {
            throw root.refuse("'interval-days' must be at least 1.");
        }
        for (DefaultLimit limit : definition.limits()) {
            Stream.concat(Stream.of(limit.metric()), limit.where().stream().map(Condition::metric))
                    .filter(metric -> definition.metric(metric).isEmpty())
                    .forEach(metric -> {
                        throw root.refuse("a limit names the metric '" + metric + "', which is not declared.");
                    });
        }
    }

    private static void unique(YamlMapping root, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw root.refuse("'" + name + "' is declared twice.");
            }
        }
    }
}
