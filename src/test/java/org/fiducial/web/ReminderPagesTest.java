package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fiducial.mail.Reminding;
import org.fiducial.settings.Reminders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReminderPagesTest {

    private static final Reminders.Recipient ADA = new Reminders.Recipient("Ada", "ada@example.org", false);
    private static final Reminders.Recipient GRACE = new Reminders.Recipient("Grace", "grace@example.org", true);

    private final RecordingServer server;
    private final Path data;

    ReminderPagesTest(@TempDir Path folder) {
        data = folder.resolve("data");
        server = new RecordingServer(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void thePageSaysHowToSetUpWhatWasSentAndSendsATrial() throws Exception {
        assertThat(server.get("/reminders").body())
                .contains("No reminders are sent yet", "settings.yaml", "Nothing was sent yet");
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            settings("  server: 127.0.0.1\n  port: " + mail.getSmtp().getPort() + "\n  security: none\n");
            assertThat(server.get("/reminders").body())
                    .contains("ada@example.org", "The next digest is due on 23 November 2026 at 07:00")
                    .contains("Letters have no links");
            assertThat(server.get("/api/v1/reminders").body())
                    .contains("\"set\":true", "\"address\":\"ada@example.org\"", "\"next\":\"2026-11-23T06:00:00Z\"");

            assertThat(server.post("/reminders/trial", Map.of("name", "Ada")).body())
                    .contains("sent: taken by 127.0.0.1");
            assertThat(mail.getReceivedMessages()).hasSize(1);
        } finally {
            mail.stop();
        }
        assertThat(server.get("/reminders").body()).contains("trial", "taken by 127.0.0.1");
        assertThat(server.get("/api/v1/reminders").body()).contains("\"kind\":\"trial\"", "\"result\":\"sent\"");
        assertThat(server.post("/reminders/trial", Map.of("name", "<script>")).body())
                .contains("No recipient of reminders is called &#39;&lt;script&gt;");
        assertThat(server.store().audit().faults()).isEmpty();
    }

    @Test
    void aMistakeInTheSettingsIsSaidOnThePage() throws Exception {
        settings("  server: x\n  hour: 25\n");

        assertThat(server.get("/reminders").body()).contains("from 0 to 23");
        assertThat(server.get("/api/v1/reminders").body()).contains("\"refusal\"", "from 0 to 23");
    }

    @Test
    void theDigestSaysWhatMondaysPageSaysAndNothingWhereThereIsNothing() throws Exception {
        assertThat(server.digest().digest(GRACE, false)).isEmpty();
        server.post(
                "/instruments/lsm-1/new-event",
                Map.of(
                        "kind",
                        "fault",
                        "what",
                        "<script>alert(1)</script> & sparks",
                        "effect",
                        "do-not-use",
                        "at",
                        "2026-11-20T10:00",
                        "by",
                        "Ada"));
        server.post(
                "/instruments/lsm-1/new-plan",
                Map.of(
                        "protocol",
                        "psf-beads",
                        "path.63x-488",
                        "yes",
                        "minutes",
                        "30",
                        "every",
                        "weekly",
                        "start",
                        "2026-11-02",
                        "before",
                        "1",
                        "after",
                        "1",
                        "assigned",
                        "Grace"));

        Reminding.Text ada = server.digest().digest(ADA, false).orElseThrow();

        assertThat(ada.subject()).isEqualTo("Imaging Core: 1 overdue, 0 due this week");
        assertThat(ada.text())
                .contains(
                        "\nNot fine\n- LSM 1: do not use",
                        "\nOverdue\n- LSM 1, 63×/1.4 oil, 488 nm: Point spread",
                        "for Grace\n\n-- \nSent by")
                .contains("LSM 1: do not use", "<script>alert(1)</script> & sparks", "Point spread", "for Grace")
                .doesNotContain("&lt;", "http");
        assertThat(ada.html()).contains("&lt;script&gt;", "for Grace").doesNotContain("<script>");
        assertThat(server.digest().digest(GRACE, false).orElseThrow().text())
                .contains("for Grace")
                .doesNotContain("sparks");
        assertThat(server.digest().escalation(7).orElseThrow().text())
                .contains("Overdue for more than 7 days", "Grace");
        assertThat(server.digest().escalation(30)).isEmpty();

        Files.writeString(data.resolve("settings.yaml"), "public-url: https://qc.example.org\n");
        assertThat(server.digest().digest(ADA, false).orElseThrow().html())
                .contains("href=\"https://qc.example.org/instruments/lsm-1/new-check?configuration=63x-488");
    }

    private void settings(String server) throws Exception {
        Files.writeString(
                data.resolve("settings.yaml"),
                "reminders:\n" + server + "  sender: qc@example.org\n  recipients:\n    - { name: Ada, address:"
                        + " ada@example.org }\n");
    }
}
