package org.fiducial.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.metrology.protocol.ImageUse;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.report.StateText;
import org.fiducial.report.Texts;
import org.fiducial.web.check.CheckListPages;
import org.fiducial.web.check.CheckPages;
import org.fiducial.web.event.EventList;
import org.fiducial.web.instrument.HomePage;
import org.fiducial.web.limit.LimitDocument;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.ApiPart;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.InstrumentNow;
import org.fiducial.web.review.ReviewList;

/** What the pages say, for machines. */
final class Api {

    /** So many instruments stand in a part, each with what its state rests on. */
    private static final int MOST = 20;

    private static final int MOST_LINES = 200;

    private final FacilityRecords records;
    private final CheckListPages lists;
    private final ObjectMapper json = new ObjectMapper();

    Api(FacilityRecords records, CheckListPages lists) {
        this.records = records;
        this.lists = lists;
    }

    Answer instruments(Route.Request request) {
        ApiPart<InstrumentNow> part = ApiPart.of(
                request,
                HomePage.columns(records, Texts.of(Locale.UK)).sorted(records.present(), request),
                MOST,
                "/api/v1/instruments",
                List.of("sort"));
        ObjectNode node = json.createObjectNode();
        part.describe(node);
        ArrayNode all = node.putArray("instruments");
        part.items().forEach(known -> all.add(instrument(known)));
        return answer(node);
    }

    Answer instrument(Route.Request request) {
        return with(request, instrument -> {
            ObjectNode node = instrument(records.present(instrument));
            ArrayNode configurations = node.putArray("configurations");
            records.instruments()
                    .configurations(instrument.id())
                    .forEach(configuration -> configurations.add(configuration(configuration)));
            return answer(node);
        });
    }

    Answer checks(Route.Request request) {
        return with(request, instrument -> {
            CheckListPages.Listed listed = lists.listed(request, instrument);
            ObjectNode node = json.createObjectNode().put("total", listed.list().total());
            ArrayNode all = node.putArray("checks");
            listed.list().checks().forEach(check -> all.add(summary(check)));
            if (!listed.next().isEmpty()) {
                node.put("next", listed.next());
            }
            return answer(node);
        });
    }

    Answer limits(Route.Request request) {
        return with(request, instrument -> answer(new LimitDocument(records, json).of(instrument)));
    }

    Answer review(Route.Request request) {
        ApiPart<CheckSummary> part = ApiPart.of(
                request,
                new ReviewList(records, Texts.of(Locale.UK)).of(request),
                MOST_LINES,
                "/api/v1/review",
                List.of("instrument", "protocol", "verdict", "sort"));
        ObjectNode node = json.createObjectNode();
        part.describe(node);
        ArrayNode all = node.putArray("checks");
        part.items().forEach(check -> all.add(summary(check)));
        return answer(node);
    }

    Answer events(Route.Request request, EventList events) {
        return with(request, instrument -> {
            ApiPart<LoggedEvent> part = ApiPart.of(
                    request, events.sorted(request, instrument), MOST_LINES, request.address(), List.of("sort"));
            ObjectNode node = json.createObjectNode();
            part.describe(node);
            ArrayNode all = node.putArray("events");
            part.items().forEach(logged -> all.add(event(logged)));
            return answer(node);
        });
    }

    Answer oneEvent(Route.Request request) {
        return FacilityRecords.uuid(request.path("id"))
                .flatMap(records.events()::byId)
                .map(logged -> answer(event(logged)))
                .orElseGet(Answer.Nothing::new);
    }

    private ObjectNode event(LoggedEvent logged) {
        Event event = logged.event();
        ObjectNode node = json.createObjectNode()
                .put("id", event.id().toString())
                .put("kind", event.kind().word())
                .put("at", event.at().toString())
                .put("what", event.report().what())
                .put("effect", event.report().effect().word())
                .put("open", logged.isOpen(records.clock().instant()))
                .put("withdrawn", logged.isWithdrawn())
                .put("lost_minutes", logged.timeLost().toMinutes());
        ArrayNode parts = node.putArray("components");
        event.report().components().forEach(part -> parts.add(part.toString()));
        ArrayNode followUps = node.putArray("follow_ups");
        logged.followUps().forEach(each -> followUps
                .addObject()
                .put("step", each.step().word())
                .put("at", each.at().toString())
                .put("text", each.account().text()));
        return node;
    }

