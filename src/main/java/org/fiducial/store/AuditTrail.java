package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.metrology.protocol.Progress;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

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
        return faults(Progress.unwatched());
    }

    List<String> faults(Progress progress) {
        return database.stream(context -> new ChainProof(context, progress).faults());
    }

    /** When the newest row says it was written; empty in an empty record. */
    public Optional<Instant> newest() {
        return database.read(context -> facilities(context).stream()
                .flatMap(facility -> AuditChain.head(context, facility).stream())
                .map(row -> Instant.ofEpochMilli(row.getHappenedAt()))
                .max(Comparator.naturalOrder()));
    }

    /** From one to the next in the index: they are few, and their rows are many. */
    static List<String> facilities(DSLContext context) {
        List<String> found = new ArrayList<>();
        Optional<String> next = first(context, DSL.noCondition());
        while (next.isPresent()) {
            found.add(next.get());
            next = first(context, AUDIT.FACILITY_ID.gt(next.get()));
        }
        return found;
    }

    private static Optional<String> first(DSLContext context, Condition which) {
        return context.select(DSL.min(AUDIT.FACILITY_ID))
                .from(AUDIT)
                .where(which)
                .fetchOptional(0, String.class);
    }
}
