package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.DSLContext;

/**
 * Who did what, and the proof: finds any changed, missing or reordered row of the record below a known head. Somebody who
 * may write the database could compute a new chain; only a head noted elsewhere shows that.
 */
public final class AuditTrail {

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

    /** What is wrong with the record, one sentence each; empty if every row is as it was written. */
    public List<String> faults() {
        return database.read(context -> {
            List<String> faults = new ArrayList<>();
            // What has been written is read before the chain: a check stored meanwhile then has its audit row.
            Map<String, String> written = written(context);
            Set<String> audited = new HashSet<>();
            facilities(context).forEach(facility -> examine(context, facility, audited, faults));
            written.forEach((id, what) -> {
                if (!audited.contains(id)) {
                    faults.add(what + " " + id + " was added without an audit row.");
                }
            });
            return List.copyOf(faults);
        });
    }

    private static void examine(DSLContext context, String facility, Set<String> audited, List<String> faults) {
        List<AuditRecord> rows = context.selectFrom(AUDIT)
                .where(AUDIT.FACILITY_ID.eq(facility))
                .orderBy(AUDIT.SEQUENCE)
                .fetch();
        String previous = AuditChain.BEGINNING;
        long expected = 1;
        for (AuditRecord row : rows) {
            if (row.getSequence() != expected) {
                faults.add("Before audit row " + row.getSequence() + " of facility " + facility + " a row is missing.");
            } else if (!row.getPreviousHash().equals(previous)) {
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
            audited.add(row.getSubject());
            previous = row.getHash();
            expected = row.getSequence() + 1;
        }
    }

    /** What must have an audit row, by identifier. */
    private static Map<String, String> written(DSLContext context) {
        Map<String, String> written = new TreeMap<>();
        for (Action action : Action.values()) {
            action.own().ifPresent(own -> context.select(own)
                    .from(Objects.requireNonNull(own.getTable()))
                    .forEach(row -> written.put(row.value1(), action.subject())));
        }
        return written;
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
