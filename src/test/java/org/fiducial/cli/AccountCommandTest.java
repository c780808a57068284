package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fiducial.Fiducial;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fiducial account} does for whoever is locked out. */
class AccountCommandTest {

    private static final String PASSWORD = "lantern oboe gravel";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void addInstrument() throws IOException {
        Recording.in(folder);
    }

    @Test
    void addsTheFirstAccountListsItAndGivesItANewPassword() {
        assertThat(account("list").out()).contains("There is no account yet");

        Outcome added = account("add", "Ada", "--name", "Ada Müller", "<", PASSWORD);

        assertThat(added.status()).as(added.err()).isZero();
        assertThat(added.out()).contains("Added account ada of Ada Müller: manager, administrator.", "signs in");
        assertThat(account("list").out())
                .containsPattern("ada +Ada Müller +active +\\d{4}-\\d\\d-\\d\\d  manager, administrator");
        assertThat(account("list", "--json").out())
                .contains("\"login\" : \"ada\"", "\"administrator\"")
                .doesNotContain("argon2id");
        assertThat(account("reset", "ada", "--reason", "forgotten", "<", "tulip anvil northern")
                        .out())
                .contains("has a new password");
        assertThat(account("reminders", "ada").out()).contains("Ada Müller said nothing");
        assertThat(account("reminders", "ada", "--when", "weekly").status()).isEqualTo(2);
        assertThat(account("reminders", "ada", "--when", "weekly", "--address", "ada@example.org", "--only-assigned")
                        .out())
                .contains("every week at ada@example.org, with only what is assigned");
        assertRefused(account("reminders", "ada", "--when", "never", "--reason", "too many"), "'--reason'");
        assertThat(account("reminders", "ada", "--when", "never").out()).contains("gets no letters");
        assertThat(account("reminders", "ada").out()).contains("gets no letters");
        assertThat(InProcess.run("verify", "--data", data()).status()).isZero();
    }

    @Test
    void refusesWhatWouldLockEverybodyOutOrIsNoGood() {
        account("add", "ada", "--name", "Ada Müller", "<", PASSWORD);

        assertRefused(account("close", "ada"), "last administrator");
        assertRefused(account("close", "eve"), "There is no account 'eve'", "ada");
        assertRefused(account("add", "eve", "--name", "Eve", "<", PASSWORD), "--role");
        assertRefused(account("add", "eve", "--name", "Eve", "--role", "root", "<", PASSWORD), "'root' is no role");
        assertRefused(account("add", "eve", "--name", "Eve", "--role", "user", "<", "password1234"), "among the first");
        assertRefused(account("add", "eve", "--name", "Eve", "--role", "user"), "No password was given");
    }

    @Test
    void closesAnAccount() {
        account("add", "ada", "--name", "Ada Müller", "<", PASSWORD);
        account("add", "eve", "--name", "Eve", "--role", "user", "<", PASSWORD);

        assertThat(account("close", "eve", "--by", "Ada Müller", "--reason", "left")
                        .out())
                .contains("Closed account eve");
        assertThat(account("list").out()).containsPattern("eve +Eve +closed");
    }

    @Test
    void aPersonTypesAPasswordTwice() {
        Outcome differing = run(
                true,
                List.of(PASSWORD, "something else"),
                "account",
                "add",
                "ada",
                "--name",
                "Ada Müller",
                "--data",
                data());

        assertRefused(differing, "two passwords differ");
    }

    @Test
    void otherMachinesAreNotAnsweredWithoutAccounts() {
        assertRefused(
                InProcess.run("serve", "--host", "0.0.0.0", "--port", "0", "--data", data()),
                "--host 0.0.0.0 is refused, because there are no accounts yet",
                "fiducial account add");
    }

    @Test
    void saysWhatIsWrongWithTheFileOfACertificate() throws IOException {
        Path file = Files.writeString(folder.resolve("qc.p12"), "no certificate");
        Path password = Files.writeString(folder.resolve("qc.password"), "secret");

        assertRefused(
                InProcess.run(
                        "serve",
                        "--tls",
                        file.toString(),
                        "--tls-password-file",
                        password.toString(),
                        "--port",
                        "0",
                        "--data",
                        data()),
                "should be a PKCS12 file",
                "qc.p12");
        assertRefused(
                InProcess.run("serve", "--tls", file.toString(), "--port", "0", "--data", data()),
                "FIDUCIAL_TLS_PASSWORD");
    }

    private static void assertRefused(Outcome outcome, String... parts) {
        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).contains(parts);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** What stands behind {@code <} is on standard input. */
    private Outcome account(String... words) {
        List<String> all = Arrays.asList(words);
        int input = all.indexOf("<");
        List<String> command = new ArrayList<>(List.of("account"));
        command.addAll(input < 0 ? all : all.subList(0, input));
        command.addAll(List.of("--data", data()));
        List<String> typed = input < 0 ? List.of() : all.subList(input + 1, all.size());
        return run(false, typed, command.toArray(String[]::new));
    }

    private static Outcome run(boolean person, List<String> typed, String... words) {
        ArrayDeque<String> lines = new ArrayDeque<>(typed);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Fiducial.run(
                new Terminal(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        person,
                        prompt -> Optional.ofNullable(lines.poll())),
                words);
        return new Outcome(status, out.toString(), err.toString());
    }
}