    Answer check(Route.Request request) {
        return records.check(request.path("id"))
                .map(check -> answer(check(check)))
                .orElseGet(Answer.Nothing::new);
    }

    Answer protocols(Route.Request request) {
        ArrayNode all = json.createArrayNode();
        for (ProtocolDefinition definition : records.catalogue().current()) {
            ObjectNode node = all.addObject();
            node.put("id", definition.reference().id())
                    .put("version", definition.reference().version())
                    .put("title", definition.description().title())
                    .put("summary", definition.description().summary())
                    .put("interval_days", definition.intervalDays());
            definition.guidance().minutes().ifPresent(time -> node.putObject("minutes")
                    .put("person", time.person())
                    .put("instrument", time.instrument()));
            ObjectNode affects = node.putObject("affects");
            for (ImageUse use : ImageUse.values()) {
                affects.put(use.word(), definition.guidance().effectOn(use).word());
            }
        }
        return answer(json.createObjectNode().set("protocols", all));
    }

    private Answer with(Route.Request request, Function<Instrument, Answer> answer) {
        return records.instruments().bySlug(request.path("slug")).map(answer).orElseGet(Answer.Nothing::new);
    }

    private ObjectNode instrument(InstrumentNow known) {
        Instrument instrument = known.instrument();
        InstrumentState state = known.state();
        StateText text = new StateText(Texts.of(Locale.UK), records.zone(instrument), records::protocolTitle);
        ObjectNode node = json.createObjectNode()
                .put("slug", instrument.slug())
                .put("name", instrument.name())
                .put("manufacturer", instrument.make().manufacturer())
                .put("model", instrument.make().model())
                .put("location", instrument.location())
                .put("state", state.level().words())
                .put("because", text.of(state).sentence());
        state.decidingFinding()
                .flatMap(finding -> finding.bracket().before())
                .ifPresent(check -> node.put("check", check.id().toString()));
        ArrayNode evidence = node.putArray("evidence");
        state.configurations().stream()
                .flatMap(configuration -> configuration.findings().stream())
                .forEach(finding -> evidence.addObject()
                        .put("configuration", finding.asked().slug())
                        .put("protocol", finding.protocol().id())
                        .put("state", finding.level().words())
                        .put("standing", finding.standing().word())
                        .put("because", text.of(finding).sentence()));
        return node;
    }

    private ObjectNode configuration(Configuration configuration) {
        ObjectNode node =
                json.createObjectNode().put("slug", configuration.slug()).put("name", configuration.name());
        ArrayNode components = node.putArray("components");
        configuration.components().forEach(component -> components
                .addObject()
                .put("kind", component.kind().word())
                .put("name", component.name()));
        Optional.ofNullable(records.instruments().retired().get(configuration.id()))
                .ifPresent(day -> node.put("retired", day.toString()));
        return node;
    }

    private ObjectNode summary(CheckSummary check) {
        return json.createObjectNode()
                .put("id", check.id().toString())
                .put("protocol", check.protocol().toString())
                .put("measured_at", check.measuredAt().toString())
                .put("reason", check.reason().word())
                .put("verdict", check.overall().word())
                .put("review", check.standing().word())
                .put("in_doubt", records.doubts().casting(check.id()).isPresent());
    }

    private ObjectNode check(Check check) {
        ObjectNode node = json.createObjectNode()
                .put("id", check.id().toString())
                .put("measured_at", check.occasion().times().measuredAt().toString())
                .put("entered_at", check.occasion().times().enteredAt().toString())
                .put("zone", check.occasion().times().zone().getId())
                .put("reason", check.occasion().reason().word())
                .put("verdict", check.judgement().overall().word())
                .put("limits", check.judgement().limitVersion());
        ArrayNode words = node.putArray("reviews");
        records.reviews().of(check.id()).forEach(each -> words.addObject()
                .put("decision", each.decision().word())
                .put("at", each.at().toString())
                .put("reason", each.reason()));
        ArrayNode doubts = node.putArray("doubts");
        records.doubts().of(check.id()).forEach(doubt -> doubts.addObject()
                .put("recall", doubt.recall().id().toString())
                .put("slug", doubt.recall().slug())
                .put("reason", doubt.recall().fault().reason())
                .put("doubtful", doubt.isDoubtful()));
        ArrayNode verdicts = node.putArray("verdicts");
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
        try {
            node.set("result", json.readTree(CheckPages.resultDocument(check)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return node;
    }

    private Answer answer(JsonNode node) {
        try {
            return Answer.Content.json(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
