package org.fiducial.store;

import static org.fiducial.store.generated.Tables.COLUMN_MAPPING;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.PERSON;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.ColumnMappings;
import org.fiducial.facility.check.ConfirmedColumns;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.ColumnMappingRecord;
import org.jooq.DSLContext;

/** What the columns of tables hold, in the database. */
final class StoredColumnMappings implements ColumnMappings {

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredColumnMappings(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public void confirm(ConfirmedColumns columns) {
        String facility = facility(columns.configurationId())
                .orElseThrow(
                        () -> new IllegalArgumentException("no configuration has the id " + columns.configurationId()));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            Optional<String> person =
                    people.idOf(transaction, facility, columns.confirmed().by());
            String id = columns.id().toString();
            transaction.executeInsert(new ColumnMappingRecord(
                    facility,
                    id,
                    columns.header(),
                    columns.columns(),
                    columns.configurationId().toString(),
                    person.orElse(null),
                    columns.confirmed().at().toEpochMilli()));
            audit.append(transaction, facility, person, Action.CONFIRM_COLUMNS, id);
            return columns;
        });
    }

    /** Identifiers ascend, so that of two confirmed within a millisecond the later one counts. */
    @Override
    public Optional<ConfirmedColumns> of(UUID configurationId, String header) {
        return facility(configurationId)
                .flatMap(facility -> database.read(context -> context.selectFrom(COLUMN_MAPPING)
                        .where(COLUMN_MAPPING.FACILITY_ID.eq(facility))
                        .and(COLUMN_MAPPING.HEADER.eq(header))
                        .orderBy(COLUMN_MAPPING.CONFIRMED_AT.desc(), COLUMN_MAPPING.MAPPING_ID.desc())
                        .limit(1)
                        .fetchOptional()
                        .map(row -> confirmed(context, row))));
    }

    private Optional<String> facility(UUID configurationId) {
        return database.read(context -> context.select(CONFIGURATION.FACILITY_ID)
                .from(CONFIGURATION)
                .where(CONFIGURATION.CONFIGURATION_ID.eq(configurationId.toString()))
                .fetchOptional(CONFIGURATION.FACILITY_ID));
    }

    private static ConfirmedColumns confirmed(DSLContext context, ColumnMappingRecord row) {
        Optional<String> name = Optional.ofNullable(row.getPersonId()).flatMap(person -> context.select(PERSON.NAME)
                .from(PERSON)
                .where(PERSON.FACILITY_ID.eq(row.getFacilityId()))
                .and(PERSON.PERSON_ID.eq(person))
                .fetchOptional(PERSON.NAME));
        return new ConfirmedColumns(
                UUID.fromString(row.getMappingId()),
                UUID.fromString(row.getConfigurationId()),
                row.getHeader(),
                row.getMapping(),
                new ConfirmedColumns.Confirmed(name.orElse(""), Instant.ofEpochMilli(row.getConfirmedAt())));
    }
}
