package org.fiducial.metrology.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.EntryForm.Field;
import org.fiducial.metrology.protocol.EntryForm.Kind;
import org.fiducial.metrology.protocol.MetricDefinition.Standing;
import org.fiducial.metrology.protocol.ParameterDefinition.Presence;
import org.fiducial.metrology.protocol.ProtocolDefinition.Description;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.quantity.Unit;

/**
 * Reads a protocol that is entered by hand: its fields become parameters, and what is judged of them metrics with limits.
 * Its shape is {@code schemas/form-protocol.schema.json}.
 */
final class FormReading {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_LINE = 400;
    private static final int MOST_FIELDS = 100;
    private static final int MOST_READINGS = 50;
    private static final List<String> NO_YES = List.of("no", "yes");
    private static final Bounds NONE = new Bounds(OptionalDouble.empty(), OptionalDouble.empty());

    private final YamlMapping root;
    private final String id;
    private final List<Field> fields = new ArrayList<>();
    private final List<ParameterDefinition> parameters = new ArrayList<>();
    private final List<MetricDefinition> metrics = new ArrayList<>();
    private final List<DefaultLimit> limits = new ArrayList<>();

    private FormReading(YamlMapping root) {
        this.root = root;
        this.id = root.text("id");
    }

    static ProtocolDefinition of(YamlMapping root, String version) {
        return new FormReading(ProtocolKeys.ofForm(root)).definition(version);
    }

    private ProtocolDefinition definition(String version) {
        if (!id.matches("[a-z][a-z0-9-]{0,63}")) {
            throw root.refuse("'id' takes small letters, digits and dashes, at most 64, for instance oil-check, but '"
                    + shortened(id) + "' was found.");
        }
        if (!version.matches("\\d{1,4}\\.\\d{1,4}")) {
            throw root.refuse(
                    "'version' takes two numbers such as \"1.0\", but '" + shortened(version) + "' was found.");
        }
        int days = root.wholeNumber("interval-days");
        if (days < 1) {
            throw root.refuse("'interval-days' must be at least 1.");
        }
        List<YamlMapping> all = root.mappings("fields");
        if (all.isEmpty() || all.size() > MOST_FIELDS) {
            throw root.refuse("'fields' takes 1 to " + MOST_FIELDS + " fields, but " + all.size() + " were found.");
        }
        List<MicroscopePart> covers = GuidanceReading.parts(root, "covers");
        all.forEach(yaml -> field(yaml, covers));
        return new ProtocolDefinition(
                new ProtocolReference(id, version),
                new Description(
                        limited(root, "title", LONGEST_TITLE),
                        limited(root, "summary", LONGEST_TEXT),
                        moduleVersion(),
                        root.texts("sources"),
                        "entry"),
                parameters,
                metrics,
                limits,
                days,
                Optional.empty(),
                GuidanceReading.of(root),
                Optional.of(new EntryForm(steps(), fields, root.flag("retired"))));
    }

    private String moduleVersion() {
        return root.optionalMapping("module")
                .map(module -> module.allowOnly("id", "version"))
                .map(module -> {
                    if (!module.text("id").equals("form")) {
                        throw module.refuse("a protocol with 'fields' is read by the module 'form'.");
                    }
                    return module.text("version");
                })
                .orElse("1.0");
    }

    private List<EntryForm.Step> steps() {
        return root.mappings("steps").stream()
                .map(yaml -> yaml.allowOnly("text", "picture"))
                .map(yaml -> new EntryForm.Step(limited(yaml, "text", LONGEST_TEXT), yaml.optionalText("picture")))
                .toList();
    }

    private void field(YamlMapping yaml, List<MicroscopePart> covers) {
        allow(
                yaml,
                new String[] {"name", "title", "help", "kind", "optional", "covers"},
                "unit",
                "possible",
                "repeats",
                "choices",
                "expected",
                "otherwise",
                "warning",
                "fail",
                "reason");
        String name = yaml.text("name");
        if (!name.matches("[a-z][a-z0-9-]{0,63}") || name.endsWith("-comment")) {
            throw yaml.refuse("'name' takes small letters, digits and dashes, at most 64, not ending in -comment, but '"
                    + shortened(name) + "' was found.");
        }
        Set<String> known = new HashSet<>();
        fields.forEach(field -> known.add(field.name()));
        if (known.contains(name)) {
            throw yaml.refuse("the field '" + name + "' stands a second time; give it another name.");
        }
        Kind kind = EnumWords.require(Kind.class, yaml.text("kind"), "kind", yaml);
        boolean optional = yaml.flag("optional");
        Optional<String> metric = kind == Kind.NUMBER || kind == Kind.YES_NO || isJudged(kind, yaml)
                ? Optional.of(key(name))
                : Optional.empty();
        fields.add(new Field(name, kind, metric, optional));
        parameters.add(new ParameterDefinition(
                name,
                limited(yaml, "title", LONGEST_TITLE),
                takes(kind, yaml),
                new Presence(false, false, Optional.empty(), true),
                help(yaml)));
        if (metric.isPresent()) {
            parameters.add(comment(name, yaml));
            metric(metric.get(), kind, yaml, covers);
        }
    }

