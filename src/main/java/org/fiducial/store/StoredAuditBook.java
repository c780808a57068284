package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.audit.AuditEntry;
import org.fiducial.facility.audit.AuditEntry.Thing;
import org.fiducial.facility.audit.AuditPart;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.AuditTally.Did;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The chain in the database, read backwards through an index of what was done and one of who did it. */
final class StoredAuditBook implements AuditBook {

    private final Database database;
    private final AuditTally tally = new AuditTally();

    StoredAuditBook(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Head> head(UUID facilityId) {
        return database.read(context -> AuditChain.head(context, facilityId.toString()))
                .map(row -> new Head(row.getSequence(), row.getHash()));
    }

    @Override
    public AuditPart read(UUID facilityId, Question question) {
        return database.read(context -> read(context, facilityId.toString(), question));
    }

    private AuditPart read(DSLContext context, String facility, Question question) {
        boolean whole = question.wish().equals(Wish.all());
        Optional<Condition> chosen =
                whole ? Optional.of(DSL.noCondition()) : chosen(context, facility, question.wish());
        if (chosen.isEmpty()) {
            return AuditPart.none();
        }
        List<AuditRecord> found = context.selectFrom(AUDIT)
                .where(AUDIT.FACILITY_ID.eq(facility))
                .and(AUDIT.SEQUENCE.lt(question.before()))
                .and(chosen.get())
                .orderBy(AUDIT.SEQUENCE.desc())
                .limit(question.most() + 1)
                .fetch();
        boolean several = found.size() > question.most();
        List<AuditRecord> rows = several ? found.subList(0, question.most()) : found;
        return new AuditPart(
                entries(context, facility, rows),
                several ? Optional.of(rows.get(rows.size() - 1).getSequence()) : Optional.empty(),
                ChainLink.of(rows, whole, several ? Optional.of(found.get(rows.size())) : Optional.empty()));
    }

    /**
     * The rows of a wish; nothing where there are none. Of what was done and who did it the index with fewer rows serves:
     * a column in a concatenation has none.
     */
    private Optional<Condition> chosen(DSLContext context, String facility, Wish wish) {
        Set<String> persons = persons(context, facility, wish);
        Map<Did, Long> rows = tally.rows(context, facility);
        long ofKind = sum(rows, did -> wish.kind().filter(did.action()::equals).isPresent());
        long ofPersons = sum(rows, did -> did.person().filter(persons::contains).isPresent());
        if (sum(rows, did -> holds(wish, persons, did)) == 0) {
            return Optional.empty();
        }
        boolean byPerson = wish.kind().isEmpty() || ofPersons < ofKind;
        Condition all = wish.without().isEmpty() ? DSL.noCondition() : AUDIT.ACTION.notIn(sorted(wish.without()));
        if (wish.kind().isPresent()) {
            all = all.and(field(AUDIT.ACTION, wish.person().isPresent() && byPerson)
                    .eq(wish.kind().get()));
        }
        if (wish.person().isPresent()) {
            Field<String> person = field(AUDIT.PERSON_ID, !byPerson);
            all = all.and(persons.size() == 1 ? person.eq(persons.iterator().next()) : person.in(sorted(persons)));
        }
        return Optional.of(all);
    }

    private static Field<String> field(Field<String> column, boolean withoutIndex) {
        return withoutIndex ? DSL.concat(column, DSL.inline("")) : column;
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    private static Set<String> persons(DSLContext context, String facility, Wish wish) {
        return wish.person()
                .map(name -> People.names(context, facility).entrySet().stream()
                        .filter(person -> person.getValue().equals(name))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static boolean holds(Wish wish, Set<String> persons, Did did) {
        return !wish.without().contains(did.action())
                && (wish.kind().isEmpty()
                        || wish.kind().filter(did.action()::equals).isPresent())
                && (wish.person().isEmpty()
                        || did.person().filter(persons::contains).isPresent());
    }

    private static long sum(Map<Did, Long> rows, Predicate<Did> which) {
        return rows.entrySet().stream()
                .filter(row -> which.test(row.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public long count(UUID facilityId, Wish wish) {
        String facility = facilityId.toString();
        if (wish.equals(Wish.all())) {
            return head(facilityId).map(Head::sequence).orElse(0L);
        }
        return database.read(context -> {
            Set<String> persons = persons(context, facility, wish);
            return sum(tally.rows(context, facility), did -> holds(wish, persons, did));
        });
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
