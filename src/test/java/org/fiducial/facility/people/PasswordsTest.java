package org.fiducial.facility.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final String GOOD = "lantern oboe gravel";

    /** The cheapest cost there is: what is tested here does not depend on it. */
    private final Passwords passwords = new Passwords(new Passwords.Cost(8, 1), new SplittableRandom(1));

    @Test
    void aHashMatchesItsPasswordAndNoOther() {
        PasswordHash hash = passwords.hash(GOOD);

        assertThat(passwords.match(GOOD, hash)).isTrue();
        assertThat(passwords.match(GOOD + " ", hash)).isFalse();
        assertThat(passwords.match("", hash)).isFalse();
        assertThat(hash.encoded()).startsWith("$argon2id$v=19$m=8,t=1,p=1$").doesNotContain(GOOD);
        assertThat(hash).hasToString("PasswordHash");
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(passwords.hash(GOOD)).isNotEqualTo(passwords.hash(GOOD));
    }

    /** The cost OWASP gives for one lane; the only hash of it among the unit tests. */
    @Test
    void hashesAtTheRecommendedCost() {
        Passwords usual = new Passwords(Passwords.Cost.recommended(), new SplittableRandom(2));

        PasswordHash hash = usual.hash(GOOD);

        assertThat(hash.encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.match(GOOD, hash))
                .as("a hash is compared at its own cost")
                .isTrue();
    }

    /** A published hash: test.c of the reference implementation of Argon2, argon2id, 2 passes over 256 KiB. */
    @Test
    void agreesWithTheReferenceImplementation() {
        PasswordHash published = new PasswordHash(
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");

        assertThat(passwords.match("password", published)).isTrue();
        assertThat(passwords.match("passwort", published)).isFalse();
    }

    @Test
    void takesALetterHoweverItWasComposed() {
        assertThat(passwords.match("Müller und Söhne 1", passwords.hash("Mu\u0308ller und So\u0308hne 1")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "äöü äöü ßßß xyz", "7 violins & 3 drums", "correcthorsebatterystaple"})
    void takesWhatIsLongAndNotCommon(String password) {
        assertThatCode(() -> Passwords.requireGood(password, "ada")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short words",
                "password1234",
                "PasswordPassword",
                "qwertyuiop12",
                "123456789012",
                "847201938475",
                "aaaaaaaaaaaaaaa",
                "ada-ada-ada-ada",
                "Microscope2026"
            })
    void refusesWhatOthersWouldTry(String password) {
        assertThatThrownBy(() -> Passwords.requireGood(password, "ada"))
                .isInstanceOf(UnusableInputException.class)
                .message()
                .endsWith(".")
                .satisfies(sentence -> assertThat(password.isEmpty() || !sentence.contains(password))
                        .isTrue());
    }

    @Test
    void refusesWhatIsTooLongToBeTyped() {
        assertThatThrownBy(() -> Passwords.requireGood("lantern oboe ".repeat(400), "ada"))
                .hasMessageContaining("12 to 200");
        assertThat(passwords.match("x".repeat(1_000_000), passwords.hash(GOOD))).isFalse();
    }
}
