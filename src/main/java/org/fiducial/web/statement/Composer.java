package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.coverage.Claim;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.PartClaim;
import org.fiducial.facility.coverage.Span;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.report.CoverageText;
import org.fiducial.report.CoveringValues;
import org.fiducial.report.Texts;
import org.fiducial.web.records.CoverageRecords;
import org.fiducial.web.records.FacilityRecords;

/**
 * Composes what a statement says of a light path over some days, from what is public of its instrument. Names nobody and holds
 * no free words of the record but names and the facility's contact: what is issued can never be taken back.
 *
 * @param records the record
 * @param texts the words
 */
record Composer(FacilityRecords records, Texts texts) {

    /** What would be said today; empty where the instrument had no such light path on any of these days. */
    Optional<ObjectNode> said(PublishedInstrument published, UUID path, Span span) {
        return new CoverageRecords(records)
                .of(published.instrument(), path, span)
                .map(coverage -> said(published, coverage));
    }

    private ObjectNode said(PublishedInstrument published, Coverage coverage) {
        CoverageText text = new CoverageText(
                texts,
                id -> records.catalogue().find(id).map(Catalogue.Entry::definition),
                new CoverageText.Shown(published.shows(Field.EVENTS), published.shows(Field.COMPONENTS)));
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        said.put("language", texts.locale().toLanguageTag());
        facility(said.putObject("facility"), published);
        instrument(said.putObject("instrument"), published, coverage.span());
        path(said.putObject("lightPath"), published, coverage);
        said.put("from", coverage.span().first().toString());
        said.put("to", coverage.span().last().toString());
        ArrayNode shown = said.putArray("publicFields");
        published.fields().stream().sorted().forEach(field -> shown.add(field.word()));
        claims(said.putArray("claims"), published, coverage, text);
        checks(said, published, coverage);
        ArrayNode events = said.putArray("events");
        if (published.shows(Field.EVENTS)) {
            coverage.between().forEach(each -> event(events.addObject(), each, coverage, text));
        }
        said.put("notSaid", texts.text("statement.notsaid.text"));
        return said;
    }

    private void facility(ObjectNode node, PublishedInstrument published) {
        node.put(
                "name",
                records.facility(published.instrument()).map(Facility::name).orElse(""));
        node.put("zone", records.zone(published.instrument()).getId());
        put(node, "contact", published.contact());
    }

    /** The instrument as it was on the last of the days, by the name people call it now. */
    private void instrument(ObjectNode node, PublishedInstrument published, Span span) {
        Instrument instrument = published.instrument();
        Fields then = fields(instrument, span.to());
        Make make = new Make(then.text(Fields.MANUFACTURER), then.text(Fields.MODEL), then.text(Fields.SERIAL));
        node.put("id", instrument.id().toString());
        node.put("name", instrument.name());
        if (published.shows(Field.MAKE)) {
            put(node, "make", make.title());
        }
        if (published.shows(Field.SERIAL)) {
            put(node, "serial", make.serial());
        }
        if (published.shows(Field.ROOM)) {
            put(node, "room", then.text(Fields.LOCATION));
        }
        if (published.shows(Field.IDENTIFIER)) {
            put(node, "identifier", then.text(Fields.IDENTIFIER));
        }
        if (published.shows(Field.SOFTWARE)) {
            ArrayNode software = node.putArray("software");
            releases(instrument, span.to()).forEach(each -> software.add(each.name() + " " + each.number()));
        }
    }

    private Fields fields(Instrument instrument, Instant at) {
        Registry registry = records.instruments().registry();
        List<Version> versions = registry.versions(instrument.id());
        return versions.isEmpty()
                ? registry.fields(Version.Kind.INSTRUMENT, instrument.id()).orElseGet(() -> Fields.of(instrument))
                : Version.at(versions.get(0).before(), versions, at);
    }

