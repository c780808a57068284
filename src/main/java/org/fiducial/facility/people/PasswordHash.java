package org.fiducial.facility.people;

/**
 * What is kept of a password: an argon2id hash with its salt and cost, in the usual spelling. It prints as nothing, so
 * that it ends in no log.
 */
public record PasswordHash(String encoded) {

    public PasswordHash {
        if (!encoded.startsWith("$argon2id$")) {
            throw new IllegalArgumentException("a password is kept as an argon2id hash");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash";
    }
}
