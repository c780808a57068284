package org.fiducial.store;

import static org.fiducial.store.generated.Tables.ACCOUNT_VERSION;
import static org.fiducial.store.generated.Tables.ARTEFACT;
import static org.fiducial.store.generated.Tables.ATTACHMENT;
import static org.fiducial.store.generated.Tables.BASELINE;
import static org.fiducial.store.generated.Tables.CHECK_MOVE;
import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.COMPONENT_MOVE;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.FOLLOW_UP;
import static org.fiducial.store.generated.Tables.HOUR_READING;
import static org.fiducial.store.generated.Tables.KIT_RECALL_END;
import static org.fiducial.store.generated.Tables.LIMIT_VERSION;
import static org.fiducial.store.generated.Tables.METER;
import static org.fiducial.store.generated.Tables.METER_CERTIFICATE;
import static org.fiducial.store.generated.Tables.OWN_PROTOCOL;
import static org.fiducial.store.generated.Tables.PUBLICITY;
import static org.fiducial.store.generated.Tables.QC_STATEMENT_END;
import static org.fiducial.store.generated.Tables.REGISTRY_VERSION;
import static org.fiducial.store.generated.Tables.SCHEDULE_COUNTING;
import static org.fiducial.store.generated.Tables.SCHEDULE_PLAN;
import static org.fiducial.store.generated.Tables.SERVICE_RETURN;
import static org.fiducial.store.generated.Tables.SOFTWARE_VERSION;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.facility.audit.AuditEntry.Thing;
import org.fiducial.facility.audit.AuditEntry.Thing.Kind;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** What rows of the audit were about: one query for each kind of row among them. */
record AuditedThings(DSLContext context, String facility) {

    /** Where the thing of an action stands: in a column of the row it wrote, or it is the subject itself. */
    private record Way(Kind kind, Optional<TableField<?, String>> column) {

        static Optional<Way> itself(Kind kind) {
            return Optional.of(new Way(kind, Optional.empty()));
        }

        static Optional<Way> in(Kind kind, TableField<?, String> column) {
            return Optional.of(new Way(kind, Optional.of(column)));
        }

        static Optional<Way> of(Action action) {
            return switch (action) {
                case ADD_CHECK -> itself(Kind.CHECK);
                case COUNT_CHECK -> in(Kind.CHECK, SCHEDULE_COUNTING.CHECK_ID);
                case REVIEW_CHECK -> in(Kind.CHECK, CHECK_REVIEW.CHECK_ID);
                case MOVE_CHECK -> in(Kind.CHECK, CHECK_MOVE.CHECK_ID);
                case ADD_INSTRUMENT -> itself(Kind.INSTRUMENT);
                case READ_HOURS -> in(Kind.INSTRUMENT, HOUR_READING.INSTRUMENT_ID);
                case INSTALL_SOFTWARE -> in(Kind.INSTRUMENT, SOFTWARE_VERSION.INSTRUMENT_ID);
                case ATTACH_FILE -> in(Kind.INSTRUMENT, ATTACHMENT.INSTRUMENT_ID);
                case SET_PUBLICITY -> in(Kind.INSTRUMENT, PUBLICITY.INSTRUMENT_ID);
                case ADD_CONFIGURATION -> in(Kind.LIGHT_PATH, CONFIGURATION.CONFIGURATION_ID);
                case ADD_BASELINE -> in(Kind.LIGHT_PATH, BASELINE.CONFIGURATION_ID);
                case MOVE_COMPONENT -> in(Kind.COMPONENT, COMPONENT_MOVE.COMPONENT_ID);
                case CHANGE_REGISTRY -> in(Kind.REGISTERED, REGISTRY_VERSION.SUBJECT_ID);
                case ADD_EVENT -> itself(Kind.EVENT);
                case FOLLOW_UP -> in(Kind.EVENT, FOLLOW_UP.EVENT_ID);
                case RETURN_TO_SERVICE -> in(Kind.EVENT, SERVICE_RETURN.EVENT_ID);
                case ADD_PLAN -> in(Kind.PLAN, SCHEDULE_PLAN.PLAN_ID);
                case SET_LIMITS -> in(Kind.PROTOCOL, LIMIT_VERSION.PROTOCOL_ID);
                case ADD_PROTOCOL -> in(Kind.PROTOCOL, OWN_PROTOCOL.PROTOCOL_ID);
                case ADD_RECALL -> itself(Kind.RECALL);
                case WITHDRAW_RECALL -> in(Kind.RECALL, KIT_RECALL_END.RECALL_ID);
                case ADD_METER -> in(Kind.KIT, METER.SLUG);
                case ADD_ARTEFACT -> in(Kind.KIT, ARTEFACT.SLUG);
                case ADD_CERTIFICATE -> in(Kind.KIT, METER_CERTIFICATE.METER_ID);
                case ISSUE_STATEMENT -> itself(Kind.STATEMENT);
                case WITHDRAW_STATEMENT -> in(Kind.STATEMENT, QC_STATEMENT_END.STATEMENT_ID);
                case ADD_ACCOUNT -> in(Kind.ACCOUNT, ACCOUNT_VERSION.ACCOUNT_ID);
                default -> Optional.empty();
            };
        }
    }

    /** The things of rows by their places in the chain; those about nothing in particular are missing. */
    Map<Long, Thing> of(List<AuditRecord> rows) {
        Map<String, List<AuditRecord>> byAction = rows.stream().collect(Collectors.groupingBy(AuditRecord::getAction));
        Map<Long, Thing> things = new HashMap<>();
        Arrays.stream(Action.values())
                .filter(action -> byAction.containsKey(action.word()))
                .forEach(action -> Way.of(action)
                        .ifPresent(way ->
                                things.putAll(of(action, way, byAction.getOrDefault(action.word(), List.of())))));
        return things;
    }

    private Map<Long, Thing> of(Action action, Way way, List<AuditRecord> rows) {
        Optional<Map<String, String>> ids =
                way.column().flatMap(column -> action.own().map(own -> ids(own, column, rows)));
        Map<Long, Thing> things = new HashMap<>();
        for (AuditRecord row : rows) {
            String subject = row.getSubject();
            ids.map(known -> known.get(subject))
                    .or(() -> way.column().isPresent() ? Optional.empty() : Optional.of(subject))
                    .ifPresent(id -> things.put(row.getSequence(), new Thing(way.kind(), id)));
        }
        return things;
    }

    private Map<String, String> ids(TableField<?, String> own, TableField<?, String> column, List<AuditRecord> rows) {
        return context
                .select(own, column)
                .from(Objects.requireNonNull(own.getTable()))
                .where(DSL.field(DSL.name("facility_id"), String.class).eq(facility))
                .and(column.isNotNull())
                .and(own.in(rows.stream().map(AuditRecord::getSubject).sorted().toList()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.value1(), row -> row.value2(), (one, other) -> one));
    }
}