    /** A choice of which nothing is said is only noted. */
    private static boolean isJudged(Kind kind, YamlMapping yaml) {
        return kind == Kind.CHOICE
                && !(yaml.texts("warning").isEmpty() && yaml.texts("fail").isEmpty());
    }

    private static ParameterDefinition comment(String name, YamlMapping yaml) {
        return new ParameterDefinition(
                name + "-comment",
                "Comment on " + yaml.text("title"),
                new ParameterKind.Line(LONGEST_LINE),
                new Presence(false, false, Optional.empty()),
                "Where the field stays empty, why.");
    }

    private ParameterKind takes(Kind kind, YamlMapping yaml) {
        String[] common = {"name", "title", "help", "kind", "optional", "covers"};
        return switch (kind) {
            case NUMBER -> {
                allow(yaml, common, "unit", "possible", "repeats", "warning", "fail", "reason");
                yield number(yaml);
            }
            case YES_NO -> {
                allow(yaml, common, "expected", "otherwise", "reason");
                yield new ParameterKind.Choice(NO_YES);
            }
            case CHOICE -> {
                allow(yaml, common, "choices", "warning", "fail", "reason");
                List<String> choices = yaml.texts("choices");
                boolean plain = choices.stream()
                        .allMatch(word -> word.length() <= LONGEST_TITLE
                                && !word.isBlank()
                                && word.chars().noneMatch(Character::isISOControl));
                if (!plain || choices.size() < 2 || Set.copyOf(choices).size() < choices.size()) {
                    throw yaml.refuse("'choices' takes two words or more, each once and of at most " + LONGEST_TITLE
                            + " letters.");
                }
                yield new ParameterKind.Choice(choices);
            }
            case TEXT, PHOTO, FILE -> {
                allow(yaml, "name", "title", "help", "kind", "optional");
                yield new ParameterKind.Line(kind == Kind.TEXT ? LONGEST_TEXT : LONGEST_LINE);
            }
        };
    }

