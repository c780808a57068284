package org.fiducial.store;

import static org.fiducial.store.generated.Tables.OWN_PROTOCOL;
import static org.fiducial.store.generated.Tables.OWN_PROTOCOL_PICTURE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.form.OwnProtocol;
import org.fiducial.facility.form.OwnProtocols;
import org.fiducial.facility.form.StepPicture;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.OwnProtocolPictureRecord;
import org.fiducial.store.generated.tables.records.OwnProtocolRecord;
import org.jooq.DSLContext;

/** Protocols a facility made itself, in the database. */
final class StoredOwnProtocols implements OwnProtocols {

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredOwnProtocols(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public void add(OwnProtocol version) {
        String facility = version.facilityId().toString();
        String id = version.id().toString();
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            boolean taken = transaction.fetchExists(
                    OWN_PROTOCOL,
                    OWN_PROTOCOL
                            .FACILITY_ID
                            .eq(facility)
                            .and(OWN_PROTOCOL.PROTOCOL_ID.eq(version.reference().id()))
                            .and(OWN_PROTOCOL.VERSION.eq(version.reference().version())));
            if (taken) {
                throw new UnusableInputException(
                        "Somebody else changed '" + version.reference().id()
                                + "' meanwhile: version " + version.reference().version()
                                + " is in the record; look at it and change it again.");
            }
            Optional<String> person =
                    people.idOf(transaction, facility, version.entry().by());
            OwnProtocolRecord row = new OwnProtocolRecord();
            row.setFacilityId(facility);
            row.setVersionId(id);
            row.setProtocolId(version.reference().id());
            row.setVersion(version.reference().version());
            row.setDefinition(version.definition());
            person.ifPresent(row::setPersonId);
            row.setEnteredAt(version.entry().at().toEpochMilli());
            row.setReason(version.entry().reason());
            transaction.executeInsert(row);
            List<OwnProtocolPictureRecord> pictures = new ArrayList<>();
            for (StepPicture picture : version.pictures()) {
                pictures.add(
                        new OwnProtocolPictureRecord(facility, id, pictures.size(), picture.name(), picture.content()));
            }
            transaction.batchInsert(pictures).execute();
            audit.append(transaction, facility, person, Action.ADD_PROTOCOL, id);
            return version;
        });
    }

    @Override
    public int count() {
        return database.read(context -> context.fetchCount(OWN_PROTOCOL));
    }

    @Override
    public List<OwnProtocol> all() {
        return database.read(context -> context.selectFrom(OWN_PROTOCOL)
                .orderBy(OWN_PROTOCOL.ENTERED_AT, OWN_PROTOCOL.VERSION_ID)
                .fetch(row -> version(context, row)));
    }

    private static OwnProtocol version(DSLContext context, OwnProtocolRecord row) {
        Map<String, String> names = People.names(context, row.getFacilityId());
        return new OwnProtocol(
                UUID.fromString(row.getVersionId()),
                UUID.fromString(row.getFacilityId()),
                new ProtocolReference(row.getProtocolId(), row.getVersion()),
                row.getDefinition(),
                context.selectFrom(OWN_PROTOCOL_PICTURE)
                        .where(OWN_PROTOCOL_PICTURE.FACILITY_ID.eq(row.getFacilityId()))
                        .and(OWN_PROTOCOL_PICTURE.VERSION_ID.eq(row.getVersionId()))
                        .orderBy(OWN_PROTOCOL_PICTURE.POSITION)
                        .fetch(picture -> new StepPicture(picture.getName(), picture.getContent())),
                new Entry(
                        Optional.ofNullable(row.getPersonId())
                                .map(person -> names.getOrDefault(person, ""))
                                .orElse(""),
                        Instant.ofEpochMilli(row.getEnteredAt()),
                        row.getReason()));
    }
}
