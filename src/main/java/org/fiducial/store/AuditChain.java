package org.fiducial.store;

import static org.fiducial.store.generated.Tables.ACCOUNT_VERSION;
import static org.fiducial.store.generated.Tables.API_TOKEN;
import static org.fiducial.store.generated.Tables.API_TOKEN_END;
import static org.fiducial.store.generated.Tables.ARTEFACT;
import static org.fiducial.store.generated.Tables.ATTACHMENT;
import static org.fiducial.store.generated.Tables.ATTACHMENT_END;
import static org.fiducial.store.generated.Tables.AUDIT;
import static org.fiducial.store.generated.Tables.BASELINE;
import static org.fiducial.store.generated.Tables.BASELINE_CHECK;
import static org.fiducial.store.generated.Tables.BASELINE_VALUE;
import static org.fiducial.store.generated.Tables.CHECK_FIGURES;
import static org.fiducial.store.generated.Tables.CHECK_INPUT;
import static org.fiducial.store.generated.Tables.CHECK_MOVE;
import static org.fiducial.store.generated.Tables.CHECK_PARAMETER;
import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.COLUMN_MAPPING;
import static org.fiducial.store.generated.Tables.COMPONENT;
import static org.fiducial.store.generated.Tables.COMPONENT_MOVE;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.CONFIGURATION_COMPONENT;
import static org.fiducial.store.generated.Tables.EVENT;
import static org.fiducial.store.generated.Tables.EVENT_COMPONENT;
import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.HOUR_READING;
import static org.fiducial.store.generated.Tables.INSTRUMENT;
import static org.fiducial.store.generated.Tables.ITEM;
import static org.fiducial.store.generated.Tables.KIT_RECALL;
import static org.fiducial.store.generated.Tables.KIT_RECALL_END;
import static org.fiducial.store.generated.Tables.LIMIT_RULE;
import static org.fiducial.store.generated.Tables.LIMIT_VERSION;
import static org.fiducial.store.generated.Tables.MEASUREMENT;
import static org.fiducial.store.generated.Tables.METER;
import static org.fiducial.store.generated.Tables.METER_CERTIFICATE;
import static org.fiducial.store.generated.Tables.OWN_PROTOCOL;
import static org.fiducial.store.generated.Tables.OWN_PROTOCOL_PICTURE;
import static org.fiducial.store.generated.Tables.PUBLICITY;
import static org.fiducial.store.generated.Tables.QC_CHECK;
import static org.fiducial.store.generated.Tables.QC_STATEMENT;
import static org.fiducial.store.generated.Tables.QC_STATEMENT_END;
import static org.fiducial.store.generated.Tables.REGISTRY_EVENT;
import static org.fiducial.store.generated.Tables.REGISTRY_VERSION;
import static org.fiducial.store.generated.Tables.REMARK;
import static org.fiducial.store.generated.Tables.REMINDER_CLAIM;
import static org.fiducial.store.generated.Tables.REMINDER_OUTCOME;
import static org.fiducial.store.generated.Tables.REMINDER_WISH;
import static org.fiducial.store.generated.Tables.REVIEW_POLICY;
import static org.fiducial.store.generated.Tables.SCHEDULE_COUNTING;
import static org.fiducial.store.generated.Tables.SCHEDULE_PATH;
import static org.fiducial.store.generated.Tables.SCHEDULE_PLAN;
import static org.fiducial.store.generated.Tables.SERVICE_RETURN;
import static org.fiducial.store.generated.Tables.SERVICE_WAIVER;
import static org.fiducial.store.generated.Tables.SOFTWARE_VERSION;
import static org.fiducial.store.generated.Tables.VERDICT;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fiducial.store.generated.Tables;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The chain of audit rows of each facility: hash = SHA-256 over the hash of the row before and everything this row says,
 * one line each.
 */
final class AuditChain {

    /** What stands before the first row. */
    static final String BEGINNING = "0".repeat(64);

    private final Clock clock;

