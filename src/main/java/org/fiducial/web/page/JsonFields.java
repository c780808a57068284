package org.fiducial.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * The fields of a form as a program sends them: an object, whose objects are names with a point, whose lists of words are
 * boxes that are ticked, and whose lists of objects are numbered rows.
 */
public final class JsonFields {

    private static final String YES = "yes";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonFields() {}

    public static boolean isSent(Context context) {
        String type = context.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    /** Reads a body of at most some bytes. */
    static Map<String, String> of(Context context, int most) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            byte[] body = context.req().getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                throw new UnusableInputException("More than " + most + " bytes of JSON were sent; shorten them.");
            }
            JsonNode root = body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body);
            if (!root.isObject()) {
                throw new UnusableInputException("What was sent is no JSON object; send one, for instance {}.");
            }
            add(fields, "", root);
            return fields;
        } catch (IOException e) {
            throw new UnusableInputException("What was sent is no JSON; send an object, for instance {}.", e);
        }
    }

    private static void add(Map<String, String> fields, String name, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(each -> add(fields, join(name, each.getKey()), each.getValue()));
        } else if (node.isArray()) {
            int row = 0;
            for (JsonNode each : node) {
                row++;
                if (each.isObject()) {
                    add(fields, join(name, String.valueOf(row)), each);
                } else if (each.isValueNode()) {
                    fields.put(join(name, each.asText()), YES);
                }
            }
        } else if (node.isBoolean()) {
            fields.put(name, node.booleanValue() ? YES : "");
        } else if (node.isNumber()) {
            fields.put(name, node.decimalValue().toPlainString());
        } else if (!node.isNull()) {
            fields.put(name, node.asText());
        }
    }

    private static String join(String name, String next) {
        return name.isEmpty() ? next : name + "." + next;
    }
}
