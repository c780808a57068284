package org.fiducial.facility.people;

import java.time.Instant;
import java.util.UUID;

/**
 * What lets a program in instead of a person. The secret itself is shown once and kept nowhere.
 *
 * @param accountId whose it is; it ends with the account
 * @param name what it is for, in its owner's words
 * @param role what it may, at most what its owner may
 * @param hash SHA-256 of the secret, 64 hexadecimal digits; the secret is random and long, so that this suffices
 */
public record ApiToken(UUID id, UUID accountId, String name, Role role, String hash, Entry entry) {

    private static final int LONGEST_NAME = 100;

    public ApiToken {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a token has a name of at most " + LONGEST_NAME + " characters");
        }
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a token is kept as 64 hexadecimal digits");
        }
    }

    /** Who made it and when. */
    public record Entry(Instant at, String by) {}

    /** The end of a token. */
    public record End(UUID id, UUID tokenId, Entry entry) {}
}
