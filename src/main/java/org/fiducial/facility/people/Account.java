package org.fiducial.facility.people;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.instrument.Facility;

/**
 * One version of an account: whose it is, what it may, how its holder proves to be the one. A change is a new version; the
 * earlier ones stay.
 */
public record Account(
        Version version, Holder holder, Set<Role> roles, PasswordHash password, Standing standing, Entry entry) {

    private static final int LONGEST_NAME = 200;

    public Account {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an account has at least one role");
        }
        roles = Set.copyOf(EnumSet.copyOf(roles));
    }

    /**
     * Which version of which account.
     *
     * @param id of this version
     * @param accountId the same for all versions
     * @param number from 1
     */
    public record Version(UUID id, UUID accountId, int number) {}

    /**
     * Whose account it is.
     *
     * @param login what is typed to sign in; empty once it was erased
     * @param name of the person, as it stands under what they enter; empty once it was erased
     */
    public record Holder(String login, String name) {

        /** Words people may sign in with. */
        public static final String LOGIN = "[a-z0-9][a-z0-9._@+-]{1,63}";

        public Holder {
            if (!login.isEmpty() && !login.matches(LOGIN)) {
                throw new IllegalArgumentException("a login is lower-case letters, digits and . _ @ + -");
            }
            if (name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("a name has at most " + LONGEST_NAME + " characters");
            }
        }
    }

    /** Whether it can be used. */
    public enum Standing {
        ACTIVE,
        CLOSED
    }

    /**
     * Who made this version, when and why.
     *
     * @param by the name of a person
     */
    public record Entry(Instant at, String by, String reason) {}

    public boolean isActive() {
        return standing == Standing.ACTIVE;
    }

    /** Whether it can be used and one of its roles allows something at a facility of this kind. */
    public boolean permits(Permission permission, Facility.Kind place) {
        return isActive() && roles.stream().anyMatch(role -> role.permits(permission, place));
    }
}
