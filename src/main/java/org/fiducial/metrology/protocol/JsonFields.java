package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * A JSON object as it is read; what is missing or of the wrong kind is named with its place.
 *
 * @param node the object
 * @param place where it stands in the document, for instance {@code measurements}
 */
record JsonFields(JsonNode node, String place) {

    JsonFields {
        if (!node.isObject()) {
            throw broken(place, "a JSON object");
        }
    }

    static UnusableInputException broken(String place, String expected) {
        return new UnusableInputException(
                "The analysis result is damaged: '" + place + "' should be " + expected + "; analyse the file again.");
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw broken(at(name), "a text");
        }
        return value.textValue();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    double number(String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw broken(at(name), "a number");
        }
        return value.doubleValue();
    }

    OptionalDouble optionalNumber(String name) {
        return has(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
    }

    long integer(String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber()) {
            throw broken(at(name), "a whole number");
        }
        return value.longValue();
    }

    int count(String name) {
        long value = integer(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw broken(at(name), "a count");
        }
        return (int) value;
    }

    Unit unit(String name) {
        return Unit.parse(text(name)).orElseThrow(() -> broken(at(name), "a known unit"));
    }

    Quantity quantity(String name, String unitName) {
        return new Quantity(number(name), unit(unitName));
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        String wanted = text(name);
        for (E constant : type.getEnumConstants()) {
            if (JsonWords.word(constant).equals(wanted)) {
                return constant;
            }
        }
        throw broken(at(name), "one of the words of the schema");
    }

    JsonFields object(String name) {
        return new JsonFields(node.path(name), at(name));
    }

    /** The objects of a list; a list that is not there is empty. */
    <T> List<T> list(String name, Function<JsonFields, T> read) {
        JsonNode array = node.path(name);
        if (array.isMissingNode()) {
            return List.of();
        }
        if (!array.isArray()) {
            throw broken(at(name), "a list");
        }
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> read.apply(new JsonFields(each, at(name))))
                .toList();
    }

    /** The objects of a map, in the order written; a map that is not there is empty. */
    <T> Map<String, T> map(String name, Function<JsonFields, T> read) {
        return has(name) ? object(name).entries(read) : Map.of();
    }

    /** This object's own fields, each an object, in the order written. */
    <T> Map<String, T> entries(Function<JsonFields, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> each = node.fields(); each.hasNext(); ) {
            Map.Entry<String, JsonNode> entry = each.next();
            all.put(entry.getKey(), read.apply(new JsonFields(entry.getValue(), at(entry.getKey()))));
        }
        return all;
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
