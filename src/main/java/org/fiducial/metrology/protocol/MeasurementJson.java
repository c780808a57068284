package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measurements as JSON and back. */
final class MeasurementJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private MeasurementJson() {}

    static ObjectNode node(Measurement measurement, Digits digits) {
        ObjectNode node = NODES.objectNode();
        MeasurementKey key = measurement.key();
        node.put("metric", key.metric());
        Optional<Finding.Evaluated> evaluated = measurement.evaluated();
        evaluated.ifPresent(found -> {
            node.set("value", digits.node(found.value().value()));
            node.put("unit", found.value().unit().code());
            found.uncertainty().ifPresent(u -> node.set("u", digits.node(u.standard())));
            node.put("n", found.n());
        });
        node.put("statistic", key.statistic().word());
        node.put("channel", key.channel());
        if (!key.qualifiers().isEmpty()) {
            node.set("qualifiers", qualifiers(key.qualifiers()));
        }
        evaluated.flatMap(Finding.Evaluated::formula).ifPresent(formula -> node.put("formula", formula));
        evaluated
                .flatMap(Finding.Evaluated::uncertainty)
                .filter(u -> !u.parts().isEmpty())
                .ifPresent(u -> node.set("budget", budget(u.parts(), digits)));
        if (measurement.finding() instanceof Finding.NotEvaluated notEvaluated) {
            node.put("not_evaluated", notEvaluated.reason());
        }
        return node;
    }

    static Measurement read(JsonFields json) {
        MeasurementKey key = new MeasurementKey(
                json.text("metric"),
                json.count("channel"),
                json.has("qualifiers") ? qualifiers(json.object("qualifiers").node()) : new TreeMap<>(),
                json.word("statistic", Statistic.class));
        if (json.has("not_evaluated")) {
            return new Measurement(key, new Finding.NotEvaluated(json.text("not_evaluated")));
        }
        OptionalDouble standard = json.optionalNumber("u");
        Optional<Uncertainty> uncertainty = standard.isPresent()
                ? Optional.of(new Uncertainty(standard.getAsDouble(), json.list("budget", MeasurementJson::part)))
                : Optional.empty();
        return new Measurement(
                key,
                new Finding.Evaluated(
                        json.quantity("value", "unit"), uncertainty, json.count("n"), json.optionalText("formula")));
    }

    static ObjectNode qualifiers(SortedMap<String, String> qualifiers) {
        ObjectNode node = NODES.objectNode();
        qualifiers.forEach(node::put);
        return node;
    }

    static SortedMap<String, String> qualifiers(JsonNode node) {
        SortedMap<String, String> all = new TreeMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> each = node.fields(); each.hasNext(); ) {
            Map.Entry<String, JsonNode> entry = each.next();
            all.put(entry.getKey(), entry.getValue().asText());
        }
        return all;
    }

    static ArrayNode budget(List<Uncertainty.Part> parts, Digits digits) {
        ArrayNode list = NODES.arrayNode();
        for (Uncertainty.Part part : parts) {
            ObjectNode node = list.addObject();
            node.put("name", part.name());
            node.set("u", digits.node(part.standard()));
        }
        return list;
    }

    static Uncertainty.Part part(JsonFields json) {
        return new Uncertainty.Part(json.text("name"), json.number("u"));
    }
}
