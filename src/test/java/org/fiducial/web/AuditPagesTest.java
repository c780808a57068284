package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Loss;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain of audit rows as people and programs read it. */
class AuditPagesTest {

    private static final String PASSWORD = "correct horse battery";

    private final RecordingServer server;
    private final Path folder;

    AuditPagesTest(@TempDir Path folder) {
        this.folder = folder;
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void fault(String by) throws Exception {
        server.post(
                "/instruments/lsm-1/new-event",
                Map.of("kind", "fault", "what", "It smells.", "effect", "usable-with-care", "by", by));
    }

    @Test
    void saysWhoDidWhatToWhichThingNewestFirstAndTheHashThatVouchesForIt() throws Exception {
        fault("Ada <b>");
        String head = server.store().audit().heads().get(0).hash();
        String event = server.store()
                .events()
                .ofInstrument(server.store()
                        .instruments()
                        .bySlug("lsm-1")
                        .orElseThrow()
                        .id())
                .get(0)
                .event()
                .id()
                .toString();

        String page = server.get("/audit").body();

        assertThat(page)
                .contains(head, "Event entered", "href=\"/events/" + event, "Ada &lt;b&gt;", "Instrument added")
                .doesNotContain("Ada <b>");
        assertThat(page.indexOf("<td>Event entered")).isLessThan(page.indexOf("<td>Instrument added"));
        assertThat(server.get("/audit?kind=add-event&person=" + encoded("Ada <b>"))
                        .body())
                .contains("<td>Event entered")
                .doesNotContain("<td>Instrument added");
        assertThat(server.get("/audit?person=Nobody").body())
                .contains("Audit chain")
                .doesNotContain("<td>Event");
        assertThat(server.get("/audit.csv?kind=add-event").body().lines().skip(1))
                .singleElement()
                .asString()
                .contains("add-event", "/events/" + event, head);
    }

    @Test
    void theRowsOfProgramsAreTheWholeChainPartByPart() throws Exception {
        for (int i = 0; i < 205; i++) {
            fault("Ada");
        }
        JsonNode first = new ObjectMapper().readTree(server.get("/api/v1/audit").body());
        long newest = first.path("head").path("row").longValue();
        assertThat(first.path("rows")).hasSize(200);
        assertThat(first.path("rows").get(0).path("row").longValue()).isEqualTo(newest);

        JsonNode next = new ObjectMapper()
                .readTree(server.get(first.path("next").textValue()).body());

        assertThat(next.path("rows").get(0).path("row").longValue()).isEqualTo(newest - 200);
        assertThat(next.has("next")).isFalse();
        assertThat(next.path("rows")).hasSize((int) newest - 200);
        assertThat(server.get("/audit").body()).contains("rel=\"next\" href=\"/audit?before=" + (newest - 99));
    }

    @Test
    void theTableHoldsAllThatIsAskedForAndThePageSaysHowManyRowsThatAre() throws Exception {
        for (int i = 0; i < 1105; i++) {
            server.store().events().add(event(i % 2 == 0 ? "Ada" : "Grace"));
        }

        assertThat(server.get("/audit.csv?kind=add-event").body().lines().skip(1))
                .hasSize(1105)
                .doesNotHaveDuplicates();
        HttpResponse<String> of = server.get("/audit.csv?kind=add-event&person=Ada");
        assertThat(of.body().lines().skip(1)).hasSize(553).allMatch(line -> line.contains(",Ada,add-event,"));
        assertThat(of.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(server.get("/audit?kind=add-event&person=Ada").body()).contains("Rows found: 553");
        assertThat(new ObjectMapper()
                        .readTree(server.get("/api/v1/audit?person=Grace").body())
                        .path("total")
                        .intValue())
                .isEqualTo(552);
    }

    private Event event(String by) {
        return new Event(
                UUID.randomUUID(),
                server.store().instruments().bySlug("lsm-1").orElseThrow().id(),
                Event.Kind.FAULT,
                Instant.EPOCH,
                new Event.Report("It smells.", List.of(), Event.Effect.NONE, Loss.none()),
                new Event.Entry(by, Instant.EPOCH, ZoneOffset.UTC));
    }

    @Test
    void saysWhichRowWasChangedAfterItWasWrittenAndWhereOneIsMissing() throws Exception {
        for (int i = 0; i < 5; i++) {
            fault("Ada");
        }
        long newest = server.store().audit().heads().get(0).sequence();
        assertThat(server.get("/audit").body()).doesNotContain("fiducial verify", "■");
        tamper("drop trigger audit_is_not_changed");
        tamper("drop trigger audit_is_not_removed");

        tamper("update audit set happened_at = happened_at + 1 where sequence = " + (newest - 1));

        assertThat(server.get("/audit").body())
                .contains("Row " + (newest - 1) + " says something else than was written into it", "■");
        assertThat(server.get("/audit?kind=add-event").body())
                .contains("Row " + (newest - 1) + " says something else than was written into it");
        assertThat(server.get("/audit?kind=add-facility").body()).doesNotContain("fiducial verify");

        tamper("delete from audit where sequence = " + (newest - 2));

        assertThat(server.get("/audit").body()).contains("Before row " + (newest - 1) + " a row is missing");
        JsonNode flaw =
                new ObjectMapper().readTree(server.get("/api/v1/audit").body()).path("flaw");
        assertThat(flaw.path("row").longValue()).isEqualTo(newest - 1);
        assertThat(flaw.path("kind").textValue()).isEqualTo("after-a-gap");

        tamper("update audit set hash = '" + "0".repeat(64) + "' where sequence = " + (newest - 3));

        assertThat(server.get("/audit?before=" + (newest - 2)).body())
                .contains("Row " + (newest - 3) + " says something else");
        assertThat(server.store().audit().faults())
                .anyMatch(fault -> fault.startsWith("Audit row " + (newest - 3) + " of facility"))
                .anyMatch(fault -> fault.startsWith("Before audit row " + (newest - 1) + " of facility"));
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("data").resolve("fiducial.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatWasDoneToAccountsIsToldToThoseWhoSeeAccountsOnly() throws Exception {
        server.accounting().begin(Accounting.holder("ada", "Ada Müller"), PASSWORD);
        server.signIn("ada", PASSWORD);
        server.post(
                "/accounts",
                Map.of(
                        "name",
                        "Grace",
                        "login",
                        "grace",
                        "role.user",
                        "yes",
                        "password",
                        PASSWORD + "2",
                        "again",
                        PASSWORD + "2"));
        assertThat(server.get("/audit?kind=add-account").body()).contains("href=\"/accounts/", "<td>Ada Müller</td>");

        server.signIn("grace", PASSWORD + "2");

        assertThat(server.get("/audit?kind=add-account").body())
                .contains("<td>Account added or changed")
                .doesNotContain("href=\"/accounts/", "<td>Ada Müller</td>");
        assertThat(server.get("/audit?kind=add-account&person=" + encoded("Ada Müller"))
                        .body())
                .doesNotContain("<td>Account added or changed");
    }

    @Test
    void questionsThatAreNoneAreAnsweredWithoutHarm() throws Exception {
        for (String query : List.of(
                "before=-1",
                "before=99999999999999999999",
                "before=0",
                "kind=<script>alert(1)</script>",
                "person=" + "x".repeat(5000),
                "facility=none",
                "person=a%00b")) {
            String asked = query.contains("%")
                    ? query
                    : query.substring(0, query.indexOf('=') + 1) + encoded(query.substring(query.indexOf('=') + 1));
            for (String path : List.of("/audit", "/audit.csv", "/api/v1/audit")) {
                assertThat(server.get(path + "?" + asked).statusCode())
                        .as(asked)
                        .isIn(200, 400);
                assertThat(server.get(path + "?" + asked).body()).doesNotContain("<script>alert");
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
