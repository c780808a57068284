package org.fiducial.store;

import static org.fiducial.store.generated.Tables.ACCOUNT;
import static org.fiducial.store.generated.Tables.REMINDER_ADDRESS;
import static org.fiducial.store.generated.Tables.REMINDER_WISH;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.people.ReminderWish;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.ReminderAddressRecord;
import org.fiducial.store.generated.tables.records.ReminderWishRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What holders of accounts want to be told, in the database. */
final class StoredWishes {

    private static final String ALL = "all";
    private static final String ASSIGNED = "assigned";

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredWishes(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    void add(ReminderWish wish) {
        database.write(transaction -> {
            String facility = Objects.requireNonNull(
                    transaction
                            .select(ACCOUNT.FACILITY_ID)
                            .from(ACCOUNT)
                            .where(ACCOUNT.ACCOUNT_ID.eq(wish.accountId().toString()))
                            .fetchOne(ACCOUNT.FACILITY_ID),
                    "a wish is of an account");
            AuditChain.lock(transaction, facility);
            Optional<String> person =
                    people.idOf(transaction, facility, wish.entry().by());
            String id = wish.id().toString();
            transaction.executeInsert(new ReminderWishRecord(
                    facility,
                    id,
                    wish.accountId().toString(),
                    wish.frequency().word(),
                    wish.letter().assignedOnly() ? ASSIGNED : ALL,
                    wish.letter().language(),
                    hash(id, wish.letter().address()),
                    person.orElse(null),
                    wish.entry().at().toEpochMilli()));
            transaction.executeInsert(
                    new ReminderAddressRecord(facility, id, wish.letter().address()));
            audit.append(transaction, facility, person, Action.WISH_REMINDERS, id);
            return wish;
        });
    }

    Optional<ReminderWish> of(UUID accountId) {
        return database.read(context -> context.select(REMINDER_ADDRESS.ADDRESS)
                .select(REMINDER_WISH.fields())
                .from(REMINDER_WISH)
                .leftJoin(REMINDER_ADDRESS)
                .on(REMINDER_ADDRESS.FACILITY_ID.eq(REMINDER_WISH.FACILITY_ID))
                .and(REMINDER_ADDRESS.WISH_ID.eq(REMINDER_WISH.WISH_ID))
                .where(REMINDER_WISH.ACCOUNT_ID.eq(accountId.toString()))
                .orderBy(AuditChain.place(REMINDER_WISH.WISH_ID).desc())
                .limit(1)
                .fetchOptional()
                .map(row -> wish(context, row.into(REMINDER_WISH), row.get(REMINDER_ADDRESS.ADDRESS))));
    }

    /** An address that is not the one the wish vouches for counts as erased: nothing is sent to it. */
    private static ReminderWish wish(DSLContext context, ReminderWishRecord row, @Nullable String address) {
        String vouched = Optional.ofNullable(address)
                .filter(text -> hash(row.getWishId(), text).equals(row.getAddressHash()))
                .orElse("");
        String by = Optional.ofNullable(row.getPersonId())
                .map(People.names(context, row.getFacilityId())::get)
                .orElse("");
        return new ReminderWish(
                UUID.fromString(row.getWishId()),
                UUID.fromString(row.getAccountId()),
                Words.constant(ReminderWish.Frequency.class, row.getFrequency()),
                new ReminderWish.Letter(vouched, row.getScope().equals(ASSIGNED), row.getLanguage()),
                new ReminderWish.Entry(Instant.ofEpochMilli(row.getEnteredAt()), by));
    }

    /** Erases the addresses of an account. */
    static void forget(DSLContext transaction, String facility, UUID accountId) {
        transaction
                .update(REMINDER_ADDRESS)
                .setNull(REMINDER_ADDRESS.ADDRESS)
                .where(REMINDER_ADDRESS.FACILITY_ID.eq(facility))
                .and(REMINDER_ADDRESS.WISH_ID.in(DSL.select(REMINDER_WISH.WISH_ID)
                        .from(REMINDER_WISH)
                        .where(REMINDER_WISH.FACILITY_ID.eq(facility))
                        .and(REMINDER_WISH.ACCOUNT_ID.eq(accountId.toString()))))
                .execute();
    }

    private static String hash(String wish, String address) {
        return RowDigest.of(wish + "\n" + address);
    }
}
