package org.fiducial.web.page;

import java.util.Optional;
import java.util.Set;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.people.Role;

/** Whoever sent a request, as far as that is known. */
public sealed interface Caller {

    /** Whether this one may do something at a facility of this kind. */
    boolean may(Permission permission, Facility.Kind place);

    /** The account that answers for the request. */
    default Optional<Account> account() {
        return Optional.empty();
    }

    /** The name that stands under what is entered; empty where nobody is signed in. */
    default String name() {
        return account().map(account -> account.holder().name()).orElse("");
    }

    /** Somebody at this machine while the record has no account: everything is open but accounts themselves. */
    record Anybody() implements Caller {

        @Override
        public boolean may(Permission permission, Facility.Kind place) {
            return permission != Permission.SELF && permission != Permission.ACCOUNTS;
        }
    }

    /** Nobody that is known. */
    record Stranger() implements Caller {

        @Override
        public boolean may(Permission permission, Facility.Kind place) {
            return permission == Permission.PUBLIC;
        }
    }

    /** A person who signed in. */
    record Person(Account holder) implements Caller {

        @Override
        public boolean may(Permission permission, Facility.Kind place) {
            return holder.permits(permission, place);
        }

        @Override
        public Optional<Account> account() {
            return Optional.of(holder);
        }
    }

    /** A program with a token: what its role allows and its owner still may; accounts are no matter of programs. */
    record Program(Account owner, Role role) implements Caller {

        public static final Set<Permission> NEVER = Set.of(Permission.SELF, Permission.ACCOUNTS, Permission.BACK_UP);

        @Override
        public boolean may(Permission permission, Facility.Kind place) {
            return !NEVER.contains(permission) && role.permits(permission, place) && owner.permits(permission, place);
        }

        @Override
        public Optional<Account> account() {
            return Optional.of(owner);
        }
    }
}
