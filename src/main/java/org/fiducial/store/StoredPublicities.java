package org.fiducial.store;

import static org.fiducial.store.generated.Tables.PUBLICITY;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.publication.Publicities;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.PublicityRecord;

/** What a facility said of what strangers may see, in the database. */
final class StoredPublicities implements Publicities {

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredPublicities(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public void add(Publicity publicity) {
        String facility = publicity.subject().facilityId().toString();
        String id = publicity.id().toString();
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            Optional<String> person =
                    people.idOf(transaction, facility, publicity.entry().by());
            transaction.executeInsert(new PublicityRecord(
                    facility,
                    id,
                    publicity.subject().instrumentId().map(UUID::toString).orElse(null),
                    publicity.terms().standing().word(),
                    publicity.terms().fields().stream()
                            .sorted()
                            .map(Field::word)
                            .collect(Collectors.joining(" ")),
                    publicity.terms().contact(),
                    person.orElse(null),
                    publicity.entry().at().toEpochMilli(),
                    publicity.entry().reason()));
            audit.append(transaction, facility, person, Action.SET_PUBLICITY, id);
            return publicity;
        });
    }

    @Override
    public List<Publicity> all() {
        return database.read(context -> {
            Map<String, Map<String, String>> names = new HashMap<>();
            return context.selectFrom(PUBLICITY).orderBy(AuditChain.place(PUBLICITY.PUBLICITY_ID)).fetch().stream()
                    .map(row -> publicity(
                            row,
                            names.computeIfAbsent(row.getFacilityId(), facility -> People.names(context, facility))))
                    .toList();
        });
    }

    private static Publicity publicity(PublicityRecord row, Map<String, String> names) {
        return new Publicity(
                UUID.fromString(row.getPublicityId()),
                new Publicity.Subject(
                        UUID.fromString(row.getFacilityId()),
                        Optional.ofNullable(row.getInstrumentId()).map(UUID::fromString)),
                new Publicity.Terms(
                        Words.constant(Publicity.Standing.class, row.getStanding()),
                        fields(row.getFields()),
                        row.getContact()),
                new Entry(
                        Optional.ofNullable(row.getPersonId())
                                .map(person -> names.getOrDefault(person, ""))
                                .orElse(""),
                        Instant.ofEpochMilli(row.getEnteredAt()),
                        row.getReason()));
    }

    /** A word nobody here knows, of a later version perhaps, makes nothing public. */
    private static Set<Field> fields(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(word -> Field.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
