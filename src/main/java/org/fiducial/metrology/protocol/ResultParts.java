package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Parts of a result as compact JSON that keeps every bit of every number, for the record. The words are those of
 * {@link ResultDocument}.
 */
public final class ResultParts {

    private ResultParts() {}

    /** An item. */
    public static String item(Item item) {
        return JsonWords.compact(ItemJson.node(item, Digits.EXACT));
    }

    /** The item of a text written by {@link #item}. */
    public static Item readItem(String json) {
        return ItemJson.read(new JsonFields(parse(json), "item"));
    }

    /** The facts found in a file. */
    public static String facts(Map<String, Value> facts) {
        return JsonWords.compact(ProvenanceJson.facts(facts, Digits.EXACT));
    }

    /** The facts of a text written by {@link #facts}. */
    public static Map<String, Value> readFacts(String json) {
        return new JsonFields(parse(json), "facts").entries(ProvenanceJson::value);
    }

    /** The qualifiers of a measurement, ordered by name; equal qualifiers give equal text. */
    public static String qualifiers(SortedMap<String, String> qualifiers) {
        return JsonWords.compact(MeasurementJson.qualifiers(qualifiers));
    }

    /** The qualifiers of a text written by {@link #qualifiers}. */
    public static SortedMap<String, String> readQualifiers(String json) {
        return MeasurementJson.qualifiers(parse(json));
    }

    /** The parts of an uncertainty. */
    public static String budget(List<Uncertainty.Part> parts) {
        return JsonWords.compact(MeasurementJson.budget(parts, Digits.EXACT));
    }

    /** The parts of a text written by {@link #budget}. */
    public static List<Uncertainty.Part> readBudget(String json) {
        JsonNode document = JsonWords.MAPPER.createObjectNode().set("budget", parse(json));
        return new JsonFields(document, "").list("budget", MeasurementJson::part);
    }

    private static JsonNode parse(String json) {
        return JsonWords.parse(json.getBytes(StandardCharsets.UTF_8), "stored part of a result");
    }
}
