package org.fiducial.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.reminder.Outbox;
import org.fiducial.facility.reminder.Sending;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.settings.Reminders;
import org.fiducial.settings.SettingsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talks to a mail server on this machine; Monday at seven in Zurich is six in UTC. */
class RemindingTest {

    private static final Instant MONDAY_AT_SEVEN = Instant.parse("2026-11-23T06:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Memory outbox = new Memory(new ArrayList<>());
    private List<Reminders.Recipient> wished = List.of();
    private final Said said = new Said();

    private final Path folder;
    private Instant now = MONDAY_AT_SEVEN;
    private long ids;

    RemindingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start() {
        server.start();
        server.setUser("qc", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsEachDigestOnceAWeekWithTextAndHtmlAndWhatLettersAreToldApartBy() throws Exception {
        settings(server.getSmtp().getPort(), "none", "");

        assertThat(reminding().tick()).hasSize(2).allMatch(each -> result(each) == Sending.Result.SENT);
        now = now.plusSeconds(60);
        assertThat(reminding().tick()).isEmpty();
        assertThat(reminding().send()).isEmpty();

        MimeMessage[] letters = server.getReceivedMessages();
        assertThat(letters).hasSize(2);
        MimeMessage letter = letters[0];
        assertThat(letter.getSubject()).isEqualTo("Institut für Licht: 2 overdue");
        assertThat(letter.getAllRecipients()[0].toString()).contains("ada@example.org");
        assertThat(letter.getFrom()[0].toString()).isEqualTo("Microscopes <qc@example.org>");
        assertThat(letter.getHeader("Message-ID")[0]).matches("<[0-9a-f-]{36}@example\\.org>");
        assertThat(letter.getHeader("List-Id")[0]).isEqualTo("<reminders.example.org>");
        assertThat(letter.getHeader("Auto-Submitted")[0]).isEqualTo("auto-generated");
        assertThat(letter.getSentDate().toInstant()).isEqualTo(MONDAY_AT_SEVEN);
        MimeMultipart both = (MimeMultipart) letter.getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(String.valueOf(both.getBodyPart(0).getContent())).contains("für Ada Müller");
        assertThat(both.getBodyPart(1).getContentType()).contains("text/html").containsIgnoringCase("utf-8");
        assertThat(letters[1].getHeader("Message-ID")[0]).isNotEqualTo(letter.getHeader("Message-ID")[0]);

        now = now.plus(Duration.ofDays(7));
        assertThat(reminding().tick()).hasSize(2);
    }

    /** Ada, of the settings, wants nothing; Bo wants urgent letters: on Thursday at noon, and no second one that week. */
    @Test
    void whatPeopleSayOfThemselvesStandsBeforeTheSettings() throws IOException {
        settings(server.getSmtp().getPort(), "none", "");
        wished = List.of(
                new Reminders.Recipient("Ada Müller", "", false, Reminders.Frequency.NEVER, Optional.empty()),
                new Reminders.Recipient("Bo", "bo@example.org", false, Reminders.Frequency.URGENT, Optional.empty()));

        assertThat(reminding().tick())
                .extracting(each -> each.subject().recipient())
                .containsExactly("Grace");
        said.urgent = true;
        now = MONDAY_AT_SEVEN.plus(Duration.ofDays(3)).minusSeconds(1);
        assertThat(reminding().tick()).as("before the hour").isEmpty();
        now = MONDAY_AT_SEVEN.plus(Duration.ofDays(3)).plus(Duration.ofHours(5));
        assertThat(reminding().tick())
                .extracting(each -> each.subject().recipient())
                .containsExactly("Bo");
        now = now.plus(Duration.ofDays(1));
        assertThat(reminding().tick()).isEmpty();
        now = MONDAY_AT_SEVEN.plus(Duration.ofDays(7));
        assertThat(reminding().tick()).hasSize(2);
        assertThat(result(reminding().trial("Bo"))).isEqualTo(Sending.Result.SENT);
    }

    @Test
    void sendsNothingOutsideOfTheHoursNorWhereThereIsNothingToSay() throws IOException {
        settings(server.getSmtp().getPort(), "none", "");
        now = MONDAY_AT_SEVEN.minusMillis(1);
        assertThat(reminding().tick()).isEmpty();

        now = MONDAY_AT_SEVEN;
        said.news = false;
        assertThat(reminding().tick()).isEmpty();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(reminding().newest(9)).isEmpty();
    }

    @Test
    void aLetterThatWasOnlyClaimedWhenThePowerFailedIsNotSentAgain() throws IOException {
        settings(server.getSmtp().getPort(), "none", "");
        Sending.Subject ada = new Sending.Subject("2026-11-23", Sending.Kind.DIGEST, "Ada Müller");
        outbox.claim(new Sending(new UUID(9, 9), ada, 1, now.minusSeconds(1), Optional.empty()));

        assertThat(reminding().tick())
                .extracting(each -> each.subject().recipient())
                .containsExactly("Grace");
        assertThat(reminding().tick()).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatIsNotThereIsTriedAgainAfterAPauseAndThenTakesTheLetter() throws IOException {
        settings(free(), "none", "");
        assertThat(reminding().tick()).hasSize(2).allMatch(each -> result(each) == Sending.Result.FAILED);
        now = now.plus(Duration.ofMinutes(4));
        assertThat(reminding().tick()).isEmpty();

        settings(server.getSmtp().getPort(), "none", "");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(reminding().tick())
                .hasSize(2)
                .allMatch(each -> each.attempt() == 2 && result(each) == Sending.Result.SENT);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void withoutTheTlsThatWasAskedForNothingIsSentAndNoPasswordIsShown() throws IOException {
        Files.writeString(folder.resolve("mail.password"), "secret\n");
        settings(server.getSmtp().getPort(), "starttls", "  user: qc\n  password-file: mail.password\n");

        List<Sending> sent = reminding().tick();

        assertThat(sent).allMatch(each -> result(each) == Sending.Result.FAILED);
        assertThat(sent.get(0).outcome().orElseThrow().said())
                .containsIgnoringCase("starttls")
                .doesNotContain("secret");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateNobodyVouchesForIsRefused() throws IOException {
        GreenMail tls = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        tls.start();
        try {
            settings(tls.getSmtps().getPort(), "tls", "");

            assertThat(reminding().tick()).allMatch(each -> result(each) == Sending.Result.FAILED);
            assertThat(tls.getReceivedMessages()).isEmpty();
        } finally {
            tls.stop();
        }
    }

    @Test
    void aMissingPasswordFileIsSaidAndNothingIsSent() throws IOException {
        settings(server.getSmtp().getPort(), "starttls", "  user: qc\n  password-file: nowhere\n");

        assertThat(reminding().tick().get(0).outcome().orElseThrow().said()).contains("nowhere", "cannot be read");
    }

    @Test
    void hostileWordsBecomeNoHeadersOfTheirOwn() throws Exception {
        settings(server.getSmtp().getPort(), "none", "");
        said.subject = "Broken\r\nBcc: eve@example.org\r\n\r\nand more " + "x".repeat(5000);

        reminding().tick();

        for (MimeMessage letter : server.getReceivedMessages()) {
            assertThat(letter.getHeader("Bcc")).isNull();
            assertThat(letter.getAllRecipients()).hasSize(1);
        }
    }

    @Test
    void tellsTheNextPersonOfWhatStaysUndone() throws Exception {
        settings(
                server.getSmtp().getPort(),
                "none",
                "  escalation: { after-days: 7, name: Head, address: h@example.org }\n");

        assertThat(reminding().tick())
                .extracting(each -> each.subject().kind())
                .containsExactly(Sending.Kind.DIGEST, Sending.Kind.DIGEST, Sending.Kind.ESCALATION);
        assertThat(server.getReceivedMessages()[2].getAllRecipients()[0].toString())
                .contains("h@example.org");
    }

    @Test
    void aTrialGoesToWhomOneNamesAndCountsForNoWeek() throws IOException {
        settings(server.getSmtp().getPort(), "none", "");

        assertThat(result(reminding().trial("Grace"))).isEqualTo(Sending.Result.SENT);
        assertThatThrownBy(() -> reminding().trial("Eve")).isInstanceOf(UnusableInputException.class);
        assertThat(reminding().tick()).hasSize(2);
    }

    @Test
    void saysWhatToDoWhereNothingIsSetUp() {
        assertThat(reminding().tick()).isEmpty();
        assertThat(reminding().next()).isEmpty();
        assertThatThrownBy(() -> reminding().send()).hasMessageContaining("settings.yaml");
    }

    private static Sending.Result result(Sending sending) {
        return sending.outcome().orElseThrow().result();
    }

    private Reminding reminding() {
        return new Reminding(
                outbox,
                said,
                new Reminding.Sources(
                        () -> SettingsFile.read(folder),
                        Clock.fixed(now, ZoneOffset.UTC),
                        () -> new UUID(0, ++ids),
                        () -> ZoneId.of("Europe/Zurich"),
                        () -> wished));
    }

    private void settings(int port, String security, String more) throws IOException {
        Files.writeString(
                folder.resolve("settings.yaml"),
                """
                reminders:
                  server: 127.0.0.1
                  port: %d
                  security: %s
                  sender: Microscopes <qc@example.org>
                  recipients:
                    - { name: Ada Müller, address: ada@example.org }
                    - { name: Grace, address: grace@example.org }
                %s"""
                        .formatted(port, security, more));
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static final class Said implements Reminding.Composer {

        private boolean news = true;
        private boolean urgent;
        private String subject = "Institut für Licht: 2 overdue";

        @Override
        public Optional<Reminding.Text> digest(Reminders.Recipient recipient, boolean evenWithoutNews) {
            return news
                    ? Optional.of(new Reminding.Text(subject, "für " + recipient.name(), "<p>für " + recipient.name()))
                    : Optional.empty();
        }

        @Override
        public Optional<Reminding.Text> urgent(Reminders.Recipient recipient) {
            return urgent ? digest(recipient, true) : Optional.empty();
        }

        @Override
        public Optional<Reminding.Text> escalation(int afterDays) {
            return Optional.of(trial());
        }

        @Override
        public Reminding.Text trial() {
            return new Reminding.Text("trial", "trial", "<p>trial");
        }
    }

    /** The record in memory; the real one has the same promises in {@code RecordContract}. */
    private record Memory(List<Sending> all) implements Outbox {

        @Override
        public boolean claim(Sending claim) {
            boolean claimed = all.stream()
                    .anyMatch(each -> each.subject().equals(claim.subject()) && each.attempt() >= claim.attempt());
            return !claimed && all.add(claim);
        }

        @Override
        public void note(UUID outcomeId, UUID claimId, Sending.Outcome outcome) {
            all.replaceAll(each -> each.id().equals(claimId)
                    ? new Sending(each.id(), each.subject(), each.attempt(), each.claimedAt(), Optional.of(outcome))
                    : each);
        }

        @Override
        public List<Sending> newest(int most) {
            List<Sending> newest = new ArrayList<>(all);
            Collections.reverse(newest);
            return newest.subList(0, Math.min(most, newest.size()));
        }

        @Override
        public List<Sending> of(String period) {
            return all.stream()
                    .filter(each -> each.subject().period().equals(period))
                    .toList();
        }
    }
}
