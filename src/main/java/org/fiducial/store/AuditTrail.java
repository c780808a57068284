package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * Who did what, and the proof: finds any changed, missing or reordered row of the record below a known head. Somebody who
 * may write the database could compute a new chain; only a head noted elsewhere shows that.
 */
public final class AuditTrail {

    /** Rows read at once. */
    private static final int AT_ONCE = 1_000;

    private final Database database;

    AuditTrail(Database database) {
        this.database = database;
    }

    /** The newest row of a facility's chain; noted in backups and reports, it vouches for everything before it. */
    public record Head(UUID facilityId, long sequence, String hash) {}

    /** The heads of all facilities, in the order of their identifiers. */
    public List<Head> heads() {
        return database.read(context -> facilities(context).stream()
                .map(facility -> AuditChain.head(context, facility).orElseThrow())
                .map(row -> new Head(UUID.fromString(row.getFacilityId()), row.getSequence(), row.getHash()))
                .toList());
    }

    /** Whether the chain holds a head that was noted earlier. */
    public boolean holds(Head head) {
        return database.read(context -> context.fetchExists(context.selectOne()
                .from(AUDIT)
                .where(AUDIT.FACILITY_ID.eq(head.facilityId().toString()))
                .and(AUDIT.SEQUENCE.eq(head.sequence()))
                .and(AUDIT.HASH.eq(head.hash()))));
    }

    /** Whether any chain holds a row of this hash. */
    public boolean holds(String hash) {
        return database.read(
                context -> context.fetchExists(context.selectOne().from(AUDIT).where(AUDIT.HASH.eq(hash))));
    }

    /**
     * What is wrong with the record, one sentence each; empty if every row is as it was written. The memory it takes does not
     * grow with the record.
     */
    public List<String> faults() {
        return database.read(context -> {
            List<String> faults = new ArrayList<>();
            facilities(context).forEach(facility -> examine(context, facility, faults));
            for (Action action : Action.values()) {
                action.own().ifPresent(own -> faults.addAll(unaudited(context, own, action)));
            }
            return List.copyOf(faults);
        });
    }

    private static void examine(DSLContext context, String facility, List<String> faults) {
        Optional<AuditRecord> last = Optional.empty();
        List<AuditRecord> rows = after(context, facility, last);
        while (!rows.isEmpty()) {
            for (AuditRecord row : rows) {
                examine(context, row, last, faults);
                last = Optional.of(row);
            }
            rows = after(context, facility, last);
        }
    }

    private static List<AuditRecord> after(DSLContext context, String facility, Optional<AuditRecord> last) {
        return context.selectFrom(AUDIT)
                .where(AUDIT.FACILITY_ID.eq(facility))
                .and(last.map(row -> AUDIT.SEQUENCE.gt(row.getSequence())).orElseGet(DSL::noCondition))
                .orderBy(AUDIT.SEQUENCE)
                .limit(AT_ONCE)
                .fetch();
    }

    private static void examine(
            DSLContext context, AuditRecord row, Optional<AuditRecord> before, List<String> faults) {
        String facility = row.getFacilityId();
        if (row.getSequence() != before.map(AuditRecord::getSequence).orElse(0L) + 1) {
            faults.add("Before audit row " + row.getSequence() + " of facility " + facility + " a row is missing.");
        } else if (!row.getPreviousHash()
                .equals(before.map(AuditRecord::getHash).orElse(AuditChain.BEGINNING))) {
            faults.add("Audit row " + row.getSequence() + " of facility " + facility
                    + " does not follow the row before it; one of them was changed or their order was.");
        }
        if (!row.getHash().equals(AuditChain.hash(row))) {
            faults.add("Audit row " + row.getSequence() + " of facility " + facility + " was changed.");
        }
        if (!row.getPayloadHash()
                .equals(AuditChain.payloadHash(context, facility, row.getAction(), row.getSubject()))) {
            faults.add("What audit row " + row.getSequence() + " (" + row.getAction() + " " + row.getSubject()
                    + ") wrote was changed or removed later.");
        }
    }

    /** What has no audit row though one is written with it, in one statement: neither can be seen without the other. */
    private static List<String> unaudited(DSLContext context, TableField<?, String> own, Action action) {
        return context.select(own)
                .from(Objects.requireNonNull(own.getTable()))
                .where(DSL.notExists(DSL.selectOne().from(AUDIT).where(AUDIT.SUBJECT.eq(own))))
                .orderBy(own)
                .fetch(row -> action.subject() + " " + row.value1() + " was added without an audit row.");
    }

    /** When the newest row says it was written; empty in an empty record. */
    public Optional<Instant> newest() {
        return database.read(context -> facilities(context).stream()
                .flatMap(facility -> AuditChain.head(context, facility).stream())
                .map(row -> Instant.ofEpochMilli(row.getHappenedAt()))
                .max(Comparator.naturalOrder()));
    }

    private static List<String> facilities(DSLContext context) {
        return context.selectDistinct(AUDIT.FACILITY_ID)
                .from(AUDIT)
                .orderBy(AUDIT.FACILITY_ID)
                .fetch(AUDIT.FACILITY_ID);
    }
}
