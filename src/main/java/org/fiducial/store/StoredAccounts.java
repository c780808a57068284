package org.fiducial.store;

import static org.fiducial.store.generated.Tables.ACCOUNT;
import static org.fiducial.store.generated.Tables.ACCOUNT_VERSION;
import static org.fiducial.store.generated.Tables.API_TOKEN;
import static org.fiducial.store.generated.Tables.API_TOKEN_END;
import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.PERSON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.AccountRules;
import org.fiducial.facility.people.Accounts;
import org.fiducial.facility.people.ApiToken;
import org.fiducial.facility.people.PasswordHash;
import org.fiducial.facility.people.ReminderWish;
import org.fiducial.facility.people.Role;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AccountVersionRecord;
import org.fiducial.store.generated.tables.records.ApiTokenEndRecord;
import org.fiducial.store.generated.tables.records.ApiTokenRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The accounts of the home facility, in the database. */
final class StoredAccounts implements Accounts {

    private final Database database;
    private final People people;
    private final AuditChain audit;
    private final StoredWishes wishes;

    StoredAccounts(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
        this.wishes = new StoredWishes(database, people, audit);
    }

    @Override
    public boolean any() {
        return database.read(context -> context.fetchExists(ACCOUNT));
    }

    @Override
    public void begin(Account first) {
        append(first, AccountRules::first);
    }

    @Override
    public void append(Account next) {
        append(next, AccountRules::next);
    }

