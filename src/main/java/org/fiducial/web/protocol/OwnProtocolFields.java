package org.fiducial.web.protocol;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.web.page.Selectable;

/** A protocol that is entered by hand as it would have been typed into the form that makes one. */
record OwnProtocolFields(ProtocolDefinition protocol, EntryForm form) {

    Map<String, String> typed() {
        Map<String, String> typed = new TreeMap<>();
        typed.put("id", protocol.reference().id());
        typed.put("title", protocol.description().title());
        typed.put("summary", protocol.description().summary());
        typed.put("days", String.valueOf(protocol.intervalDays()));
        protocol.guidance().minutes().ifPresent(minutes -> {
            typed.put("person", String.valueOf(minutes.person()));
            typed.put("instrument", String.valueOf(minutes.instrument()));
        });
        typed.put("sources", String.join("\n", protocol.description().sources()));
        common().forEach(part -> typed.put("covers." + part.word(), "1"));
        protocol.guidance()
                .after()
                .forEach(each -> typed.put("after." + each.work().word(), "1"));
        protocol.guidance().affects().forEach((use, effect) -> typed.put("affects." + use.word(), effect.word()));
        typed.put("steps", String.valueOf(form.steps().size()));
        IntStream.range(0, form.steps().size()).forEach(i -> {
            EntryForm.Step step = form.steps().get(i);
            typed.put("s." + (i + 1) + ".text", step.text());
            step.picture().ifPresent(name -> typed.put("s." + (i + 1) + ".picture", name));
        });
        typed.put("fields", String.valueOf(form.fields().size()));
        IntStream.range(0, form.fields().size())
                .forEach(i -> field(typed, i + 1, form.fields().get(i)));
        return typed;
    }

    /** The parts most fields speak for, those of the first where it is a tie; the others say their own. */
    private List<MicroscopePart> common() {
        Map<List<MicroscopePart>, Long> counts = protocol.metrics().stream()
                .collect(Collectors.groupingBy(MetricDefinition::covers, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .orElse(List.of());
    }

    private String ownParts(EntryForm.Field field) {
        return protocol.metrics().stream()
                .filter(metric -> field.metric().filter(metric.key()::equals).isPresent())
                .map(MetricDefinition::covers)
                .filter(parts -> !parts.equals(common()))
                .flatMap(List::stream)
                .map(MicroscopePart::word)
                .collect(Collectors.joining(", "));
    }

    private void field(Map<String, String> typed, int i, EntryForm.Field field) {
        ParameterDefinition parameter = protocol.parameter(field.name()).orElseThrow();
        Optional<DefaultLimit> limit = protocol.limits().stream()
                .filter(each -> field.metric().filter(each.metric()::equals).isPresent())
                .findFirst();
        put(typed, i, "name", field.name());
        put(typed, i, "title", parameter.title());
        put(typed, i, "kind", field.kind().word());
        put(typed, i, "help", parameter.help());
        put(typed, i, "covers", ownParts(field));
        put(typed, i, "optional", field.optional() ? "1" : "");
        limit.ifPresent(each -> put(typed, i, "reason", each.reason()));
        if (parameter.kind() instanceof ParameterKind.Readings readings) {
            put(typed, i, "repeats", "3");
            measure(typed, i, readings.reading());
        }
        if (parameter.kind() instanceof ParameterKind.Measure measure) {
            measure(typed, i, measure);
        }
        if (field.kind() == EntryForm.Kind.NUMBER) {
            limit.ifPresent(each -> {
                bounds(typed, i, "warning", each.warning().low(), each.warning().high());
                bounds(typed, i, "fail", each.fail().low(), each.fail().high());
            });
        }
        if (field.kind() == EntryForm.Kind.YES_NO) {
            limit.ifPresent(each -> yesNo(typed, i, each));
        }
        if (parameter.kind() instanceof ParameterKind.Choice choice && field.kind() == EntryForm.Kind.CHOICE) {
            choice(typed, i, choice.words(), limit);
        }
    }

    private static void yesNo(Map<String, String> typed, int i, DefaultLimit limit) {
        boolean warns = limit.fail().low().isEmpty() && limit.fail().high().isEmpty();
        put(typed, i, "otherwise", warns ? "warning" : "fail");
        DefaultLimit.Bounds inside = warns ? limit.warning() : limit.fail();
        put(typed, i, "expected", inside.low().isPresent() ? "yes" : "no");
    }

    /** The best words come first; the limits say where those begin that warn, and those that fail. */
    private static void choice(Map<String, String> typed, int i, List<String> words, Optional<DefaultLimit> limit) {
        int fails = limit.map(each -> after(each.fail(), words.size())).orElse(words.size());
        int warns = limit.map(each -> after(each.warning(), fails)).orElse(fails);
        put(typed, i, "fine", String.join("\n", words.subList(0, warns)));
        put(typed, i, "warnings", String.join("\n", words.subList(warns, fails)));
        put(typed, i, "fails", String.join("\n", words.subList(fails, words.size())));
    }

    private static int after(DefaultLimit.Bounds bounds, int otherwise) {
        return bounds.high().isPresent() ? (int) bounds.high().getAsDouble() + 1 : otherwise;
    }

    private static void measure(Map<String, String> typed, int i, ParameterKind.Measure measure) {
        put(typed, i, "unit", measure.unit().code());
        bounds(typed, i, "possible", OptionalDouble.of(measure.low()), OptionalDouble.of(measure.high()));
    }

    private static void bounds(
            Map<String, String> typed, int i, String which, OptionalDouble low, OptionalDouble high) {
        if (low.isPresent()) {
            put(typed, i, which + "-low", plain(low.getAsDouble()));
        }
        if (high.isPresent()) {
            put(typed, i, which + "-high", plain(high.getAsDouble()));
        }
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    private static void put(Map<String, String> typed, int i, String what, String value) {
        typed.put(OwnProtocolForm.field(i, what), value);
    }

    /** The units a number may have, by the code that is kept. */
    static List<Selectable> units() {
        return Stream.of(Unit.values())
                .map(unit -> new Selectable(unit.code(), unit.sign()))
                .toList();
    }
}
