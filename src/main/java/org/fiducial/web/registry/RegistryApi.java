package org.fiducial.web.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.fiducial.facility.instrument.Attachment;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.ApiPart;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** The registry for machines: what is known of instruments and components, where they were and what was changed. */
final class RegistryApi {

    /** So many components stand in a part. */
    private static final int MOST = 200;

    private final FacilityRecords records;
    private final ComponentList pages;
    private final ObjectMapper json = new ObjectMapper();

    RegistryApi(FacilityRecords records, ComponentList pages) {
        this.records = records;
        this.pages = pages;
    }

    private Registry registry() {
        return records.instruments().registry();
    }

    /** Everything known of an instrument, its components at the end of the day {@code on}, now without it. */
    Answer instrument(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(instrument -> answer(instrument(request, instrument)))
                .orElseGet(Answer.Nothing::new);
    }

    private ObjectNode instrument(Route.Request request, Instrument instrument) {
        Instant at = Days.parse(request.query("on"))
                .map(new Days(records.zone(instrument), pages.locale())::endOf)
                .orElseGet(() -> records.clock().instant());
        ObjectNode node = json.createObjectNode().put("slug", instrument.slug());
        fields(
                node.putObject("fields"),
                registry().fields(Version.Kind.INSTRUMENT, instrument.id()).orElseGet(() -> Fields.of(instrument)));
        node.put("version", registry().versions(instrument.id()).size() + 1);
        ArrayNode components = node.putArray("components");
        registry().componentsOf(instrument.id(), at).forEach(each -> component(components.addObject(), each));
        ArrayNode software = node.putArray("software");
        for (Installation each : registry().installations(instrument.id())) {
            software.addObject()
                    .put("kind", each.release().kind().word())
                    .put("name", each.release().name())
                    .put("version", each.release().number())
                    .put("at", each.at().toString());
        }
        ArrayNode files = node.putArray("files");
        for (Attachment each : registry().attachments(instrument.id())) {
            files.addObject()
                    .put("id", each.id().toString())
                    .put("kind", each.content().kind().word())
                    .put("name", each.content().name())
                    .put("sha256", each.content().sha256())
                    .put("bytes", each.content().bytes());
        }
        versions(node.putArray("versions"), instrument.id());
        return node;
    }

    /** The components the filter of the page leaves. */
    Answer components(Route.Request request) {
        ApiPart<Located> part =
                ApiPart.of(request, pages.chosen(request), MOST, "/api/v1/components", ComponentList.ASKED);
        ObjectNode node = json.createObjectNode();
        part.describe(node);
        ArrayNode all = node.putArray("components");
        part.items().forEach(each -> component(all.addObject(), each));
        return answer(node);
    }

    /** A component with where it was and what was changed. */
    Answer component(Route.Request request) {
        return FacilityRecords.uuid(request.path("id"))
                .flatMap(registry()::component)
                .map(located -> answer(life(located)))
                .orElseGet(Answer.Nothing::new);
    }

    private ObjectNode life(Located located) {
        ObjectNode node = json.createObjectNode();
        component(node, located);
        UUID id = located.component().id();
        ArrayNode moves = node.putArray("moves");
        for (Move move : registry().moves(id)) {
            ObjectNode each = moves.addObject()
                    .put("at", move.at().toString())
                    .put("standing", move.place().standing().word())
                    .put("by", move.entered().by())
                    .put("reason", move.entered().reason());
            move.place()
                    .instrumentId()
                    .flatMap(records.instruments()::instrument)
                    .ifPresent(stand -> each.put("instrument", stand.slug()));
        }
        node.put("version", registry().versions(id).size() + 1);
        versions(node.putArray("versions"), id);
        return node;
    }

    private void component(ObjectNode node, Located located) {
        node.put("id", located.component().id().toString())
                .put("kind", located.component().kind().word())
                .put("standing", located.place().standing().word());
        located.place()
                .instrumentId()
                .flatMap(records.instruments()::instrument)
                .ifPresent(stand -> node.put("instrument", stand.slug()));
        located.since().ifPresent(since -> node.put("since", since.toString()));
        fields(node.putObject("fields"), Fields.of(located.component()));
    }

    private void versions(ArrayNode all, UUID subject) {
        for (Version version : registry().versions(subject)) {
            ObjectNode node = all.addObject()
                    .put("version", version.key().number())
                    .put("entered_at", version.entered().at().toString())
                    .put("by", version.entered().by())
                    .put("reason", version.entered().reason());
            version.since().ifPresent(since -> node.put("since", since.toString()));
            ArrayNode changes = node.putArray("changes");
            version.changes().forEach(change -> changes.addObject()
                    .put("field", change.field())
                    .put("from", change.from())
                    .put("to", change.to()));
        }
    }

    private static void fields(ObjectNode node, Fields fields) {
        fields.values().forEach(node::put);
    }

    private Answer answer(ObjectNode node) {
        try {
            return Answer.Content.json(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