    AuditChain(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was done, and the rows it writes: by the column that holds the subject's id in each table, the subject's own
     * first, in the order they are digested.
     */
    enum Action {
        ADD_FACILITY("add-facility", "Facility", FACILITY.FACILITY_ID),
        ADD_INSTRUMENT("add-instrument", "Instrument", INSTRUMENT.INSTRUMENT_ID),
        ADD_CONFIGURATION(
                "add-configuration",
                "Configuration",
                CONFIGURATION.CONFIGURATION_ID,
                CONFIGURATION_COMPONENT.CONFIGURATION_ID),
        ADD_CHECK(
                "add-check",
                "Check",
                QC_CHECK.CHECK_ID,
                CHECK_INPUT.CHECK_ID,
                CHECK_PARAMETER.CHECK_ID,
                MEASUREMENT.CHECK_ID,
                ITEM.CHECK_ID,
                VERDICT.CHECK_ID,
                REMARK.CHECK_ID,
                CHECK_FIGURES.CHECK_ID),
        ADD_METER("add-meter", "Meter", METER.METER_ID),
        ADD_CERTIFICATE("add-certificate", "Certificate", METER_CERTIFICATE.CERTIFICATE_ID),
        CONFIRM_COLUMNS("confirm-columns", "Mapping of columns", COLUMN_MAPPING.MAPPING_ID),
        ADD_PLAN("add-plan", "Version of a plan", SCHEDULE_PLAN.VERSION_ID, SCHEDULE_PATH.VERSION_ID),
        COUNT_CHECK("count-check", "Word on whether a check counts", SCHEDULE_COUNTING.COUNTING_ID),
        ADD_EVENT("add-event", "Event", EVENT.EVENT_ID, EVENT_COMPONENT.EVENT_ID),
        FOLLOW_UP("follow-up", "Follow-up", Tables.FOLLOW_UP.FOLLOW_UP_ID),
        ADD_BASELINE(
                "add-baseline",
                "Baseline",
                BASELINE.BASELINE_ID,
                BASELINE_CHECK.BASELINE_ID,
                BASELINE_VALUE.BASELINE_ID),
        SET_LIMITS("set-limits", "Version of limits", LIMIT_VERSION.VERSION_ID, LIMIT_RULE.VERSION_ID),
        REVIEW_CHECK("review-check", "Word on a check", CHECK_REVIEW.REVIEW_ID),
        SET_REVIEW_POLICY("set-review-policy", "Rule of reviews", REVIEW_POLICY.POLICY_ID),
        ADD_ACCOUNT("add-account", "Version of an account", ACCOUNT_VERSION.VERSION_ID),
        ADD_TOKEN("add-token", "Token", API_TOKEN.TOKEN_ID),
        END_TOKEN("end-token", "End of a token", API_TOKEN_END.END_ID),
        /** Takes a name away and writes no row; its subject is the person. */
        ERASE_PERSON("erase-person", "Erasure"),
        ADD_ARTEFACT("add-artefact", "Artefact", ARTEFACT.ARTEFACT_ID),
        ADD_RECALL("add-recall", "Recall", KIT_RECALL.RECALL_ID),
        READ_HOURS("read-hours", "Reading of hours", HOUR_READING.READING_ID),
        CLAIM_REMINDER("claim-reminder", "Claim of a reminder", REMINDER_CLAIM.CLAIM_ID),
        NOTE_REMINDER("note-reminder", "Outcome of a reminder", REMINDER_OUTCOME.OUTCOME_ID),
        WISH_REMINDERS("wish-reminders", "Wish for reminders", REMINDER_WISH.WISH_ID),
        WITHDRAW_RECALL("withdraw-recall", "Withdrawal of a recall", KIT_RECALL_END.END_ID),
        RETURN_TO_SERVICE("return-to-service", "Return to service", SERVICE_RETURN.RETURN_ID, SERVICE_WAIVER.RETURN_ID),
        ADD_PROTOCOL("add-protocol", "Version of a protocol", OWN_PROTOCOL.VERSION_ID, OWN_PROTOCOL_PICTURE.VERSION_ID),
        MOVE_CHECK("move-check", "Move of a check", CHECK_MOVE.MOVE_ID),
        CHANGE_REGISTRY(
                "change-registry", "Version in the registry", REGISTRY_VERSION.VERSION_ID, REGISTRY_EVENT.CHANGE_ID),
        MOVE_COMPONENT("move-component", "Move", COMPONENT_MOVE.MOVE_ID, REGISTRY_EVENT.CHANGE_ID),
        INSTALL_SOFTWARE("install-software", "Installation", SOFTWARE_VERSION.SOFTWARE_ID, REGISTRY_EVENT.CHANGE_ID),
        ATTACH_FILE("attach-file", "Attachment", ATTACHMENT.ATTACHMENT_ID),
        DETACH_FILE("detach-file", "End of an attachment", ATTACHMENT_END.END_ID),
        SET_PUBLICITY("set-publicity", "Word on what is public", PUBLICITY.PUBLICITY_ID),
        ISSUE_STATEMENT("issue-statement", "Statement", QC_STATEMENT.STATEMENT_ID),
        WITHDRAW_STATEMENT("withdraw-statement", "Withdrawal of a statement", QC_STATEMENT_END.END_ID);

        private final String word;
        private final String subject;

        @SuppressWarnings("ImmutableEnumChecker") // A copy nobody can change, of columns that never do.
        private final List<TableField<?, String>> rows;

        @SafeVarargs
        @SuppressWarnings("varargs") // The array is only copied into a list.
        Action(String word, String subject, TableField<?, String>... rows) {
            this.word = word;
            this.subject = subject;
            this.rows = List.of(rows);
        }

        String word() {
            return word;
        }

        /** What people call the subject. */
        String subject() {
            return subject;
        }

        /** The column that holds the id in the subject's own table; empty where nothing is written. */
        Optional<TableField<?, String>> own() {
            return rows.stream().findFirst();
        }

        /** The columns that hold the id, one for each table. */
        List<TableField<?, String>> rows() {
            return rows;
        }

        static Optional<Action> of(String word) {
            return Arrays.stream(values())
                    .filter(action -> action.word.equals(word))
                    .findFirst();
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

    /** Where the row of an id stands in the chain: what was entered last is last there, also by a clock that was wrong. */
    static Field<Long> place(Field<String> id) {
        return DSL.field(DSL.select(DSL.max(AUDIT.SEQUENCE)).from(AUDIT).where(AUDIT.SUBJECT.eq(id)));
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

    /**
     * The digest of the rows an action wrote, as they are stored now; of an action nobody knows that of nothing.
     * {@link WrittenRows} makes the same of many.
     */
    static String payloadHash(DSLContext context, String facility, String word, String subject) {
        RowDigest digest = new RowDigest();
        Action.of(word).ifPresent(action -> {
            action.rows.forEach(id -> add(digest, context, id, facility, subject));
            if (action == Action.ADD_CONFIGURATION) {
                components(context, facility, subject)
                        .forEach(component -> add(digest, context, COMPONENT.COMPONENT_ID, facility, component));
            }
            if (action == Action.MOVE_COMPONENT) {
                moved(context, facility, subject)
                        .forEach(component -> add(digest, context, COMPONENT.COMPONENT_ID, facility, component));
            }
        });
        return digest.hex();
    }

    /** A component may have come with its first move. */
    private static List<String> moved(DSLContext context, String facility, String move) {
        return context.select(COMPONENT_MOVE.COMPONENT_ID)
                .from(COMPONENT_MOVE)
                .where(COMPONENT_MOVE.FACILITY_ID.eq(facility))
                .and(COMPONENT_MOVE.MOVE_ID.eq(move))
                .fetch(COMPONENT_MOVE.COMPONENT_ID);
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
            RowDigest digest, DSLContext context, TableField<?, String> id, String facility, String subject) {
        Table<?> table = Objects.requireNonNull(id.getTable());
        Field<String> facilityId = DSL.field(DSL.name("facility_id"), String.class);
        List<Field<?>> order = table.getPrimaryKey() == null
                ? List.of()
                : List.copyOf(table.getPrimaryKey().getFields());
        RowDigest.Columns columns = new RowDigest.Columns(table, 0);
        context.selectFrom(table)
                .where(facilityId.eq(facility))
                .and(id.eq(subject))
                .orderBy(order)
                .fetch()
                .forEach(row -> digest.add(columns, row));
    }
}
