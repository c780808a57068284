package org.fiducial.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Optional;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

    private static final String WHOLE =
            """
            public-url: https://qc.example.org
            reminders:
              server: mail.example.org
              user: qc
              password-file: mail.password
              sender: Microscopes <qc@example.org>
              weekday: friday
              hour: 6
              recipients:
                - { name: Ada Müller, address: ada@example.org }
                - { name: Grace, address: grace@example.org, only-assigned: true }
              escalation: { after-days: 7, name: Head, address: head@example.org }
            """;

    private final Path folder;

    SettingsFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void saysNothingWhereThereIsNoFile() {
        assertThat(SettingsFile.read(folder)).isEqualTo(Settings.none());
    }

    @Test
    void readsWhatIsSaidAndKeepsPasswordsFromListenersUnlessToldOtherwise() throws IOException {
        Settings settings = read(WHOLE);

        assertThat(settings.publicUrl()).contains(URI.create("https://qc.example.org/"));
        Reminders reminders = settings.reminders().orElseThrow();
        assertThat(reminders.server())
                .isEqualTo(new Reminders.Server(
                        "mail.example.org",
                        587,
                        Reminders.Security.STARTTLS,
                        Optional.of(new Reminders.Login("qc", folder.resolve("mail.password")))));
        assertThat(reminders.when().weekday()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(reminders.when().hour()).isEqualTo(6);
        assertThat(reminders.when().evenWithoutNews()).isFalse();
        assertThat(reminders.recipients())
                .extracting(Reminders.Recipient::assignedOnly)
                .containsExactly(false, true);
        assertThat(reminders.escalation().orElseThrow().to().address()).isEqualTo("head@example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://qc.example.org | https://qc.example.org/sub | with nothing behind the host",
                "https://qc.example.org | ftp://qc.example.org       | with nothing behind the host",
                "https://qc.example.org | 'not an address'           | with nothing behind the host",
                "user: qc               | 'security: none\n  user: qc' | to everybody on the way",
                "weekday: friday        | weekday: someday           | 'weekday' is one of monday",
                "hour: 6                | hour: 24                   | from 0 to 23",
                "hour: 6                | hours: 6                   | hours",
                "ada@example.org        | 'ada@example.org, eve@example.org' | is a mail address",
                "after-days: 7          | after-days: 0              | from 1 to 366"
            })
    void refusesWhatCannotBeMeantWithASentence(String said, String instead, String sentence) {
        String text = WHOLE.replace(said, instead.contains(",") ? '"' + instead + '"' : instead);

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("settings.yaml");
    }

    private Settings read(String text) throws IOException {
        Files.writeString(folder.resolve("settings.yaml"), text);
        return SettingsFile.read(folder);
    }
}