    private void append(Account account, BiConsumer<List<Account>, Account> rule) {
        String facility = home().orElseThrow(() -> new UnusableInputException(
                "The record has no facility yet; add an instrument first, which begins it."));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            rule.accept(newest(transaction, DSL.noCondition()), account);
            Account.Version version = account.version();
            String id = version.accountId().toString();
            if (version.number() == 1) {
                transaction
                        .insertInto(ACCOUNT)
                        .set(ACCOUNT.FACILITY_ID, facility)
                        .set(ACCOUNT.ACCOUNT_ID, id)
                        .set(ACCOUNT.LOGIN, account.holder().login())
                        .execute();
            }
            Optional<String> author =
                    people.idOf(transaction, facility, account.entry().by());
            transaction.executeInsert(new AccountVersionRecord(
                    facility,
                    version.id().toString(),
                    id,
                    version.number(),
                    loginHash(id, account.holder().login()),
                    people.idOf(transaction, facility, account.holder().name())
                            .orElseThrow(() -> new IllegalArgumentException("an account is of a person with a name")),
                    account.roles().stream().sorted().map(Role::word).collect(Collectors.joining(" ")),
                    account.password().encoded(),
                    Words.of(account.standing()),
                    author.orElse(null),
                    account.entry().at().toEpochMilli(),
                    account.entry().reason()));
            audit.append(
                    transaction,
                    facility,
                    author,
                    Action.ADD_ACCOUNT,
                    version.id().toString());
            return account;
        });
    }

    @Override
    public List<Account> newest() {
        return database.read(context -> newest(context, DSL.noCondition()));
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return database.read(context -> newest(context, ACCOUNT.LOGIN.eq(login))).stream()
                .findFirst();
    }

    @Override
    public Optional<Account> byId(UUID accountId) {
        return database.read(context -> newest(context, ACCOUNT.ACCOUNT_ID.eq(accountId.toString()))).stream()
                .findFirst();
    }

    @Override
    public List<Account> versions(UUID accountId) {
        return database.read(context -> versions(context, ACCOUNT.ACCOUNT_ID.eq(accountId.toString())));
    }

    @Override
    public void erase(String name, String by) {
        String facility = home().orElseThrow(() -> nobody(name));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            List<Account> theirs = newest(transaction, DSL.noCondition()).stream()
                    .filter(account -> account.holder().name().equals(name))
                    .toList();
            AccountRules.erasure(theirs);
            List<String> persons = transaction
                    .select(PERSON.PERSON_ID)
                    .from(PERSON)
                    .where(PERSON.FACILITY_ID.eq(facility))
                    .and(PERSON.NAME.eq(name))
                    .fetch(PERSON.PERSON_ID);
            if (persons.isEmpty()) {
                throw nobody(name);
            }
            Optional<String> author = people.idOf(transaction, facility, by);
            for (Account account : theirs) {
                StoredWishes.forget(transaction, facility, account.version().accountId());
                transaction
                        .update(ACCOUNT)
                        .setNull(ACCOUNT.LOGIN)
                        .where(ACCOUNT.FACILITY_ID.eq(facility))
                        .and(ACCOUNT.ACCOUNT_ID.eq(account.version().accountId().toString()))
                        .execute();
            }
            for (String person : persons) {
                transaction
                        .update(PERSON)
                        .setNull(PERSON.NAME)
                        .where(PERSON.FACILITY_ID.eq(facility))
                        .and(PERSON.PERSON_ID.eq(person))
                        .execute();
                audit.append(transaction, facility, author, Action.ERASE_PERSON, person);
            }
            return persons;
        });
    }

    private static UnusableInputException nobody(String name) {
        return new UnusableInputException(
                "Nobody in the record has the name '" + name + "'; write it as it stands under an entry.");
    }

    private static List<Account> newest(DSLContext context, Condition which) {
        return versions(context, which).stream()
                .collect(Collectors.toMap(
                        account -> account.version().accountId(),
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(
                                account -> account.version().number()))))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                                (Account account) -> account.holder().login())
                        .thenComparing(account -> account.version().accountId()))
                .toList();
    }

    private static List<Account> versions(DSLContext context, Condition which) {
        Map<String, Map<String, String>> names = new HashMap<>();
        List<Account> found = new ArrayList<>();
        context.select(ACCOUNT.LOGIN)
                .select(ACCOUNT_VERSION.fields())
                .from(ACCOUNT_VERSION)
                .join(ACCOUNT)
                .on(ACCOUNT.FACILITY_ID.eq(ACCOUNT_VERSION.FACILITY_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(ACCOUNT_VERSION.ACCOUNT_ID))
                .where(which)
                .orderBy(ACCOUNT_VERSION.VERSION)
                .forEach(row -> {
                    AccountVersionRecord version = row.into(ACCOUNT_VERSION);
                    found.add(account(
                            version,
                            row.get(ACCOUNT.LOGIN),
                            names.computeIfAbsent(
                                    version.getFacilityId(), facility -> People.names(context, facility))));
                });
        return found;
    }

    /** A login that is not the one the version vouches for counts as erased: nobody can sign in with it. */
    private static Account account(AccountVersionRecord row, @Nullable String login, Map<String, String> names) {
        String vouched = Optional.ofNullable(login)
                .filter(word -> loginHash(row.getAccountId(), word).equals(row.getLoginHash()))
                .orElse("");
        return new Account(
                new Account.Version(
                        UUID.fromString(row.getVersionId()), UUID.fromString(row.getAccountId()), row.getVersion()),
                new Account.Holder(vouched, names.getOrDefault(row.getPersonId(), "")),
                Arrays.stream(row.getRoles().split(" "))
                        .map(word -> Words.constant(Role.class, word))
                        .collect(Collectors.toSet()),
                new PasswordHash(row.getPasswordHash()),
                Words.constant(Account.Standing.class, row.getStanding()),
                new Account.Entry(
                        Instant.ofEpochMilli(row.getEnteredAt()), name(names, row.getAuthorId()), row.getReason()));
    }

    private static String loginHash(String account, String login) {
        return RowDigest.of(account + "\n" + login);
    }

    @Override
    public void add(ReminderWish wish) {
        wishes.add(wish);
    }

    @Override
    public Optional<ReminderWish> wish(UUID accountId) {
        return wishes.of(accountId);
    }

    @Override
    public void add(ApiToken token) {
        String account = token.accountId().toString();
        String facility = facilityOf(token.accountId());
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            Optional<String> person =
                    people.idOf(transaction, facility, token.entry().by());
            transaction.executeInsert(new ApiTokenRecord(
                    facility,
                    token.id().toString(),
                    account,
                    token.name(),
                    token.role().word(),
                    token.hash(),
                    person.orElse(null),
                    token.entry().at().toEpochMilli()));
            audit.append(
                    transaction, facility, person, Action.ADD_TOKEN, token.id().toString());
            return token;
        });
    }

    @Override
    public void end(ApiToken.End end) {
        String facility = database.read(context -> context.select(API_TOKEN.FACILITY_ID)
                        .from(API_TOKEN)
                        .where(API_TOKEN.TOKEN_ID.eq(end.tokenId().toString()))
                        .fetchOptional(API_TOKEN.FACILITY_ID))
                .orElseThrow(() -> new IllegalArgumentException("no token has the id " + end.tokenId()));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            Optional<String> person =
                    people.idOf(transaction, facility, end.entry().by());
            transaction.executeInsert(new ApiTokenEndRecord(
                    facility,
                    end.id().toString(),
                    end.tokenId().toString(),
                    person.orElse(null),
                    end.entry().at().toEpochMilli()));
            audit.append(
                    transaction, facility, person, Action.END_TOKEN, end.id().toString());
            return end;
        });
    }

    @Override
    public List<ApiToken> tokens(UUID accountId) {
        return tokens(API_TOKEN.ACCOUNT_ID.eq(accountId.toString()));
    }

    @Override
    public Optional<ApiToken> token(String hash) {
        return tokens(API_TOKEN.TOKEN_HASH.eq(hash)).stream().findFirst();
    }

    private List<ApiToken> tokens(Condition which) {
        return database.read(context -> context
                .selectFrom(API_TOKEN)
                .where(which)
                .and(API_TOKEN.TOKEN_ID.notIn(DSL.select(API_TOKEN_END.TOKEN_ID).from(API_TOKEN_END)))
                .orderBy(API_TOKEN.ENTERED_AT.desc(), API_TOKEN.TOKEN_ID.desc())
                .fetch()
                .stream()
                .map(row -> token(row, People.names(context, row.getFacilityId())))
                .toList());
    }

    private static ApiToken token(ApiTokenRecord row, Map<String, String> names) {
        return new ApiToken(
                UUID.fromString(row.getTokenId()),
                UUID.fromString(row.getAccountId()),
                row.getName(),
                Words.constant(Role.class, row.getRole()),
                row.getTokenHash(),
                new ApiToken.Entry(Instant.ofEpochMilli(row.getEnteredAt()), name(names, row.getPersonId())));
    }

    private static String name(Map<String, String> names, @Nullable String person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }

    private Optional<String> home() {
        return database.read(context -> context.select(FACILITY.FACILITY_ID)
                .from(FACILITY)
                .where(FACILITY.KIND.eq(Words.of(Facility.Kind.HOME)))
                .fetchOptional(FACILITY.FACILITY_ID));
    }

    private String facilityOf(UUID accountId) {
        return database.read(context -> Objects.requireNonNull(
                context.select(ACCOUNT.FACILITY_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ACCOUNT_ID.eq(accountId.toString()))
                        .fetchOne(ACCOUNT.FACILITY_ID),
                "a token is of an account"));
    }
}
