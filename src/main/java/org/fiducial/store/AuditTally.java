package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * How many rows of each chain did what by whom. A million of them take a second to count, and none ever goes: only those
 * added since the last time are counted anew.
 */
final class AuditTally {

    private final Map<String, Counted> known = new HashMap<>();

    /**
     * What rows have in common.
     *
     * @param person an id; nothing where nobody was named
     */
    record Did(String action, Optional<String> person) {}

    private record Counted(long last, Map<Did, Long> rows) {}

    /** The rows of a facility's chain by what they have in common. */
    synchronized Map<Did, Long> rows(DSLContext context, String facility) {
        Counted before = known.getOrDefault(facility, new Counted(0, Map.of()));
        long last =
                AuditChain.head(context, facility).map(AuditRecord::getSequence).orElse(0L);
        if (last == before.last()) {
            return before.rows();
        }
        Map<Did, Long> rows = new HashMap<>(before.rows());
        context.select(AUDIT.ACTION, AUDIT.PERSON_ID, DSL.count())
                .from(AUDIT)
                .where(AUDIT.FACILITY_ID.eq(facility))
                .and(AUDIT.SEQUENCE.gt(before.last()))
                .and(AUDIT.SEQUENCE.le(last))
                .groupBy(AUDIT.ACTION, AUDIT.PERSON_ID)
                .forEach(row -> rows.merge(
                        new Did(row.value1(), Optional.ofNullable(row.value2())), (long) row.value3(), Long::sum));
        Counted now = new Counted(last, Map.copyOf(rows));
        known.put(facility, now);
        return now.rows();
    }
}
