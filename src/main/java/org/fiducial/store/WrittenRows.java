package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;
import static org.fiducial.store.generated.Tables.COMPONENT;
import static org.fiducial.store.generated.Tables.COMPONENT_MOVE;
import static org.fiducial.store.generated.Tables.CONFIGURATION_COMPONENT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;

/**
 * What a stretch of a chain wrote, as it is stored now: the digests {@link AuditChain#payloadHash} makes one by one, with
 * one statement a table instead of one a table and row. Each row goes into the digest of its audit row as it comes and is
 * not held.
 *
 * @param facility the facility of the chain
 * @param stretch audit rows in their order
 */
record WrittenRows(DSLContext context, String facility, List<AuditRecord> stretch) {

    /** The digests by sequence; of a row whose action nobody knows that of nothing. */
    Map<Long, String> hashes() {
        Map<Long, RowDigest> digests = new HashMap<>();
        stretch.forEach(row -> digests.put(row.getSequence(), new RowDigest()));
        stretch.stream()
                .map(AuditRecord::getAction)
                .distinct()
                .flatMap(word -> Action.of(word).stream())
                .forEach(action -> addRows(action, digests));
        Map<Long, String> hashes = new HashMap<>();
        digests.forEach((sequence, digest) -> hashes.put(sequence, digest.hex()));
        return hashes;
    }

    private void addRows(Action action, Map<Long, RowDigest> digests) {
        for (TableField<?, String> id : action.rows()) {
            Table<?> table = Objects.requireNonNull(id.getTable());
            UniqueKey<?> key = table.getPrimaryKey();
            add(
                    digests,
                    table,
                    context.select(AUDIT.SEQUENCE)
                            .select(table.fields())
                            .from(AUDIT)
                            .crossJoin(table)
                            .where(wroteIn(action, id))
                            .orderBy(inChain(key == null ? List.of() : key.getFields())));
        }
        if (action == Action.ADD_CONFIGURATION) {
            addComponents(
                    action, digests, CONFIGURATION_COMPONENT.CONFIGURATION_ID, CONFIGURATION_COMPONENT.COMPONENT_ID);
        }
        if (action == Action.MOVE_COMPONENT) {
            addComponents(action, digests, COMPONENT_MOVE.MOVE_ID, COMPONENT_MOVE.COMPONENT_ID);
        }
    }

    /** The components the rows of an action name, in the order of these. */
    private void addComponents(
            Action action, Map<Long, RowDigest> digests, TableField<?, String> id, TableField<?, String> component) {
        Table<?> naming = Objects.requireNonNull(id.getTable());
        add(
                digests,
                COMPONENT,
                context.select(AUDIT.SEQUENCE)
                        .select(COMPONENT.fields())
                        .from(AUDIT)
                        .crossJoin(naming)
                        .crossJoin(COMPONENT)
                        .where(wroteIn(action, id))
                        .and(COMPONENT.FACILITY_ID.eq(AUDIT.FACILITY_ID))
                        .and(COMPONENT.COMPONENT_ID.eq(component))
                        .orderBy(inChain(
                                Objects.requireNonNull(naming.getPrimaryKey()).getFields())));
    }

    private Condition wroteIn(Action action, TableField<?, String> id) {
        Field<String> facilityOfRow = DSL.field(
                Objects.requireNonNull(id.getTable()).getQualifiedName().append("facility_id"), String.class);
        return AUDIT.FACILITY_ID
                .eq(facility)
                .and(AUDIT.SEQUENCE.between(
                        stretch.get(0).getSequence(),
                        stretch.get(stretch.size() - 1).getSequence()))
                .and(AUDIT.ACTION.eq(action.word()))
                .and(facilityOfRow.eq(AUDIT.FACILITY_ID))
                .and(id.eq(AUDIT.SUBJECT));
    }

    private static List<Field<?>> inChain(List<? extends Field<?>> key) {
        List<Field<?>> order = new ArrayList<>();
        order.add(AUDIT.SEQUENCE);
        order.addAll(key);
        return order;
    }

    private static void add(Map<Long, RowDigest> digests, Table<?> table, ResultQuery<? extends Record> query) {
        RowDigest.Columns columns = new RowDigest.Columns(table, 1);
        try (Cursor<? extends Record> rows = Database.streamed(query)) {
            for (Record row : rows) {
                RowDigest digest = digests.get(row.get(0, Long.class));
                if (digest != null) {
                    digest.add(columns, row);
                }
            }
        }
    }
}