    private static void allow(YamlMapping yaml, String[] common, String... more) {
        yaml.allowOnly(Stream.of(common, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private static void allow(YamlMapping yaml, String... all) {
        yaml.allowOnly(all);
    }

    private static ParameterKind number(YamlMapping yaml) {
        YamlMapping possible = yaml.mapping("possible").allowOnly("low", "high");
        double low = possible.number("low");
        double high = possible.number("high");
        if (low >= high) {
            throw possible.refuse("'low' must lie below 'high'.");
        }
        Unit unit = ProtocolFile.unit(yaml);
        ParameterKind.Measure measure = new ParameterKind.Measure(unit, low, high);
        int repeats = repeats(yaml);
        return repeats == 1 ? measure : new ParameterKind.Readings(measure, MOST_READINGS);
    }

    private static int repeats(YamlMapping yaml) {
        if (yaml.optionalNumber("repeats").isEmpty()) {
            return 1;
        }
        int repeats = yaml.wholeNumber("repeats");
        if (repeats < 1 || repeats > MOST_READINGS) {
            throw yaml.refuse("'repeats' takes 1 to " + MOST_READINGS + ", but " + repeats + " was found.");
        }
        return repeats;
    }

    private void metric(String key, Kind kind, YamlMapping yaml, List<MicroscopePart> common) {
        List<MicroscopePart> own = GuidanceReading.parts(yaml, "covers");
        String help = help(yaml);
        metrics.add(new MetricDefinition(
                key,
                yaml.text("title"),
                kind == Kind.NUMBER ? ProtocolFile.unit(yaml) : Unit.ONE,
                Standing.HEADLINE,
                own.isEmpty() ? common : own,
                help.isEmpty() ? yaml.text("title") + ", as entered." : help,
                kind == Kind.YES_NO ? NO_YES : kind == Kind.CHOICE ? yaml.texts("choices") : List.of()));
        Limiting limiting =
                switch (kind) {
                    case NUMBER -> numbers(yaml);
                    case YES_NO -> expected(yaml);
                    case CHOICE, TEXT, PHOTO, FILE -> words(yaml);
                };
        if (limiting.warning().equals(NONE) && limiting.fail().equals(NONE)) {
            return;
        }
        limits.add(new DefaultLimit(
                key,
                kind == Kind.NUMBER && repeats(yaml) > 1 ? Statistic.MEAN : Statistic.VALUE,
                List.of(),
                limiting.warning(),
                limiting.fail(),
                limited(yaml, "reason", LONGEST_LINE),
                yaml.flag("optional"),
                Optional.empty()));
    }

    private record Limiting(Bounds warning, Bounds fail) {}

    private static Limiting numbers(YamlMapping yaml) {
        Bounds warning = ordered(yaml, "warning");
        Bounds fail = ordered(yaml, "fail");
        if (fail.low().orElse(Double.NEGATIVE_INFINITY) > warning.low().orElse(Double.POSITIVE_INFINITY)
                || fail.high().orElse(Double.POSITIVE_INFINITY) < warning.high().orElse(Double.NEGATIVE_INFINITY)) {
            throw yaml.refuse("the warning bounds must lie within the fail bounds.");
        }
        return new Limiting(warning, fail);
    }

    private static Bounds ordered(YamlMapping yaml, String key) {
        YamlMapping given = yaml.optionalMapping(key).orElse(yaml);
        if (given == yaml) {
            return NONE;
        }
        if (given.optionalNumber("low").orElse(Double.NEGATIVE_INFINITY)
                > given.optionalNumber("high").orElse(Double.POSITIVE_INFINITY)) {
            throw given.refuse("'low' lies above 'high'.");
        }
        return ProtocolFile.bounds(yaml, key);
    }

    private static Limiting expected(YamlMapping yaml) {
        Optional<String> expected = yaml.optionalText("expected");
        if (expected.isEmpty()) {
            return new Limiting(NONE, NONE);
        }
        int wanted = NO_YES.indexOf(expected.get().toLowerCase(Locale.ROOT));
        if (wanted < 0) {
            throw yaml.refuse("'expected' takes yes or no, but '" + shortened(expected.get()) + "' was found.");
        }
        Bounds bounds = wanted == 1
                ? new Bounds(OptionalDouble.of(1), OptionalDouble.empty())
                : new Bounds(OptionalDouble.empty(), OptionalDouble.of(0));
        String otherwise = yaml.optionalText("otherwise").orElse("fail");
        return switch (otherwise) {
            case "fail" -> new Limiting(NONE, bounds);
            case "warning" -> new Limiting(bounds, NONE);
            default ->
                throw yaml.refuse("'otherwise' takes fail or warning, but '" + shortened(otherwise) + "' was found.");
        };
    }

    /** Words count from the best to the worst, so that one bound tells them apart. */
    private static Limiting words(YamlMapping yaml) {
        List<String> choices = yaml.texts("choices");
        List<String> warning = yaml.texts("warning");
        List<String> fail = yaml.texts("fail");
        List<String> fine = choices.stream()
                .filter(word -> !warning.contains(word) && !fail.contains(word))
                .toList();
        List<String> inOrder =
                Stream.of(fine, warning, fail).flatMap(List::stream).toList();
        if (fine.isEmpty() || !inOrder.equals(choices)) {
            throw yaml.refuse(
                    "'choices' must begin with the words that are fine, then those of 'warning', then those of"
                            + " 'fail', in the same order, each once.");
        }
        return new Limiting(
                warning.isEmpty() ? NONE : atMost(fine.size() - 1),
                fail.isEmpty() ? NONE : atMost(fine.size() + warning.size() - 1));
    }

    private static Bounds atMost(int level) {
        return new Bounds(OptionalDouble.empty(), OptionalDouble.of(level));
    }

    private static String help(YamlMapping yaml) {
        return yaml.optionalText("help").isPresent() ? limited(yaml, "help", LONGEST_LINE) : "";
    }

    private String key(String name) {
        return id.replace('-', '_') + "." + name.replace('-', '_');
    }

    private static String limited(YamlMapping yaml, String key, int longest) {
        String text = yaml.text(key);
        if (text.length() > longest
                || text.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n')) {
            throw yaml.refuse("'" + key + "' takes a text of at most " + longest
                    + " letters without control characters," + " but one of " + text.length() + " was found.");
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }
}
