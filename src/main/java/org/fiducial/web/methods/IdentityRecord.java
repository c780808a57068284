package org.fiducial.web.methods;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.PersistentIdentifier;
import org.fiducial.facility.methods.Setup;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.report.Texts;

/**
 * The identity of an instrument as PIDINST 1.0 describes it (RDA recommendation, doi:10.15497/RDA00070), by the names of the
 * working group's JSON schema. What is mandatory there and not known or not public is named under {@code missing}, so that
 * nobody takes the record for a complete one.
 */
final class IdentityRecord {

    private static final String VERSION = "1.0";
    private static final String TYPE = "Light microscope";

    private final Texts texts;
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();
    private final List<String> missing = new ArrayList<>();

    private IdentityRecord(Texts texts) {
        this.texts = texts;
    }

    /**
     * The record.
     *
     * @param fields of the instrument, of which only dates are read, where its identity is public
     * @param base where the pages are reached, where the facility said so
     */
    static byte[] of(
            PublishedInstrument published, Setup setup, Optional<Fields> fields, Optional<URI> base, Texts texts) {
        IdentityRecord record = new IdentityRecord(texts);
        record.identity(published, setup.stand(), base);
        record.owner(published, setup.house());
        record.make(setup.stand().make());
        record.node.putArray("instrumentTypes").addObject().put("instrumentTypeName", TYPE);
        if (published.shows(Field.IDENTIFIER)) {
            fields.ifPresent(record::dates);
        }
        if (!setup.stand().make().serial().isBlank()) {
            record.node
                    .putArray("alternateIdentifiers")
                    .addObject()
                    .put("alternateIdentifier", setup.stand().make().serial())
                    .put("alternateIdentifierType", "SerialNumber");
        }
        return record.written();
    }

    private void identity(PublishedInstrument published, Setup.Stand stand, Optional<URI> base) {
        stand.identifier()
                .ifPresentOrElse(
                        id -> node.putObject("identifier")
                                .put("identifier", id.value())
                                .put("identifierType", type(id)),
                        () -> missing.add(texts.text("pidinst.missing.identifier")));
        node.put("schemaVersion", VERSION);
        base.ifPresentOrElse(
                url -> node.put(
                        "landingPage",
                        url.resolve(published.address().substring(1)).toString()),
                () -> missing.add(texts.text("pidinst.missing.landingPage")));
        node.put("name", stand.name());
    }

    private static String type(PersistentIdentifier id) {
        return switch (id.scheme()) {
            case HANDLE -> "Handle";
            case ADDRESS -> "URL";
            case DOI, RRID, ARK -> id.scheme().name();
        };
    }

    private void owner(PublishedInstrument published, Setup.House house) {
        ObjectNode owner = node.putArray("owners").addObject().put("ownerName", house.name());
        if (published.contact().matches("[^\\s@]+@[^\\s@]+")) {
            owner.put("ownerContact", published.contact());
        }
        house.identifier().ifPresent(id -> owner.putObject("ownerIdentifier")
                .put("ownerIdentifier", id.value())
                .put("ownerIdentifierType", type(id)));
    }

    private void make(Make make) {
        if (make.manufacturer().isBlank()) {
            missing.add(texts.text("pidinst.missing.manufacturers"));
        } else {
            node.putArray("manufacturers").addObject().put("manufacturerName", make.manufacturer());
        }
        if (!make.model().isBlank()) {
            node.putObject("model").put("modelName", make.model());
        }
    }

    private void dates(Fields fields) {
        ArrayNode dates = JsonNodeFactory.instance.arrayNode();
        fields.day(Fields.COMMISSIONED)
                .ifPresent(day -> dates.addObject().put("date", day.toString()).put("dateType", "Commissioned"));
        fields.day(Fields.DECOMMISSIONED)
                .ifPresent(day -> dates.addObject().put("date", day.toString()).put("dateType", "DeCommissioned"));
        if (!dates.isEmpty()) {
            node.set("dates", dates);
        }
    }

    private byte[] written() {
        if (!missing.isEmpty()) {
            ArrayNode sentences = node.putArray("missing");
            missing.forEach(sentences::add);
        }
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
