package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;
import static org.fiducial.store.generated.Tables.PERSON;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.audit.AuditEntry;
import org.fiducial.facility.audit.AuditEntry.Thing;
import org.fiducial.facility.audit.AuditPart;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The chain in the database, read backwards. */
record StoredAuditBook(Database database) implements AuditBook {

    /**
     * So many rows are looked through for a question that leaves some out: no index knows kinds and people, a million rows
     * take half a second, and these take 3 ms.
     */
    static final long STRETCH = 6_000;

    @Override
    public Optional<Head> head(UUID facilityId) {
        return database.read(context -> AuditChain.head(context, facilityId.toString()))
                .map(row -> new Head(row.getSequence(), row.getHash()));
    }

    @Override
    public AuditPart read(UUID facilityId, Question question) {
        String facility = facilityId.toString();
        return database.read(context -> {
            long head = AuditChain.head(context, facility)
                    .map(AuditRecord::getSequence)
                    .orElse(0L);
            long before = Math.min(question.before(), head + 1);
            long floor = question.chooses() ? Math.max(1, before - STRETCH) : 1;
            List<AuditRecord> rows = context.selectFrom(AUDIT)
                    .where(AUDIT.FACILITY_ID.eq(facility))
                    .and(AUDIT.SEQUENCE.lt(before))
                    .and(AUDIT.SEQUENCE.ge(floor))
                    .and(chosen(question))
                    .orderBy(AUDIT.SEQUENCE.desc())
                    .limit(question.most())
                    .fetch();
            long seen = rows.size() < question.most()
                    ? floor
                    : rows.get(rows.size() - 1).getSequence();
            return new AuditPart(
                    entries(context, facility, rows), Optional.of(seen).filter(place -> place > 1));
        });
    }

    private static Condition chosen(Question question) {
        Condition kind = question.kind().map(AUDIT.ACTION::eq).orElseGet(DSL::noCondition);
        return question.person()
                .map(name -> kind.and(AUDIT.PERSON_ID.in(
                        DSL.select(PERSON.PERSON_ID).from(PERSON).where(PERSON.NAME.eq(name)))))
                .orElse(kind);
    }

    private static List<AuditEntry> entries(DSLContext context, String facility, List<AuditRecord> rows) {
        Map<String, String> names = People.names(context, facility);
        Map<Long, Thing> things = new AuditedThings(context, facility).of(rows);
        return rows.stream()
                .map(row -> new AuditEntry(
                        row.getSequence(),
                        Instant.ofEpochMilli(row.getHappenedAt()),
                        Optional.ofNullable(row.getPersonId()).map(names::get).orElse(""),
                        row.getAction(),
                        Optional.ofNullable(things.get(row.getSequence())),
                        row.getHash()))
                .toList();
    }

    @Override
    public List<String> kinds() {
        return Arrays.stream(Action.values()).map(Action::word).toList();
    }

    @Override
    public List<String> people(UUID facilityId) {
        return database.read(context -> People.names(context, facilityId.toString())).values().stream()
                .distinct()
                .sorted(StoredInstruments.AS_PEOPLE_SORT)
                .toList();
    }
}
