package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uptime, hours of use and reminders on the command line. */
class UseCommandTest {

    private final Path folder;
    private final Recording recording;

    UseCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        recording = Recording.in(folder);
    }

    @Test
    void uptimeCountsTheDaysAskedFor() {
        // Time counts from the first thing that is known.
        run("event", "add", "wide-1", "cleaning", "lens", "--at", "2026-01-15");
        run("event", "add", "wide-1", "fault", "dark", "--effect", "do-not-use", "--at", "2026-03-02T00:00");

        assertThat(run("uptime", "wide-1", "--from", "2026-03-01", "--until", "2026-03-04")
                        .out())
                .contains("wide-1", "25.0 % available 2026-03-01 to 2026-03-04, 72.0 h down", "1 open");
        assertThat(run("uptime", "--json", "--from", "2026-03-01", "--until", "2026-03-04")
                        .out())
                .contains("\"availability_percent\" : 25.0");
        assertThat(run("uptime", "--from", "2026-03-05", "--until", "2026-03-04")
                        .err())
                .contains("--from lies after --until");
    }

    @Test
    void anInstrumentIsPublishedAndWithdrawnWithAReason() {
        Outcome open = run("publish", "wide-1", "--contact", "core@example.org", "--reason", "a paper", "--by", "Ada");
        assertThat(open.out())
                .matches("Widefield 1 is public with make, identifier, components, software, values, pictures, events,"
                        + " contact; its page is /published/[A-Za-z0-9_-]{16}\\.\n");
        assertThat(run("publish", "wide-1", "--withdraw", "--reason", "it moves")
                        .out())
                .isEqualTo("Widefield 1 is not public.\n");
        assertThat(run("publish", "--all", "--field", "make", "--reason", "agreed")
                        .out())
                .isEqualTo("Every instrument that says nothing else is public with make.\n");
        assertThat(run("publish", "wide-1", "--as-facility", "--reason", "back").out())
                .contains("as public as the facility says");

        String[] personal = {"publish", "wide-1", "--contact", "a.lovelace@example.org", "--reason", "r"};
        assertThat(run(personal).err()).contains("looks like the address of a person, and nothing was saved");
        assertThat(run(
                                "publish",
                                "wide-1",
                                "--contact",
                                "a.lovelace@example.org",
                                "--personal-contact",
                                "--reason",
                                "r")
                        .status())
                .isZero();

        assertThat(run("publish", "wide-1").status()).as("no reason").isEqualTo(2);
        assertThat(run("publish", "--reason", "r").err()).contains("Name an instrument");
        assertThat(run("publish", "wide-1", "--field", "password", "--reason", "r")
                        .err())
                .contains("'password' is no field");
        assertThat(run("publish", "never-was", "--reason", "r").status()).isEqualTo(2);
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void readingsAreEnteredAndAPlanByHoursCountsThem() {
        assertThat(run("hours", "list", "wide-1").out()).contains("never read");
        assertThat(run("hours", "add", "wide-1", "1000", "--at", "2026-03-01").out())
                .isEqualTo("Entered 1000 h of Widefield 1.\n");
        assertThat(run("hours", "add", "wide-1", "-5").status()).isEqualTo(2);
        assertThat(run("hours", "add", "wide-1", "1", "--at", "2100-01-01").err())
                .contains("lies in the future");
        assertThat(run("hours", "list", "wide-1", "--json").out()).contains("\"hours\" : 1000.0");

        Outcome planned =
                run("schedule", "add", "psf-beads", "--configuration", "wide-1/oil63-green", "--every-hours", "200");

        assertThat(planned.out()).contains("every 200.0 h of use, 7 days after");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void remindersAreShownBeforeTheyAreSentAndTheMailServerIsNamedWhereItIsNotThere() throws IOException {
        assertThat(run("remind", "--dry-run").out()).contains("No reminders are set up");
        assertThat(run("remind", "--send").err()).contains("settings.yaml");
        run("event", "add", "wide-1", "fault", "dark", "--effect", "do-not-use", "--at", "2026-03-02");
        String fault = new ObjectMapper()
                .readTree(run("event", "list", "wide-1", "--json").out())
                .get(0)
                .get("id")
                .asText();
        run("event", "follow", fault, "expected", "--at", "2100-03-24");
        Files.writeString(
                folder.resolve("data").resolve("settings.yaml"),
                """
                reminders:
                  server: 127.0.0.1
                  port: 1
                  security: none
                  sender: qc@example.org
                  recipients:
                    - { name: Ada, address: ada@example.org }
                """);

        assertThat(run("remind", "--dry-run").out())
                .contains(
                        "To: Ada <ada@example.org>, digest",
                        "Subject: ",
                        "fault on 2 Mar 2026: dark (end expected 24 Mar 2100)");
        assertThat(run("remind").out()).isEqualTo("Nothing was sent yet.\n");
        Outcome sent = run("remind", "--send");
        assertThat(sent.status()).isEqualTo(1);
        assertThat(sent.out()).contains("failed", "Ada", "127.0.0.1");
        assertThat(run("remind", "--trial", "Eve").err()).contains("No recipient of reminders is called 'Eve'");
        assertThat(run("remind").out()).contains("attempt 1", "failed");
        assertThat(run("verify").status()).isZero();
    }

    private Outcome run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", recording.data()));
        return InProcess.run(all.toArray(String[]::new));
    }
}
