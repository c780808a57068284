package org.fiducial.web.audit;

import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.audit.AuditEntry.Thing;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.report.Texts;
import org.fiducial.web.records.FacilityRecords;

/** What the things of the record are called, and where they have a page. */
final class ThingLinks {

    /** Of ids that ascend with time the last figures differ most. */
    private static final int TOLD = 6;

    private final FacilityRecords records;
    private final Texts texts;

    ThingLinks(FacilityRecords records, Texts texts) {
        this.records = records;
        this.texts = texts;
    }

    /** A name and an address. */
    public record Link(String name, String address) {}

    Link of(Thing thing) {
        return switch (thing.kind()) {
            case CHECK -> named(thing, "audit.thing.check", "/checks/");
            case EVENT -> named(thing, "audit.thing.event", "/events/");
            case PLAN -> named(thing, "audit.thing.plan", "/plans/");
            case RECALL -> named(thing, "audit.thing.recall", "/recalls/");
            case ACCOUNT -> named(thing, "audit.thing.account", "/accounts/");
            case COMPONENT -> named(thing, "audit.thing.component", "/components/");
            case KIT -> new Link(texts.text("audit.thing.kit"), "/kit");
            case STATEMENT -> new Link(texts.text("audit.thing.statement"), "/statements");
            case PROTOCOL -> new Link(records.protocolTitle(thing.id()), "/protocols/" + thing.id());
            case INSTRUMENT, LIGHT_PATH, REGISTERED -> registered(thing);
        };
    }

    private Link named(Thing thing, String key, String address) {
        String id = thing.id();
        return new Link(texts.text(key, id.substring(Math.max(0, id.length() - TOLD))), address + id);
    }

    private Link registered(Thing thing) {
        UUID id = UUID.fromString(thing.id());
        return records.instruments()
                .instrument(id)
                .map(instrument -> new Link(instrument.name(), "/instruments/" + instrument.slug()))
                .or(() -> records.instruments().configuration(id).flatMap(this::path))
                .orElseGet(() -> named(thing, "audit.thing.component", "/components/"));
    }

    private Optional<Link> path(Configuration path) {
        return records.instrumentOf(path).map(instrument -> path(instrument, path));
    }

    private static Link path(Instrument instrument, Configuration path) {
        return new Link(instrument.name() + ", " + path.name(), "/instruments/" + instrument.slug());
    }
}
