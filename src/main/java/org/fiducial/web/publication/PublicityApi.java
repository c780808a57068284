package org.fiducial.web.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Subject;
import org.fiducial.facility.publication.Publicity.Terms;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** What strangers may see, for programs. */
record PublicityApi(FacilityRecords records) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Answer facility(Route.Request request) {
        Publication publication = records.published().publication();
        return records.instruments()
                .home()
                .map(home -> {
                    Subject subject = new Subject(home.id(), Optional.empty());
                    ObjectNode document = document(publication, subject);
                    ArrayNode open = document.putArray("instruments");
                    records.published().all().forEach(each -> open.addObject()
                            .put("instrument", each.instrument().slug())
                            .put("address", each.address()));
                    return answer(document);
                })
                .orElseGet(Answer.Nothing::new);
    }

    Answer instrument(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(instrument -> {
                    ObjectNode document = document(records.published().publication(), Publication.subject(instrument));
                    document.put("instrument", instrument.slug());
                    document.put("published", records.published().of(instrument).isPresent());
                    document.put("address", "/published/" + InstrumentToken.of(instrument));
                    return answer(document);
                })
                .orElseGet(Answer.Nothing::new);
    }

    private static ObjectNode document(Publication publication, Subject subject) {
        ObjectNode document = JSON.createObjectNode();
        publication.own(subject).ifPresent(terms -> put(document, terms));
        ArrayNode history = document.putArray("history");
        for (Publicity each : publication.history(subject)) {
            put(history.addObject(), each.terms())
                    .put("at", each.entry().at().toString())
                    .put("by", each.entry().by())
                    .put("reason", each.entry().reason());
        }
        return document;
    }

    private static ObjectNode put(ObjectNode node, Terms terms) {
        node.put("standing", terms.standing().word());
        ArrayNode fields = node.putArray("fields");
        terms.fields().stream().sorted().map(Field::word).forEach(fields::add);
        return node.put("contact", terms.contact());
    }

    private static Answer answer(ObjectNode document) {
        try {
            return Answer.Content.json(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
