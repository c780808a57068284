package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;
import static org.fiducial.store.generated.Tables.METER;
import static org.fiducial.store.generated.Tables.METER_CERTIFICATE;
import static org.fiducial.store.generated.Tables.QC_CHECK;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;

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

    /** What is wrong with the record, one sentence each; empty if every row is as it was written. */
    public List<String> faults() {
        return database.read(context -> {
            List<String> faults = new ArrayList<>();
            facilities(context).forEach(facility -> examine(context, facility, faults));
            return List.copyOf(faults);
        });
    }

    private static void examine(DSLContext context, String facility, List<String> faults) {
        List<AuditRecord> rows = context.selectFrom(AUDIT)
                .where(AUDIT.FACILITY_ID.eq(facility))
                .orderBy(AUDIT.SEQUENCE)
                .fetch();
        String previous = AuditChain.BEGINNING;
        long expected = 1;
        Set<String> subjects = new HashSet<>();
        for (AuditRecord row : rows) {
            if (row.getSequence() != expected || !row.getPreviousHash().equals(previous)) {
                faults.add("Before audit row " + row.getSequence() + " of facility " + facility + " a row is missing.");
            }
            if (!row.getHash().equals(AuditChain.hash(row))) {
                faults.add("Audit row " + row.getSequence() + " of facility " + facility + " was changed.");
            }
            if (!row.getPayloadHash()
                    .equals(AuditChain.payloadHash(context, facility, row.getAction(), row.getSubject()))) {
                faults.add("What audit row " + row.getSequence() + " (" + row.getAction() + " " + row.getSubject()
                        + ") wrote was changed or removed later.");
            }
            subjects.add(row.getSubject());
            previous = row.getHash();
            expected = row.getSequence() + 1;
        }
        slippedIn(context, QC_CHECK.CHECK_ID, QC_CHECK.FACILITY_ID.eq(facility), subjects)
                .forEach(id -> faults.add("Check " + id + " was added without an audit row."));
        slippedIn(context, METER.METER_ID, METER.FACILITY_ID.eq(facility), subjects)
                .forEach(id -> faults.add("Meter " + id + " was added without an audit row."));
        slippedIn(context, METER_CERTIFICATE.CERTIFICATE_ID, METER_CERTIFICATE.FACILITY_ID.eq(facility), subjects)
                .forEach(id -> faults.add("Certificate " + id + " was added without an audit row."));
    }

    private static List<String> slippedIn(
            DSLContext context, TableField<?, String> id, Condition ofFacility, Set<String> subjects) {
        return context
                .select(id)
                .from(Optional.ofNullable(id.getTable()).orElseThrow())
                .where(ofFacility)
                .orderBy(id)
                .fetch(id)
                .stream()
                .filter(each -> !subjects.contains(each))
                .toList();
    }

    private static List<String> facilities(DSLContext context) {
        return context.selectDistinct(AUDIT.FACILITY_ID)
                .from(AUDIT)
                .orderBy(AUDIT.FACILITY_ID)
                .fetch(AUDIT.FACILITY_ID);
    }
}
