package org.fiducial.facility.people;

import static org.fiducial.facility.people.Permission.ACCOUNTS;
import static org.fiducial.facility.people.Permission.BACK_UP;
import static org.fiducial.facility.people.Permission.LOG;
import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.MEASURE;
import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.facility.people.Permission.REVIEW;
import static org.fiducial.facility.people.Permission.SELF;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fiducial.facility.instrument.Facility;

/**
 * What an account is for. Roles are no ladder: an administrator manages accounts and may not touch a result, and a host
 * writes at a visited facility what the home facility's operators may write at home. One account may hold several.
 */
public enum Role {
    VIEWER,
    USER(READ),
    OPERATOR(READ, MEASURE, LOG),
    REVIEWER(READ, REVIEW),
    MANAGER(READ, MEASURE, LOG, REVIEW, MANAGE),
    HOST(READ, MEASURE, LOG),
    CURATOR(READ),
    ADMINISTRATOR(READ, ACCOUNTS, BACK_UP);

    @SuppressWarnings("ImmutableEnumChecker") // A copy nobody can change.
    private final Set<Permission> permissions;

    Role(Permission... more) {
        Set<Permission> all = EnumSet.of(PUBLIC, SELF);
        all.addAll(Arrays.asList(more));
        this.permissions = Set.copyOf(all);
    }

    /**
     * Whether this role allows something at a facility.
     *
     * @param place whether what is touched belongs to the home facility or to a visited one
     */
    public boolean permits(Permission permission, Facility.Kind place) {
        boolean writesElsewhereOnly = this == HOST && (permission == MEASURE || permission == LOG);
        return permissions.contains(permission) && (!writesElsewhereOnly || place == Facility.Kind.VISITED);
    }

    /** The word that stands for it in forms, files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word.strip()))
                .findFirst();
    }
}
