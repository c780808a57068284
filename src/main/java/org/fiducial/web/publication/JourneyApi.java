package org.fiducial.web.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.PartClaim;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.ImageUse;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.report.CoveringValues;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** What is public of the state of a light path over some days, for machines. */
final class JourneyApi {

    private static final int BAD_REQUEST = 400;

    private final FacilityRecords records;
    private final PublicInstruments instruments;
    private final Journeys journeys;
    private final ObjectMapper json = new ObjectMapper();

    JourneyApi(PublicInstruments instruments, Journeys journeys) {
        this.records = instruments.records();
        this.instruments = instruments;
        this.journeys = journeys;
    }

    Answer answer(Route.Request request) {
        return instruments
                .named(request)
                .map(published -> answer(journeys.of(published, request)))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer answer(Journey journey) {
        if (journey.problem().isPresent()) {
            return new Answer.Refused(BAD_REQUEST, journey.problem().orElseThrow());
        }
        try {
            return Answer.Content.json(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document(journey)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode document(Journey journey) {
        ObjectNode node = json.createObjectNode()
                .put("instrument", journey.published().instrument().name())
                .put("make", journey.published().make())
                .put("contact", journey.published().contact())
                .put("from", journey.span().first().toString())
                .put("to", journey.span().last().toString())
                .put("zone", journey.span().zone().getId());
        ArrayNode paths = node.putArray("paths");
        journey.paths()
                .forEach(path -> paths.addObject().put("slug", path.slug()).put("name", path.name()));
        journey.coverage().ifPresent(coverage -> fill(node, journey, coverage));
        return node;
    }

    private void fill(ObjectNode node, Journey journey, Coverage coverage) {
        node.put("path", coverage.path().slug())
                .put("claim", journey.text().claim(coverage).word())
                .put("sentence", journey.text().overall(coverage));
        ArrayNode parts = node.putArray("parts");
        coverage.parts().forEach(part -> fill(parts.addObject(), journey, coverage, part));
        if (journey.published().shows(Field.VALUES)) {
            ArrayNode values = node.putArray("values");
            journey.values().forEach(row -> fill(values.addObject(), row));
        }
        if (journey.published().shows(Field.EVENTS)) {
            ArrayNode events = node.putArray("events");
            coverage.between().forEach(each -> events.addObject()
                    .put("kind", each.event().kind().word())
                    .put("at", each.event().at().toString()));
        }
    }

    private void fill(ObjectNode node, Journey journey, Coverage coverage, PartClaim part) {
        node.put("protocol", part.protocol().id())
                .put("claim", part.claim().word())
                .put("sentence", journey.text().line(part, coverage).sentence());
        ObjectNode affects = node.putObject("affects");
        records.protocol(part.protocol()).ifPresent(definition -> {
            for (ImageUse use : ImageUse.values()) {
                affects.put(use.word(), definition.guidance().effectOn(use).word());
            }
        });
        ArrayNode checks = node.putArray("checks");
        part.checks().forEach(each -> checks.addObject()
                .put("measured_at", each.check().measuredAt().toString())
                .put("verdict", each.check().overall().word())
                .put("path", each.path().slug()));
    }

    private static void fill(ObjectNode node, CoveringValues.Row row) {
        MeasurementKey key = row.key();
        node.put("measured_at", row.check().occasion().times().measuredAt().toString())
                .put("path", row.path().slug())
                .put("protocol", row.check().result().provenance().protocol().toString())
                .put("metric", key.metric())
                .put("title", row.words().name())
                .put("statistic", key.statistic().word());
        if (key.channel() > 0) {
            node.put("channel", key.channel());
        }
        ObjectNode qualifiers = node.putObject("qualifiers");
        for (Map.Entry<String, String> each : key.qualifiers().entrySet()) {
            qualifiers.put(each.getKey(), each.getValue());
        }
        fill(node, row.finding());
        row.verdict().ifPresent(verdict -> fill(node, verdict));
        putIfSaid(node, "doi", row.words().doi());
        putIfSaid(node, "measured_with", row.words().with());
    }

    private static void fill(ObjectNode node, Finding finding) {
        if (finding instanceof Finding.Evaluated evaluated) {
            node.put("value", evaluated.value().value())
                    .put("unit", evaluated.value().unit().code());
            evaluated.uncertainty().ifPresent(u -> node.put("u", u.standard()));
            if (evaluated.n() > 0) {
                node.put("n", evaluated.n());
            }
        } else if (finding instanceof Finding.NotEvaluated missing) {
            node.put("not_evaluated", missing.reason());
        }
    }

    private static void fill(ObjectNode node, Verdict verdict) {
        node.put("verdict", verdict.level().word());
        ObjectNode limit = node.putObject("limit");
        fill(limit, "warning", verdict.limit().warning());
        fill(limit, "fail", verdict.limit().fail());
        putIfSaid(limit, "reason", verdict.limit().reason());
    }

    private static void fill(ObjectNode limit, String word, DefaultLimit.Bounds bounds) {
        put(limit, word + "_low", bounds.low());
        put(limit, word + "_high", bounds.high());
    }

    private static void put(ObjectNode node, String name, OptionalDouble number) {
        number.ifPresent(value -> node.put(name, value));
    }

    private static void putIfSaid(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }
}
