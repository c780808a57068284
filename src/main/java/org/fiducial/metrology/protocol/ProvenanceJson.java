package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;

/** Where a result comes from, as JSON and back. */
final class ProvenanceJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private ProvenanceJson() {}

    static void write(Provenance provenance, ObjectNode document, Digits digits) {
        document.putObject("protocol")
                .put("id", provenance.protocol().id())
                .put("version", provenance.protocol().version());
        document.putObject("module")
                .put("id", provenance.module().id())
                .put("version", provenance.module().version());
        document.putObject("software")
                .put("name", provenance.software().name())
                .put("version", provenance.software().version())
                .put("commit", provenance.software().commit());
        var inputs = document.putArray("inputs");
        for (InputFile input : provenance.inputs()) {
            ObjectNode node = inputs.addObject();
            node.put("name", input.name());
            node.put("sha256", input.sha256());
            node.put("bytes", input.bytes());
            node.set("facts", facts(input.facts(), digits));
        }
        ObjectNode parameters = document.putObject("parameters");
        for (Parameter parameter : provenance.parameters()) {
            ObjectNode node = value(parameter.value(), digits);
            node.put("origin", parameter.origin().word());
            if (parameters.replace(parameter.name().toString(), node) != null) {
                throw new IllegalArgumentException("two parameters share the name " + parameter.name());
            }
        }
    }

    static Provenance read(JsonFields json) {
        JsonFields protocol = json.object("protocol");
        JsonFields module = json.object("module");
        JsonFields software = json.object("software");
        List<Parameter> parameters = json.map("parameters", ProvenanceJson::parameterBody).entrySet().stream()
                .map(entry -> new Parameter(
                        name(entry.getKey()),
                        entry.getValue().value(),
                        entry.getValue().origin()))
                .toList();
        return new Provenance(
                new ProtocolReference(protocol.text("id"), protocol.text("version")),
                new ModuleReference(module.text("id"), module.text("version")),
                new SoftwareReference(software.text("name"), software.text("version"), software.text("commit")),
                json.list("inputs", ProvenanceJson::input),
                parameters);
    }

    static ObjectNode facts(Map<String, Value> facts, Digits digits) {
        ObjectNode node = NODES.objectNode();
        facts.forEach((name, fact) -> node.set(name, value(fact, digits)));
        return node;
    }

    static ObjectNode value(Value value, Digits digits) {
        ObjectNode node = NODES.objectNode();
        if (value instanceof Value.Numeric numeric) {
            node.set("value", digits.node(numeric.quantity().value()));
            node.put("unit", numeric.quantity().unit().code());
        } else {
            node.put("value", ((Value.Text) value).text());
        }
        return node;
    }

    /** A value with a unit is a number, one without is a word. */
    static Value value(JsonFields json) {
        return json.has("unit")
                ? new Value.Numeric(json.quantity("value", "unit"))
                : new Value.Text(json.text("value"));
    }

    static ParameterName name(String text) {
        int dot = text.lastIndexOf('.');
        return dot < 0
                ? ParameterName.of(text)
                : new ParameterName(text.substring(0, dot), Integer.parseInt(text.substring(dot + 1)));
    }

    private static InputFile input(JsonFields json) {
        return new InputFile(
                json.text("name"),
                json.text("sha256"),
                json.integer("bytes"),
                json.map("facts", ProvenanceJson::value));
    }

    private static Parameter parameterBody(JsonFields json) {
        return new Parameter(ParameterName.of("unnamed"), value(json), json.word("origin", Origin.class));
    }
}
