package org.fiducial.web.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.release.ReturnCheck;
import org.fiducial.facility.release.ReturnChecks;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Notice;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** What is asked for after work: for pages, and for machines. */
public final class ReturnPages {

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final ObjectMapper json = new ObjectMapper();

    public ReturnPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    /** What an event asks for. */
    ReturnView view(LoggedEvent logged) {
        ReturnChecks checks =
                records.returns().rules().of(logged, records.clock().instant());
        return maker(checks.instrument())
                .view(
                        checks,
                        records.instruments().configurations(checks.instrument().id()));
    }

    /** What is lacking anywhere, newest work first. */
    public List<ReturnView.Row> lacking() {
        return records.returns().outstanding().stream()
                .flatMap(
                        each -> maker(each.instrument())
                                .lacking(
                                        each,
                                        records.instruments()
                                                .configurations(
                                                        each.instrument().id()))
                                .stream())
                .toList();
    }

    /** For Monday's page: one line an event. */
    public Stream<Notice> notices() {
        return records.returns().outstanding().stream().map(each -> {
            Event event = each.event().event();
            return new Notice(
                    "/events/" + event.id() + "#return",
                    each.instrument().name(),
                    pages.texts()
                            .text(
                                    "return.notice",
                                    pages.texts()
                                            .text("event.kind." + event.kind().word()),
                                    new Days(
                                                    records.zone(each.instrument()),
                                                    pages.texts().locale())
                                            .shortened()
                                            .of(event.at())
                                            .day(),
                                    pages.texts()
                                            .count(
                                                    "return.checks",
                                                    each.lacking().size())),
                    "fail",
                    "■");
        });
    }

    /** Refuses to end work while checks asked for are lacking: that is said with a reason, or not at all. */
    void requireNothingLacking(LoggedEvent logged) {
        if (logged.event().kind().isWork()
                && records.returns()
                        .rules()
                        .of(logged, records.clock().instant())
                        .isOutstanding()) {
            throw new UnusableInputException(pages.texts().text("return.notyet"));
        }
    }

    /** Takes the word that an instrument is back in use. */
    void release(Route.Request request, LoggedEvent logged, Instrument instrument) {
        Instant now = records.clock().instant();
        records.returns()
                .rules()
                .release(
                        logged,
                        request.form("reason").strip(),
                        new Event.Entry(request.form("by").strip(), now, records.zone(instrument)),
                        sources.ids());
    }

    /** What is lacking anywhere, for machines. */
    Answer outstanding(Route.Request request) {
        ObjectNode node = json.createObjectNode();
        ArrayNode all = node.putArray("events");
        records.returns().outstanding().forEach(each -> describe(all.addObject(), each));
        return answer(node);
    }

    /** What an event asks for, for machines. */
    Answer ofEvent(Route.Request request) {
        return FacilityRecords.uuid(request.path("id"))
                .flatMap(records.events()::byId)
                .map(logged -> {
                    ObjectNode node = json.createObjectNode();
                    describe(
                            node,
                            records.returns().rules().of(logged, records.clock().instant()));
                    return answer(node);
                })
                .orElseGet(Answer.Nothing::new);
    }

    private static void describe(ObjectNode node, ReturnChecks checks) {
        node.put("event", checks.event().event().id().toString())
                .put("instrument", checks.instrument().slug())
                .put("kind", checks.event().event().kind().word())
                .put("at", checks.event().event().at().toString())
                .put("ready", checks.isReady())
                .put("returned", checks.release().isPresent());
        ArrayNode all = node.putArray("checks");
        for (ReturnCheck check : checks.checks()) {
            ObjectNode each = all.addObject()
                    .put("configuration", check.path().slug())
                    .put("protocol", check.protocol().reference().id())
                    .put("needed", check.usual())
                    .put("standing", check.standing().word());
            check.found()
                    .check()
                    .ifPresent(done -> each.put("as_found", done.id().toString()));
            check.left().check().ifPresent(done -> each.put("as_left", done.id().toString()));
        }
        ArrayNode unknown = node.putArray("parts_without_protocol");
        checks.unknown().forEach(part -> unknown.add(part.word()));
        checks.release().ifPresent(release -> {
            ObjectNode each = node.putObject("release")
                    .put("at", release.at().toString())
                    .put("by", release.entry().by())
                    .put("reason", release.waiver().reason());
            each.put("waived", release.waiver().checks().size());
        });
    }

    private Answer answer(ObjectNode node) {
        try {
            return Answer.Content.json(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReturnView.Maker maker(Instrument instrument) {
        return new ReturnView.Maker(
                new Days(records.zone(instrument), pages.texts().locale()).shortened(),
                pages.texts(),
                records::protocolTitle);
    }
}
