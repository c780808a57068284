package org.fiducial.web.limit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.web.records.FacilityRecords;

/** The limits and baselines a facility set for an instrument, for machines. */
public record LimitDocument(FacilityRecords records, ObjectMapper json) {

    public ObjectNode of(Instrument instrument) {
        ObjectNode document = json.createObjectNode();
        ArrayNode limits = document.putArray("limits");
        ArrayNode baselines = document.putArray("baselines");
        InstrumentLimits known = InstrumentLimits.of(records, instrument);
        for (Configuration path : records.instruments().configurations(instrument.id())) {
            for (ProtocolDefinition protocol : records.catalogue().current()) {
                String id = protocol.reference().id();
                known.versions(path, id).forEach(version -> version(limits.addObject(), path, version));
                known.baselines(path, id).forEach(baseline -> baseline(baselines.addObject(), path, baseline));
            }
        }
        return document;
    }

    private static void version(ObjectNode node, Configuration path, LimitVersion version) {
        node.put("configuration", path.slug())
                .put("protocol", version.subject().protocolId())
                .put("scope", version.subject().scope().reach().word())
                .put("version", version.number())
                .put("in_force_from", version.inForceFrom().toString())
                .put("by", version.entry().by())
                .put("reason", version.entry().reason());
        version.terms().baseline().ifPresent(baseline -> node.put("baseline", baseline.number()));
        ArrayNode limits = node.putArray("limits");
        for (OwnLimit limit : version.terms().limits()) {
            ObjectNode each = limits.addObject()
                    .put("metric", limit.metric())
                    .put("statistic", limit.statistic().word())
                    .put("kind", limit.tolerance().kind().word())
                    .put("rule", limit.rule().word());
            bounds(each.putObject("warning"), limit.tolerance().warning());
            bounds(each.putObject("fail"), limit.tolerance().fail());
        }
    }

    private static void bounds(ObjectNode node, Bounds bounds) {
        bounds.low().ifPresent(low -> node.put("low", low));
        bounds.high().ifPresent(high -> node.put("high", high));
    }

    private static void baseline(ObjectNode node, Configuration path, Baseline baseline) {
        node.put("configuration", path.slug())
                .put("protocol", baseline.series().protocolId())
                .put("version", baseline.number())
                .put("estimator", baseline.sample().estimator().word())
                .put("by", baseline.entry().by())
                .put("reason", baseline.entry().reason());
        ArrayNode checks = node.putArray("checks");
        baseline.sample().checks().forEach(check -> checks.add(check.toString()));
        ArrayNode values = node.putArray("values");
        for (Baseline.Value value : baseline.values()) {
            ObjectNode each = values.addObject()
                    .put("metric", value.key().metric())
                    .put("channel", value.key().channel())
                    .put("statistic", value.key().statistic().word())
                    .put("value", value.centre().value())
                    .put("unit", value.centre().unit().code())
                    .put("n", value.n());
            value.scatter().ifPresent(scatter -> each.put("scatter", scatter));
        }
    }
}
