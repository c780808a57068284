package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An analysis result as the JSON document {@code result.json} and back. The same result gives the same bytes: fields
 * stand in a fixed order, numbers carry 12 significant digits, lines end with a line feed. Its form is
 * {@code schemas/analysis-result.schema.json}. Figures are not part of it (see {@link FiguresDocument}); the pictures
 * drawn from them are named.
 */
public final class ResultDocument {

    /** Names the form of the document; the number rises when a reader of the old form would misread the new one. */
    public static final String SCHEMA = "urn:fiducial:schema:analysis-result:1";

    private ResultDocument() {}

    /**
     * A picture drawn from a figure of the result.
     *
     * @param file its name beside the document
     * @param title a few words
     */
    public record Picture(String file, String title) {}

    /** The document of a result, as UTF-8. */
    public static byte[] write(AnalysisResult result, List<Picture> pictures) {
        ObjectNode document = JsonWords.MAPPER.createObjectNode();
        document.put("schema", SCHEMA);
        ProvenanceJson.write(result.provenance(), document, Digits.TWELVE);
        ArrayNode measurements = document.putArray("measurements");
        result.measurements().forEach(each -> measurements.add(MeasurementJson.node(each, Digits.TWELVE)));
        ArrayNode items = document.putArray("items");
        result.items().forEach(each -> items.add(ItemJson.node(each, Digits.TWELVE)));
        ArrayNode remarks = document.putArray("remarks");
        for (Remark remark : result.remarks()) {
            remarks.addObject()
                    .put("code", remark.code())
                    .put("severity", JsonWords.word(remark.severity()))
                    .put("text", remark.text());
        }
        ArrayNode drawn = document.putArray("pictures");
        for (Picture picture : pictures) {
            drawn.addObject().put("file", picture.file()).put("title", picture.title());
        }
        return (indented(document) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The result a document holds, without figures.
     *
     * @throws UnusableInputException if it is no such document; the sentence names the first place that is wrong
     */
    public static AnalysisResult read(byte[] json) {
        JsonNode tree = JsonWords.parse(json, "analysis result");
        if (!SCHEMA.equals(tree.path("schema").textValue())) {
            throw new UnusableInputException(
                    "The document is no analysis result this version reads: its schema should be '" + SCHEMA
                            + "', but is '" + tree.path("schema").asText("missing") + "'.");
        }
        JsonFields document = new JsonFields(tree, "");
        try {
            return new AnalysisResult(
                    ProvenanceJson.read(document),
                    document.list("measurements", MeasurementJson::read),
                    document.list("items", ItemJson::read),
                    document.list("remarks", ResultDocument::remark),
                    List.of());
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException("The analysis result is damaged: " + e.getMessage() + ".", e);
        }
    }

    private static Remark remark(JsonFields json) {
        return new Remark(json.text("code"), json.word("severity", Remark.Severity.class), json.text("text"));
    }

    private static String indented(JsonNode document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return JsonWords.MAPPER.writer(printer).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values can always be written", e);
        }
    }
}
