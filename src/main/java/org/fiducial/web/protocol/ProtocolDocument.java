package org.fiducial.web.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.fiducial.facility.form.OwnProtocol;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/** A protocol as programs read it: what it asks, measures and proposes, and its versions where the facility made it. */
record ProtocolDocument(ProtocolDefinition protocol, List<OwnProtocol> own) {

    ObjectNode node() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("id", protocol.reference().id())
                .put("version", protocol.reference().version())
                .put("title", protocol.description().title())
                .put("summary", protocol.description().summary())
                .put("interval_days", protocol.intervalDays())
                .put("entered_by_hand", protocol.form().isPresent());
        ArrayNode metrics = node.putArray("metrics");
        for (MetricDefinition metric : protocol.metrics()) {
            ObjectNode each = metrics.addObject()
                    .put("key", metric.key())
                    .put("title", metric.title())
                    .put("unit", metric.unit().code());
            ArrayNode levels = each.putArray("levels");
            metric.levels().forEach(levels::add);
            ArrayNode covers = each.putArray("covers");
            metric.covers().forEach(part -> covers.add(part.word()));
        }
        ArrayNode limits = node.putArray("limits");
        for (DefaultLimit limit : protocol.limits()) {
            ObjectNode each = limits.addObject()
                    .put("metric", limit.metric())
                    .put("statistic", limit.statistic().word())
                    .put("reason", limit.reason());
            bounds(each.putObject("warning"), limit.warning());
            bounds(each.putObject("fail"), limit.fail());
        }
        protocol.form().ifPresent(form -> entered(node, form));
        ArrayNode versions = node.putArray("versions");
        own.stream()
                .filter(each ->
                        each.reference().id().equals(protocol.reference().id()))
                .forEach(each -> versions.addObject()
                        .put("version", each.reference().version())
                        .put("by", each.entry().by())
                        .put("at", each.entry().at().toString())
                        .put("reason", each.entry().reason()));
        return node;
    }

    private void entered(ObjectNode node, EntryForm form) {
        ArrayNode steps = node.putArray("steps");
        form.steps().forEach(step -> steps.add(step.text()));
        ArrayNode fields = node.putArray("fields");
        for (EntryForm.Field field : form.fields()) {
            ObjectNode each = fields.addObject()
                    .put("name", field.name())
                    .put("title", protocol.parameter(field.name()).orElseThrow().title())
                    .put("kind", field.kind().word())
                    .put("optional", field.optional());
            field.metric().ifPresent(metric -> each.put("metric", metric));
        }
    }

    private static void bounds(ObjectNode node, DefaultLimit.Bounds bounds) {
        put(node, "low", bounds.low());
        put(node, "high", bounds.high());
    }

    private static void put(ObjectNode node, String key, OptionalDouble bound) {
        if (bound.isPresent()) {
            node.put(key, bound.getAsDouble());
        }
    }
}
