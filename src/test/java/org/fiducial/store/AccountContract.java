package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.ApiToken;
import org.fiducial.facility.people.ReminderWish;
import org.fiducial.facility.people.Role;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** What a record promises of accounts. */
abstract class AccountContract extends LimitContract {

    @Test
    void readsBackEveryVersionOfAnAccount() {
        assertThat(store.accounts().any()).isFalse();
        Account first = record.addAccount(store);
        Account next = next(first, Account.Standing.ACTIVE, Role.ADMINISTRATOR);
        store.accounts().append(next);
        store.close();
        store = record.open();

        assertThat(store.accounts().any()).isTrue();
        assertThat(store.accounts().versions(first.version().accountId())).containsExactly(first, next);
        assertThat(store.accounts().newest()).containsExactly(next);
        assertThat(store.accounts().byLogin("ada")).contains(next);
        assertThat(store.accounts().byLogin("eve")).isEmpty();
        assertThat(store.accounts().byId(first.version().accountId())).contains(next);
        assertThat(store.audit().faults()).isEmpty();
    }

    /** The address is erased with the name, and one that was put in its place counts for nothing. */
    @Test
    void aWishForRemindersHoldsUntilTheNextAndItsAddressIsErased() {
        Account account = record.addAccount(store);
        UUID id = account.version().accountId();
        assertThat(store.accounts().wish(id)).isEmpty();
        record.addWish(store, account, ReminderWish.Frequency.WEEKLY);
        ReminderWish urgent = record.addWish(store, account, ReminderWish.Frequency.URGENT);
        store.close();
        store = record.open();

        assertThat(store.accounts().wish(id)).contains(urgent);
        assertThat(store.audit().faults()).isEmpty();
        Account other = new Account(
                new Account.Version(record.ids().get(), record.ids().get(), 1),
                new Account.Holder("bo", "Bo"),
                EnumSet.of(Role.ADMINISTRATOR, Role.MANAGER),
                account.password(),
                Account.Standing.ACTIVE,
                account.entry());
        store.accounts().append(other);
        store.accounts()
                .append(record.account(id, 2, Account.Standing.CLOSED, EnumSet.of(Role.ADMINISTRATOR, Role.MANAGER)));
        store.accounts().erase("Ada Müller", "Bo");
        assertThat(store.accounts().wish(id).orElseThrow().letter().address()).isEmpty();
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void aTokenIsKnownUntilItEnds() {
        Account account = record.addAccount(store);
        ApiToken token = record.token(account);
        store.accounts().add(token);
        assertThat(store.accounts().token(token.hash())).contains(token);

        store.accounts().end(new ApiToken.End(record.ids().get(), token.id(), token.entry()));

        assertThat(store.accounts().token(token.hash())).isEmpty();
        assertThat(store.accounts().tokens(account.version().accountId()))
                .extracting(ApiToken::name)
                .containsExactly("calendar");
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void keepsTheLastAdministrator() {
        Account first = record.addAccount(store);

        assertThatThrownBy(() -> store.accounts().append(next(first, Account.Standing.CLOSED, Role.ADMINISTRATOR)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("last administrator");
        assertThatThrownBy(() -> store.accounts().append(next(first, Account.Standing.ACTIVE, Role.MANAGER)))
                .hasMessageContaining("last administrator");
        assertThat(store.accounts().newest()).containsExactly(first);
    }

    @Test
    void refusesASecondFirstAccountATakenLoginAndAVersionSomebodyElseAdded() {
        Account first = record.addAccount(store);
        Account other = record.account(UUID.randomUUID(), 1, Account.Standing.ACTIVE, EnumSet.of(Role.ADMINISTRATOR));

        assertThatThrownBy(() -> store.accounts().begin(other)).hasMessageContaining("There are accounts already");
        assertThatThrownBy(() -> store.accounts().append(other)).hasMessageContaining("already an account 'ada'");
        assertThatThrownBy(() -> store.accounts().append(first)).hasMessageContaining("somebody else meanwhile");
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void ofTwoFirstAccountsAtOnceOneIsAdded() throws Exception {
        Account one = record.account(UUID.randomUUID(), 1, Account.Standing.ACTIVE, EnumSet.of(Role.ADMINISTRATOR));
        Account two = record.account(UUID.randomUUID(), 1, Account.Standing.ACTIVE, EnumSet.of(Role.ADMINISTRATOR));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Callable<Boolean>> both = List.of(() -> isAdded(one), () -> isAdded(two));

        List<Future<Boolean>> added = pool.invokeAll(both);
        pool.shutdown();

        assertThat(added.get(0).get()).isNotEqualTo(added.get(1).get());
        assertThat(store.accounts().newest()).hasSize(1);
    }

    private boolean isAdded(Account first) {
        try {
            store.accounts().begin(first);
            return true;
        } catch (UnusableInputException e) {
            return false;
        }
    }

    private Account next(Account account, Account.Standing standing, Role role) {
        return record.account(
                account.version().accountId(), account.version().number() + 1, standing, EnumSet.of(role));
    }
}
