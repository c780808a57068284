package org.fiducial.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.AccountRules;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Accounts;
import org.fiducial.facility.people.ApiToken;
import org.fiducial.facility.people.Passwords;
import org.fiducial.facility.people.ReminderWish;

/** Accounts kept in memory. */
public final class SampleAccounts implements Accounts {

    public static final String PASSWORD = "lantern oboe gravel";

    private final List<Account> versions = new ArrayList<>();
    private final List<ApiToken> tokens = new ArrayList<>();
    private final List<ReminderWish> wishes = new ArrayList<>();

    /** Accounts whose passwords cost next to nothing to hash. */
    public static Accounting accounting(Accounts accounts, Clock clock) {
        SplittableRandom random = new SplittableRandom(20_261_122);
        return new Accounting(
                accounts,
                new Passwords(new Passwords.Cost(8, 1), random),
                new Accounting.Sources(clock, () -> new UUID(random.nextLong(), random.nextLong()), random));
    }

    @Override
    public synchronized void add(ReminderWish wish) {
        wishes.add(wish);
    }

    @Override
    public synchronized Optional<ReminderWish> wish(UUID accountId) {
        return wishes.stream()
                .filter(each -> each.accountId().equals(accountId))
                .reduce((older, newer) -> newer);
    }

    @Override
    public synchronized boolean any() {
        return !versions.isEmpty();
    }

    @Override
    public synchronized void begin(Account first) {
        AccountRules.first(newest(), first);
        versions.add(first);
    }

    @Override
    public synchronized void append(Account next) {
        AccountRules.next(newest(), next);
        versions.add(next);
    }

    @Override
    public synchronized List<Account> newest() {
        return versions.stream()
                .filter(each -> versions.stream()
                        .noneMatch(other -> other.version()
                                        .accountId()
                                        .equals(each.version().accountId())
                                && other.version().number() > each.version().number()))
                .sorted(Comparator.comparing(each -> each.holder().login()))
                .toList();
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return newest().stream()
                .filter(each -> each.holder().login().equals(login))
                .findFirst();
    }

    @Override
    public Optional<Account> byId(UUID accountId) {
        return newest().stream()
                .filter(each -> each.version().accountId().equals(accountId))
                .findFirst();
    }

    @Override
    public synchronized List<Account> versions(UUID accountId) {
        return versions.stream()
                .filter(each -> each.version().accountId().equals(accountId))
                .toList();
    }

    @Override
    public void erase(String name, String by) {
        throw new UnsupportedOperationException("a real record does this");
    }

    @Override
    public void add(ApiToken token) {
        tokens.add(token);
    }

    @Override
    public void end(ApiToken.End end) {
        tokens.removeIf(each -> each.id().equals(end.tokenId()));
    }

    @Override
    public List<ApiToken> tokens(UUID accountId) {
        return tokens.stream()
                .filter(each -> each.accountId().equals(accountId))
                .toList();
    }

    @Override
    public Optional<ApiToken> token(String hash) {
        return tokens.stream().filter(each -> each.hash().equals(hash)).findFirst();
    }
}