    /** What ran at a time: of each product the release installed last by then. */
    private List<Installation.Release> releases(Instrument instrument, Instant at) {
        List<Installation.Release> newest = new ArrayList<>();
        for (Installation each : records.instruments().registry().installations(instrument.id())) {
            if (!each.at().isAfter(at) && newest.stream().noneMatch(known -> known.isOf(each.release()))) {
                newest.add(each.release());
            }
        }
        return newest;
    }

    private static void path(ObjectNode node, PublishedInstrument published, Coverage coverage) {
        node.put("id", coverage.path().id().toString());
        node.put("slug", coverage.path().slug());
        node.put("name", coverage.path().name());
        if (published.shows(Field.COMPONENTS)) {
            ArrayNode parts = node.putArray("parts");
            for (Component each : coverage.path().components()) {
                ObjectNode part = parts.addObject();
                part.put("id", each.id().toString());
                part.put("kind", each.kind().word());
                part.put("name", each.name());
                put(part, "make", each.make().title());
                if (published.shows(Field.SERIAL)) {
                    put(part, "serial", each.make().serial());
                }
            }
        }
    }

    private static void claims(ArrayNode claims, PublishedInstrument published, Coverage coverage, CoverageText text) {
        Claim whole = text.claim(coverage);
        claims.addObject()
                .put("key", "whole")
                .put("subject", text.texts().text("statement.whole"))
                .put("claim", whole.word())
                .put("standing", whole.word())
                .put("sentence", text.overall(coverage));
        for (PartClaim part : coverage.parts()) {
            ObjectNode claim = claims.addObject();
            claim.put("key", part.protocol().id());
            claim.put("subject", text.subject(part));
            claim.put("claim", part.claim().word());
            // That something was disturbed tells of an event.
            claim.put(
                    "standing",
                    published.shows(Field.EVENTS) && !part.isNever()
                            ? part.standing().word()
                            : part.claim().word());
            claim.put("sentence", text.line(part, coverage).sentence());
            ArrayNode effects = claim.putArray("effects");
            text.affected(part).forEach(effects::add);
        }
    }

    private void checks(ObjectNode said, PublishedInstrument published, Coverage coverage) {
        KitNames kit = new KitNames(records.kit(), texts);
        boolean numbers = published.shows(Field.VALUES);
        List<Check> measured = numbers ? new CoverageRecords(records).allMeasured(coverage) : List.of();
        Map<UUID, Check> byId = new HashMap<>();
        measured.forEach(check -> byId.put(check.id(), check));
        List<CoveringValues.Row> rows =
                new CoveringValues(texts, records::protocol, kit::name).rows(coverage, measured);
        CheckContent content = new CheckContent(records, texts, coverage.span().zone());
        ArrayNode checks = said.putArray("checks");
        for (PartClaim.Covering each : coverage.checks()) {
            ObjectNode node = checks.addObject();
            content.fill(node, each);
            Optional.ofNullable(byId.get(each.check().id())).ifPresent(check -> {
                content.fill(node, check, kit);
                ArrayNode values = node.putArray("values");
                rows.stream()
                        .filter(row -> row.check().id().equals(check.id()))
                        .distinct()
                        .forEach(row -> content.fill(values.addObject(), row));
            });
        }
        ArrayNode rules = said.putArray("rules");
        content.rules(rows).forEach(rules::add);
    }

    private static void event(ObjectNode node, LoggedEvent logged, Coverage coverage, CoverageText text) {
        node.put("id", logged.event().id().toString());
        node.put("at", logged.event().at().toString());
        node.put(
                "day",
                LocalDate.ofInstant(logged.event().at(), coverage.span().zone()).toString());
        node.put("kind", text.texts().text("event.kind." + logged.event().kind().word()));
        node.put("effect", logged.event().report().effect().word());
        logged.end()
                .map(end -> LocalDate.ofInstant(end, coverage.span().zone()))
                .ifPresent(end -> node.put("ended", end.toString()));
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isBlank()) {
            node.put(name, text);
        }
    }
}
