package org.fiducial.facility.people;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * Hashes passwords with argon2id (RFC 9106) and compares them. A password is long rather than odd: its length and a few
 * too-common words are all that is asked, as NIST SP 800-63B advises.
 */
public final class Passwords {

    /** Characters a password has at least. */
    public static final int SHORTEST = 12;

    private static final int LONGEST = 200;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** Hashes computed at once: each takes the memory of its cost, and strangers may ask for as many as they like. */
    private static final int AT_ONCE = 2;

    /** Letters that must remain beside words everybody tries first, and different characters there must be. */
    private static final int FEWEST_OTHERS = 6;

    private static final List<String> COMMON = List.of(
            "password",
            "passwort",
            "passw0rd",
            "kennwort",
            "qwertyuiop",
            "qwertzuiop",
            "qwerty",
            "qwertz",
            "asdfghjkl",
            "yxcvbnm",
            "zxcvbnm",
            "abcdefghijkl",
            "abcdef",
            "letmein",
            "iloveyou",
            "welcome",
            "changeme",
            "administrator",
            "admin",
            "microscopy",
            "microscope",
            "mikroskop",
            "facility",
            "fiducial",
            "monkey",
            "dragon",
            "football",
            "sunshine",
            "princess",
            "secret");

    private final Cost cost;
    private final RandomGenerator random;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /**
     * What a hash costs.
     *
     * @param memoryKib memory it takes [KiB]
     * @param iterations how often it goes through it
     */
    public record Cost(int memoryKib, int iterations) {

        /** OWASP's least for argon2id with one lane: 19 MiB, twice; about a quarter of a second. */
        public static Cost recommended() {
            return new Cost(19 * 1024, 2);
        }
    }

    /**
     * Hashes at a cost; hashes of another cost are compared at theirs.
     *
     * @param random salts; one that nobody can foresee
     */
    public Passwords(Cost cost, RandomGenerator random) {
        this.cost = cost;
        this.random = random;
    }

    /** The hash of a password, with a new salt. */
    public PasswordHash hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Argon2Function function =
                Argon2Function.getInstance(cost.memoryKib(), cost.iterations(), 1, HASH_BYTES, Argon2.ID);
        return new PasswordHash(
                inTurn(() -> function.hash(bytes(password), salt).getResult()));
    }

    /** Whether a hash is of this password. */
    public boolean match(String password, PasswordHash hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        Argon2Function function = Argon2Function.getInstanceFromHash(hash.encoded());
        return inTurn(() -> function.check(bytes(password), hash.encoded().getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Refuses a password others would guess.
     *
     * @param login of the account it is for
     * @throws UnusableInputException saying what to do
     */
    public static void requireGood(String password, String login) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new UnusableInputException("A password has " + SHORTEST + " to " + LONGEST
                    + " characters; any will do, and a few words in a row are easy to remember.");
        }
        String rest = password.toLowerCase(Locale.ROOT).replace(login.toLowerCase(Locale.ROOT), "");
        for (String word : COMMON) {
            rest = rest.replace(word, "");
        }
        boolean digitsOnly = password.chars().allMatch(Character::isDigit);
        if (digitsOnly || rest.chars().distinct().count() < FEWEST_OTHERS) {
            throw new UnusableInputException("This password is among the first that others would try; take another,"
                    + " for instance a few words that do not belong together.");
        }
    }

    /** One spelling of each letter, however a keyboard composes it. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
