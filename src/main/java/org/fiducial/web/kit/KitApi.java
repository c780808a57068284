package org.fiducial.web.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.Recall;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.ApiPart;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** The kit for machines. */
final class KitApi {

    /** So many checks of a recall stand in a part. */
    private static final int MOST = 500;

    private final FacilityRecords records;
    private final ReachedChecks reached;
    private final ObjectMapper json = new ObjectMapper();

    KitApi(FacilityRecords records, ReachedChecks reached) {
        this.reached = reached;
        this.records = records;
    }

    Answer kit(Route.Request request) {
        LocalDate today = records.today();
        ObjectNode document = json.createObjectNode();
        ArrayNode meters = document.putArray("meters");
        records.kit().meters().forEach(meter -> add(meters, meter, today));
        ArrayNode artefacts = document.putArray("artefacts");
        KitPages.columns(Texts.of(Locale.UK), today)
                .sorted(records.kit().artefacts(), request)
                .forEach(artefact -> add(artefacts, artefact, today));
        ArrayNode recalls = document.putArray("recalls");
        records.kit().recalls().forEach(recall -> fill(recalls.addObject(), recall));
        return answer(document);
    }

    Answer recall(Route.Request request) {
        Optional<Recall> known = FacilityRecords.uuid(request.path("id")).flatMap(id -> records.kit().recalls().stream()
                .filter(each -> each.id().equals(id))
                .findFirst());
        return known.map(recall -> {
                    ObjectNode node = fill(json.createObjectNode(), recall);
                    ReachedChecks.Reach reach = reached.of(recall, request, List.of());
                    ApiPart<Doubt> part =
                            ApiPart.of(request, reach.total(), MOST, reach.stretch(), List.of(ListOrder.QUERY));
                    part.describe(node);
                    ArrayNode checks = node.putArray("checks");
                    part.items().forEach(doubt -> add(checks, doubt));
                    ArrayNode people = node.putArray("people");
                    reach.people().forEach(people::add);
                    return answer(node);
                })
                .orElseGet(Answer.Nothing::new);
    }

    private void add(ArrayNode meters, Meter meter, LocalDate today) {
        ObjectNode node = meters.addObject()
                .put("slug", meter.slug())
                .put("model", meter.device().model())
                .put("serial", meter.device().serial())
                .put("sensor", meter.device().sensor());
        records.kit().speakingFor(meter.id(), today).ifPresent(certificate -> {
            node.put("certificate", certificate.calibration().certificate().number())
                    .put("standing", word(certificate.standing(today)));
            certificate.calibration().certificate().due().ifPresent(due -> node.put("due", due.toString()));
        });
    }

    private static void add(ArrayNode artefacts, Artefact artefact, LocalDate today) {
        ObjectNode node = artefacts
                .addObject()
                .put("slug", artefact.slug())
                .put("kind", artefact.kind().word())
                .put("maker", artefact.source().maker())
                .put("product", artefact.source().product())
                .put("lot", artefact.source().lot())
                .put("notes", artefact.notes())
                .put("standing", word(artefact.standing(today)));
        artefact.diameter().ifPresent(diameter -> {
            node.put("diameter_nm", diameter.nm());
            diameter.uncertaintyNm().ifPresent(u -> node.put("diameter_u_nm", u));
        });
        artefact.life().made().ifPresent(day -> node.put("made", day.toString()));
        artefact.life().opened().ifPresent(day -> node.put("opened", day.toString()));
        artefact.life().expires().ifPresent(day -> node.put("expires", day.toString()));
        artefact.succeeds().ifPresent(old -> node.put("succeeds", old));
    }

    private static ObjectNode fill(ObjectNode node, Recall recall) {
        node.put("id", recall.id().toString())
                .put("slug", recall.slug())
                .put("from", recall.period().from().toString())
                .put("reason", recall.fault().reason())
                .put("by", recall.entry().by())
                .put("entered_at", recall.entry().at().toString())
                .put("holds", recall.holds());
        recall.period().to().map(Instant::toString).ifPresent(to -> node.put("to", to));
        recall.fault().readsPercent().ifPresent(percent -> node.put("reads_percent", percent));
        recall.withdrawal().ifPresent(each -> node.put("withdrawn_because", each.reason()));
        return node;
    }

    private static void add(ArrayNode checks, Doubt doubt) {
        ObjectNode node = checks.addObject()
                .put("id", doubt.use().check().id().toString())
                .put("configuration", doubt.use().check().configurationId().toString())
                .put("measured_at", doubt.use().check().measuredAt().toString())
                .put("verdict", doubt.use().check().overall().word())
                .put("performed_by", doubt.use().performedBy())
                .put("doubtful", doubt.isDoubtful());
        ArrayNode arithmetic = node.putArray("arithmetic");
        doubt.arithmetic().forEach(arithmetic::add);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Answer answer(ObjectNode node) {
        try {
            return Answer.Content.json(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
