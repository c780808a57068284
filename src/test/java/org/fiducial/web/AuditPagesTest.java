package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fiducial.facility.people.Accounting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain of audit rows as people and programs read it. */
class AuditPagesTest {

    private static final String PASSWORD = "correct horse battery";

    private final RecordingServer server;

    AuditPagesTest(@TempDir Path folder) {
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
