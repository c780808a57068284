package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.schedule.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due, on a server of a real record; its today is Sunday, 22 November 2026 in Zurich. */
class DuePagesTest {

    private static final String NEW = "/instruments/lsm-1/new-plan";
    private static final String DATED = "timestamp,power_mW\n2026-11-08 17:27:32,1.2\n2026-11-08 17:27:33,1.21\n";
    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("protocol", "psf-beads"),
            Map.entry("path.63x-488", "yes"),
            Map.entry("every", "monthly"),
            Map.entry("start", "2026-11-01"),
            Map.entry("before", "5"),
            Map.entry("after", "3"),
            Map.entry("minutes", "45"),
            Map.entry("assigned", "Bo <b>"),
            Map.entry("by", "Ada"),
            Map.entry("reason", "as agreed"));

    private static final Map<String, String> OWN = Map.of(
            "definition",
            """
            id: dewar
            title: Dewar
            summary: Looks at it.
            interval-days: 7
            covers: [stand]
            fields: [ { name: full, title: Full, kind: yes-no, expected: yes, reason: It has to be. } ]
            """);

    private final RecordingServer server;

    DuePagesTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysWhatToDoWhileNothingIsPlanned() throws Exception {
        assertThat(server.get("/due").body()).contains("No check is planned", "fiducial schedule add");
        assertThat(server.get("/due/calendar").statusCode()).isEqualTo(200);
        assertThat(server.get("/due.ics").body()).startsWith("BEGIN:VCALENDAR");
        assertThat(server.get("/instruments/lsm-1").body()).contains("Nothing is planned", NEW);
    }

    @Test
    void theFormProposesWhatTheProtocolDoes() throws Exception {
        assertThat(server.get(NEW + "?protocol=psf-beads").body())
                .contains(
                        "value=\"psf-beads\" selected",
                        "value=\"monthly\" selected",
                        "value=\"2026-11-22\"",
                        "id=\"before\" name=\"before\" type=\"number\" min=\"0\" max=\"366\" value=\"7\"",
                        "value=\"yes\" checked");
        assertThat(server.get("/instruments/nobody/new-plan").statusCode()).isEqualTo(404);
    }

    @Test
    void aPlanIsOnTheBoardTheCalendarTheFeedAndTheInstrumentsPage() throws Exception {
        assertThat(RecordingServer.location(server.post(NEW, TYPED))).isEqualTo("/due");

        assertThat(server.get("/due").body())
                .contains(
                        "1 overdue, 0 in their window",
                        "1 Nov 2026",
                        "overdue, 21 days ago",
                        "in time 27 Oct to 4 Nov",
                        "Bo &lt;b&gt;",
                        "never")
                .doesNotContain("Bo <b>");
        assertThat(server.get("/due/calendar?month=2026-12").body())
                .contains("December 2026", "<b>LSM 1</b>", "planned", "month=2026-11", "month=2027-01");
        assertThat(server.get("/due/calendar?month=2026-13").body()).contains("November 2026");
        HttpResponse<String> feed = server.get("/due.ics");
        assertThat(feed.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
        assertThat(feed.body())
                .contains("DTSTART;VALUE=DATE:20261101\r\n", "DTSTART;VALUE=DATE:20261201\r\n")
                .contains("DTSTAMP:20261122T090000Z\r\n");
        assertThat(server.get("/instruments/lsm-1").body())
                .contains("overdue since 1 November 2026 (21 days)", "Planned checks");
    }

    @Test
    void theTableForSpreadsheetsHoldsNoFormula() throws Exception {
        server.post(NEW, with(Map.of("assigned", "=HYPERLINK(\"x\";1),")));

        assertThat(server.get("/plans.csv").body())
                .startsWith("\uFEFFplan,version,standing,protocol,light paths,")
                .contains(",in-force,", "lsm-1/", "'=HYPERLINK(");

        HttpResponse<String> table = server.get("/due.csv");

        assertThat(table.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("due-2026-11-22.csv");
        assertThat(table.body())
                .startsWith("\uFEFFstanding,due,opens,closes,")
                .contains("overdue,2026-11-01,2026-10-27,2026-11-04,LSM 1,\"63×/1.4 oil, 488 nm\"")
                .contains(",45,\"'=HYPERLINK(\"\"x\"\";1),\"\r\n");
    }

    @Test
    void theListIsFilteredByInstrumentProtocolAndPerson() throws Exception {
        server.post(NEW, TYPED);
        server.post(NEW, with(Map.of("protocol", "light-source-power", "assigned", "Cy", "start", "2027-03-01")));

        assertThat(server.get("/due?protocol=light-source-power").body())
                .contains("Nothing is overdue", "Show 1 more, due in more than 31 days")
                .doesNotContain("21 days ago");
        assertThat(server.get("/due?person=Cy&within=366").body()).contains("1 Mar 2027");
        assertThat(server.get("/due.csv?instrument=other").body().lines()).hasSize(1);
        assertThat(server.get("/due.ics?person=Cy").body()).doesNotContain("20261101");
        assertThat(server.get("/due?person=%3Cscript%3Ealert(1)%3C/script%3E").body())
                .doesNotContain("<script>alert");
    }

    @Test
    void machinesReadTheSame() throws Exception {
        server.post(NEW, TYPED);
        ObjectMapper json = new ObjectMapper();

        JsonNode due = json.readTree(server.get("/api/v1/due").body());
        assertThat(due.get("on").asText()).isEqualTo("2026-11-22");
        assertThat(due.get("total").asInt()).isEqualTo(due.get("due").size());
        assertThat(due.has("next")).isFalse();
        assertThat(json.readTree(server.get("/api/v1/due?page=2").body()).get("due"))
                .isEmpty();
        assertThat(due.get("due").get(0).get("standing").asText()).isEqualTo("overdue");
        assertThat(json.readTree(server.get("/api/v1/due?on=2026-10-30").body()).get("due"))
                .isEmpty();
        JsonNode plan = json.readTree(server.get("/api/v1/schedules").body())
                .get("schedules")
                .get(0);
        assertThat(plan.get("rule").asText()).isEqualTo("FREQ=MONTHLY");
        assertThat(plan.get("configurations").get(0).asText()).isEqualTo("lsm-1/63x-488");
        String id = plan.get("plan").asText();
        assertThat(json.readTree(server.get("/api/v1/schedules/" + id).body()).get("versions"))
                .hasSize(1);
        assertThat(server.get("/api/v1/schedules/none").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/openapi.json").body())
                .contains("/api/v1/due", "/api/v1/schedules/{id}", "/due.ics");
    }

    @Test
    void aPlanIsChangedWithAReasonAndItsHistoryStays() throws Exception {
        server.post(NEW, TYPED);
        String address = "/plans/" + plan().version().planId();
        assertThat(server.get(address).body()).contains("value=\"monthly\" selected", "History", "as agreed");

        assertThat(server.post(address, with(Map.of("version", "1", "every", "weekly", "before", "1", "reason", "")))
                        .body())
                .contains("role=\"alert\"", "Say why the plan is changed", "value=\"weekly\" selected");
        assertThat(RecordingServer.location(server.post(
                        address,
                        with(Map.of("version", "1", "every", "weekly", "before", "1", "reason", "drifts fast")))))
                .isEqualTo("/due");
        assertThat(server.get(address).body()).contains("every week", "drifts fast", "every month", "as agreed");

        assertThat(server.post(address, with(Map.of("version", "1", "reason", "unaware of the other")))
                        .body())
                .contains("role=\"alert\"", "changed by somebody else meanwhile", "unaware of the other");
        assertThat(server.get("/plans/0199a000-0000-7000-8000-000000000001").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPlanIsEndedAndAsksForNothing() throws Exception {
        server.post(NEW, TYPED);
        String address = "/plans/" + plan().version().planId();

        assertThat(server.post(address + "/end", Map.of("version", "1", "reason", " "))
                        .body())
                .contains("Say why the plan is ended", "value=\"monthly\" selected");
        server.post(address + "/end", Map.of("version", "1", "by", "Ada", "reason", "objective sold"));

        assertThat(server.get(address).body()).contains("This plan was ended", "objective sold");
        assertThat(server.get("/due").body()).contains("No check is planned");
    }

    @Test
    void whetherACheckCountsIsSaidWithAReasonAndTheDueDayMovesBack() throws Exception {
        server.post(NEW, with(Map.of("protocol", "light-source-power", "start", "2026-11-08")));
        String draft =
                server.send(RecordingServer.typed("light-source-power"), new RecordingServer.Sent("power.csv", DATED));
        server.settled(draft);
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");
        String check = RecordingServer.location(server.get(draft));
        assertThat(server.get("/due").body()).contains("8 Dec 2026", check);
        assertThat(server.get(check + "/counting").body()).contains("was done as scheduled", "It does not count");

        assertThat(server.post(check + "/counting", Map.of("by", "Ada")).body())
                .contains("role=\"alert\"", "Say why", "value=\"Ada\"");
        server.post(check + "/counting", Map.of("by", "Ada", "reason", "the shutter was half closed"));

        assertThat(server.get(check + "/counting").body())
                .contains("because somebody said so", "the shutter was half closed", "It counts");
        assertThat(server.get("/due").body()).contains("8 Nov 2026").doesNotContain("8 Dec 2026");
        assertThat(server.get("/checks/0199a000-0000-7000-8000-000000000001/counting")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
        assertRefused(Map.of("start", "soon"), "First due day takes a day");
        assertRefused(Map.of("minutes", "long"), "Minutes of work takes a whole number");
        assertRefused(Map.of("minutes", "-1"), "0 to 1440 minutes");
        assertRefused(Map.of("before", "30"), "windows of two due days overlap");
        assertRefused(Map.of("path.63x-488", ""), "No light path is chosen");
        assertRefused(Map.of("every", "rule", "rule", "FREQ=HOURLY"), "FREQ is one of DAILY");
        assertRefused(Map.of("protocol", "none"), "no protocol &#39;none&#39;");
        assertRefused(Map.of("reason", "x".repeat(5000)), "at most 2000");
        assertThat(server.get("/due").body()).contains("No check is planned");
    }

    private void assertRefused(Map<String, String> changed, String sentence) throws Exception {
        assertThat(server.post(NEW, with(changed)).body()).contains("role=\"alert\"", sentence, "Bo &lt;b&gt;");
    }

    private static Map<String, String> with(Map<String, String> changed) {
        Map<String, String> typed = new TreeMap<>(TYPED);
        typed.putAll(changed);
        return typed;
    }

    @Test
    void aChangeKeepsTheTurnsOfTheLightPaths() throws Exception {
        server.post(NEW, TYPED);
        String address = "/plans/" + plan().version().planId();
        List<UUID> first = plan().subject().configurationIds();
        RecordingServer.location(server.post(
                "/instruments/lsm-1/new-path", Map.of("name", "10x", "property.emission", "600nm", "by", "Eve")));

        RecordingServer.location(server.post(address, with(Map.of("path.10x", "yes", "reason", "both in turn"))));

        List<UUID> both = plan().subject().configurationIds();
        assertThat(both).hasSize(2).startsWith(first.get(0));
        RecordingServer.location(server.post(
                address, with(Map.of("path.10x", "yes", "minutes", "20", "reason", "it is quicker", "version", "2"))));
        assertThat(plan().version().number()).isEqualTo(3);
        assertThat(plan().subject().configurationIds()).isEqualTo(both);
    }

    @Test
    void aPlanKeepsALightPathAndAProtocolThatAreNotUsedAnyMore() throws Exception {
        server.post("/new-protocol", OWN);
        RecordingServer.location(server.post(NEW, with(Map.of("protocol", "dewar"))));
        String address = "/plans/" + plan().version().planId();
        assertThat(server.get(address).body()).doesNotContain("retired since", "out of use");

        RecordingServer.location(server.post(
                "/instruments/lsm-1/paths/63x-488/service",
                Map.of("version", "1", "at", "2026-11-20T10:00", "by", "Eve", "reason", "laser sold")));
        RecordingServer.location(server.post("/protocols/dewar/retire", Map.of("by", "Eve", "reason", "sold")));

        assertThat(server.get(address).body())
                .contains("retired since 20 November 2026; nothing is due on it", "Dewar (out of use)")
                .containsPattern("name=\"path.63x-488\" value=\"yes\" checked")
                .containsPattern("value=\"dewar\" selected");
        assertThat(server.get(NEW).body()).doesNotContain("name=\"path.63x-488\"", "Dewar");
        assertThat(server.post(NEW, TYPED).body()).contains("No light path is chosen");
        RecordingServer.location(
                server.post(address, with(Map.of("protocol", "dewar", "minutes", "20", "reason", "it is quicker"))));
        assertThat(plan().version().number()).isEqualTo(2);
        assertThat(plan().work().minutes()).isEqualTo(20);
        assertThat(plan().subject().configurationIds()).hasSize(1);
        assertThat(plan().subject().protocolId()).isEqualTo("dewar");
    }

    private Plan plan() {
        Instrument lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();
        List<Plan> plans = server.store().schedule().plans(lsm.facilityId(), RecordingServer.NOW);
        return plans.get(0);
    }
}
