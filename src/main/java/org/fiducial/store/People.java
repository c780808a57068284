package org.fiducial.store;

import static org.fiducial.store.generated.Tables.PERSON;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Names of persons by id; everything else in the record holds the id. */
final class People {

    private final Supplier<UUID> ids;

    People(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /** The id of a name, made where the name is new; none for an empty name. */
    Optional<String> idOf(DSLContext transaction, String facility, String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        Optional<String> known = transaction
                .select(PERSON.PERSON_ID)
                .from(PERSON)
                .where(PERSON.FACILITY_ID.eq(facility))
                .and(PERSON.NAME.eq(name))
                .orderBy(PERSON.PERSON_ID)
                .limit(1)
                .fetchOptional(PERSON.PERSON_ID);
        if (known.isPresent()) {
            return known;
        }
        String id = ids.get().toString();
        transaction
                .insertInto(PERSON)
                .set(PERSON.FACILITY_ID, facility)
                .set(PERSON.PERSON_ID, id)
                .set(PERSON.NAME, name)
                .execute();
        return Optional.of(id);
    }

    /** The names of a facility's persons by id; an erased one is not among them. */
    static Map<String, String> names(DSLContext context, String facility) {
        return context.selectFrom(PERSON)
                .where(PERSON.FACILITY_ID.eq(facility))
                .and(PERSON.NAME.isNotNull())
                .fetchMap(PERSON.PERSON_ID, PERSON.NAME);
    }

    /** The names of all persons by id; an erased one is not among them. */
    static Map<String, String> names(DSLContext context) {
        return context.selectFrom(PERSON).where(PERSON.NAME.isNotNull()).fetchMap(PERSON.PERSON_ID, PERSON.NAME);
    }
}
