package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The figures of a result as compact JSON and back, without loss: a raster is the deflated little-endian 32-bit floats
 * of its rows in Base64. The same figures give the same bytes on the same Java.
 */
public final class FiguresDocument {

    /** Names the form of the document. */
    public static final String SCHEMA = "urn:fiducial:schema:figures:1";

    private FiguresDocument() {}

    /** The document of some figures, as UTF-8. */
    public static byte[] write(List<Figure> figures) {
        ObjectNode document = JsonWords.MAPPER.createObjectNode();
        document.put("schema", SCHEMA);
        ArrayNode list = document.putArray("figures");
        figures.forEach(figure -> list.add(FigureJson.node(figure)));
        return JsonWords.compact(document).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The figures of a document.
     *
     * @throws UnusableInputException if it is no such document
     */
    public static List<Figure> read(byte[] json) {
        JsonNode tree = JsonWords.parse(json, "figures document");
        if (!SCHEMA.equals(tree.path("schema").textValue())) {
            throw new UnusableInputException("The document holds no figures this version reads: its schema should be '"
                    + SCHEMA + "', but is '" + tree.path("schema").asText("missing") + "'.");
        }
        return new JsonFields(tree, "").list("figures", FigureJson::read);
    }
}
