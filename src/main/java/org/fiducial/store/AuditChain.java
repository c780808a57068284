package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;
import static org.fiducial.store.generated.Tables.CHECK_FIGURES;
import static org.fiducial.store.generated.Tables.CHECK_INPUT;
import static org.fiducial.store.generated.Tables.CHECK_PARAMETER;
import static org.fiducial.store.generated.Tables.COLUMN_MAPPING;
import static org.fiducial.store.generated.Tables.COMPONENT;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.CONFIGURATION_COMPONENT;
import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.INSTRUMENT;
import static org.fiducial.store.generated.Tables.ITEM;
import static org.fiducial.store.generated.Tables.MEASUREMENT;
import static org.fiducial.store.generated.Tables.METER;
import static org.fiducial.store.generated.Tables.METER_CERTIFICATE;
import static org.fiducial.store.generated.Tables.QC_CHECK;
import static org.fiducial.store.generated.Tables.REMARK;
import static org.fiducial.store.generated.Tables.VERDICT;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The chain of audit rows of each facility: hash = SHA-256 over the hash of the row before and everything this row says,
 * one line each.
 */
final class AuditChain {

    /** What stands before the first row. */
    static final String BEGINNING = "0".repeat(64);

    /** Everything that belongs to a check, in the order it is digested. */
    private static final List<Table<?>> OF_A_CHECK =
            List.of(QC_CHECK, CHECK_INPUT, CHECK_PARAMETER, MEASUREMENT, ITEM, VERDICT, REMARK, CHECK_FIGURES);

    private final Clock clock;

    AuditChain(Clock clock) {
        this.clock = clock;
    }

    /** What was done. */
    enum Action {
        ADD_FACILITY("add-facility"),
        ADD_INSTRUMENT("add-instrument"),
        ADD_CONFIGURATION("add-configuration"),
        ADD_CHECK("add-check"),
        ADD_METER("add-meter"),
        ADD_CERTIFICATE("add-certificate"),
        CONFIRM_COLUMNS("confirm-columns");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * Makes other writers of this facility wait until this transaction ends. SQLite has one writer at a time anyway.
     *
     * @param facility the id
     */
    static void lock(DSLContext transaction, String facility) {
        if (transaction.dialect() != SQLDialect.SQLITE) {
            transaction
                    .selectOne()
                    .from(FACILITY)
                    .where(FACILITY.FACILITY_ID.eq(facility))
                    .forUpdate()
                    .fetch();
        }
    }

    /** Adds a row about what this transaction has just written; the facility is locked. */
    void append(DSLContext transaction, String facility, Optional<String> person, Action action, String subject) {
        Optional<AuditRecord> last = head(transaction, facility);
        AuditRecord row = new AuditRecord();
        row.setFacilityId(facility);
        row.setSequence(last.map(AuditRecord::getSequence).orElse(0L) + 1);
        row.setHappenedAt(clock.millis());
        row.setPersonId(person.orElse(null));
        row.setAction(action.word());
        row.setSubject(subject);
        row.setPayloadHash(payloadHash(transaction, facility, action.word(), subject));
        row.setPreviousHash(last.map(AuditRecord::getHash).orElse(BEGINNING));
        row.setHash(hash(row));
        transaction.executeInsert(row);
    }

    static Optional<AuditRecord> head(DSLContext context, String facility) {
        return context.selectFrom(AUDIT)
                .where(AUDIT.FACILITY_ID.eq(facility))
                .orderBy(AUDIT.SEQUENCE.desc())
                .limit(1)
                .fetchOptional();
    }

    static String hash(AuditRecord row) {
        return RowDigest.of(String.join(
                "\n",
                row.getPreviousHash(),
                row.getFacilityId(),
                row.getSequence().toString(),
                row.getHappenedAt().toString(),
                Optional.ofNullable(row.getPersonId()).orElse(""),
                row.getAction(),
                row.getSubject(),
                row.getPayloadHash()));
    }

    /** The digest of the rows an action wrote, as they are stored now. */
    static String payloadHash(DSLContext context, String facility, String action, String subject) {
        RowDigest digest = new RowDigest();
        if (action.equals(Action.ADD_CHECK.word())) {
            OF_A_CHECK.forEach(table -> add(digest, context, table, facility, "check_id", subject));
        } else if (action.equals(Action.ADD_CONFIGURATION.word())) {
            add(digest, context, CONFIGURATION, facility, "configuration_id", subject);
            add(digest, context, CONFIGURATION_COMPONENT, facility, "configuration_id", subject);
            components(context, facility, subject)
                    .forEach(id -> add(digest, context, COMPONENT, facility, "component_id", id));
        } else if (action.equals(Action.ADD_INSTRUMENT.word())) {
            add(digest, context, INSTRUMENT, facility, "instrument_id", subject);
        } else if (action.equals(Action.ADD_METER.word())) {
            add(digest, context, METER, facility, "meter_id", subject);
        } else if (action.equals(Action.ADD_CERTIFICATE.word())) {
            add(digest, context, METER_CERTIFICATE, facility, "certificate_id", subject);
        } else if (action.equals(Action.CONFIRM_COLUMNS.word())) {
            add(digest, context, COLUMN_MAPPING, facility, "mapping_id", subject);
        } else {
            add(digest, context, FACILITY, facility, "facility_id", subject);
        }
        return digest.hex();
    }

    private static List<String> components(DSLContext context, String facility, String configuration) {
        return context.select(CONFIGURATION_COMPONENT.COMPONENT_ID)
                .from(CONFIGURATION_COMPONENT)
                .where(CONFIGURATION_COMPONENT.FACILITY_ID.eq(facility))
                .and(CONFIGURATION_COMPONENT.CONFIGURATION_ID.eq(configuration))
                .orderBy(CONFIGURATION_COMPONENT.POSITION)
                .fetch(CONFIGURATION_COMPONENT.COMPONENT_ID);
    }

    private static void add(
            RowDigest digest, DSLContext context, Table<?> table, String facility, String key, String subject) {
        Field<String> facilityId = DSL.field(DSL.name("facility_id"), String.class);
        Field<String> subjectId = DSL.field(DSL.name(key), String.class);
        List<Field<?>> order = table.getPrimaryKey() == null
                ? List.of()
                : List.copyOf(table.getPrimaryKey().getFields());
        digest.add(
                table.getName(),
                context.selectFrom(table)
                        .where(facilityId.eq(facility))
                        .and(subjectId.eq(subject))
                        .orderBy(order)
                        .fetch());
    }
}
