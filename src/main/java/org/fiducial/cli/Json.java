package org.fiducial.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.judgement.Verdict;

/** What commands print with {@code --json}. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values can always be written", e);
        }
    }

    static String of(Check check, String configuration) {
        ObjectNode document = object();
        document.put("check", check.id().toString());
        document.put("configuration", configuration);
        document.put("protocol", check.result().provenance().protocol().toString());
        document.put("reason", check.occasion().reason().word());
        document.put("measuredAt", check.occasion().times().measuredAt().toString());
        document.put("enteredAt", check.occasion().times().enteredAt().toString());
        document.put("overall", check.judgement().overall().word());
        document.put("limits", check.judgement().limitVersion());
        ArrayNode verdicts = document.putArray("verdicts");
        for (Verdict verdict : check.judgement().verdicts()) {
            ObjectNode row = verdicts.addObject()
                    .put("metric", verdict.key().metric())
                    .put("channel", verdict.key().channel())
                    .put("statistic", verdict.key().statistic().word())
                    .put("verdict", verdict.level().word())
                    .put("because", verdict.because());
            verdict.ruling().ifPresent(ruling -> row.put("rule", ruling.rule().word())
                    .put("limitFrom", ruling.source().word()));
        }
        return text(document);
    }
}
