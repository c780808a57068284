package org.fiducial.facility.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.protocol.UnusableInputException;

/** What must hold before a version of an account is added; asked while nobody else can add one. */
public final class AccountRules {

    private AccountRules() {}

    /**
     * The first account is of an administrator, and there is none before it.
     *
     * @param before the newest version of every account
     */
    public static void first(List<Account> before, Account first) {
        if (!before.isEmpty()) {
            throw new UnusableInputException("There are accounts already; sign in with one of them.");
        }
        next(before, first);
    }

    /**
     * Nobody can sign in any more as who is erased.
     *
     * @param theirs the newest version of every account of the person
     */
    public static void erasure(List<Account> theirs) {
        theirs.stream().filter(Account::isActive).findFirst().ifPresent(open -> {
            throw new UnusableInputException("The account '" + open.holder().login()
                    + "' of this person is open; close it, then erase the name.");
        });
    }

    /**
     * It follows the newest version, its login is nobody else's, and an administrator remains.
     *
     * @param before the newest version of every account
     */
    public static void next(List<Account> before, Account next) {
        Optional<Account> known = before.stream()
                .filter(each -> each.version().accountId().equals(next.version().accountId()))
                .findFirst();
        if (next.version().number()
                != known.map(each -> each.version().number()).orElse(0) + 1) {
            throw new UnusableInputException("The account '" + next.holder().login()
                    + "' was changed by somebody else meanwhile; look at it and change it again.");
        }
        List<Account> after = new ArrayList<>(before);
        known.ifPresent(after::remove);
        boolean taken = !next.holder().login().isEmpty()
                && after.stream()
                        .anyMatch(each ->
                                each.holder().login().equals(next.holder().login()));
        if (taken) {
            throw new UnusableInputException(
                    "There is already an account '" + next.holder().login() + "'; choose another name to sign in.");
        }
        after.add(next);
        if (after.stream().noneMatch(each -> each.isActive() && each.roles().contains(Role.ADMINISTRATOR))) {
            throw new UnusableInputException(
                    known.isEmpty()
                            ? "The first account must be an administrator's, who can add the others."
                            : "This is the last administrator; make somebody else one first, or nobody could manage"
                                    + " accounts.");
        }
    }
}
