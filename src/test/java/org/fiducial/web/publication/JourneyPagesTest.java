package org.fiducial.web.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Loss;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.web.BeadCheck;
import org.fiducial.web.RecordingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody reads who imaged on an instrument and is about to publish. */
class JourneyPagesTest {

    private static final String PASSWORD = "copper lantern seven";

    private final RecordingServer server;
    private final Instrument lsm;
    private final Configuration path;
    private final String page;
    private int made;

    JourneyPagesTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
        server.accounting().begin(Accounting.holder("ada", "Ada"), PASSWORD);
        lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();
        path = server.store().instruments().configurations(lsm.id()).get(0);
        page = "/published/" + InstrumentToken.of(lsm);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSentenceComesFirstThenTheNumbersTheEventsAndTheContact() throws Exception {
        say(EnumSet.allOf(Field.class), "core@example.org");
        beads("2026-10-05T08:00:00Z", 0.21);
        beads("2026-11-10T08:00:00Z", 0.22);
        fault("2026-11-12T08:00:00Z");

        String text = server.get(page + "?from=2026-10-20&path=63x-488").body();

        assertThat(text)
                .containsSubsequence(
                        "Known to have been good where it was checked, for what you used on 20 October 2026",
                        "Resolution of the 63x/1.4 oil: within limits, checked 5 October and 10 November.",
                        "What was measured",
                        "Point spread function from beads, version 1.0",
                        "doi:10.1083/jcb.202107093",
                        "FWHM x",
                        "0.2100 ± 0.0040\u00a0µm",
                        "at most 0.4",
                        "Questions",
                        "mailto:core@example.org")
                .contains("never checked", "Typically affected:", "value=\"2026-10-20\"")
                .doesNotContain("Ada", "fault reported");
        assertThat(server.get(page + "?from=2026-11-11").body())
                .contains(
                        "Not established for what you used on 11 November 2026",
                        "not established since 10 November, fault reported 12 November.",
                        "What happened between these checks")
                .doesNotContain("smoke");
    }

    @Test
    void ofManyChecksThoseInNoTableAreNamedAndAllAreInTheFiles() throws Exception {
        say(Field.USUAL, "");
        for (int day = 1; day <= 9; day++) {
            beads("2026-10-0" + day + "T08:00:00Z", day == 5 ? 0.5 : 0.21);
        }

        String text =
                server.get(page + "?from=2026-10-02&to=2026-10-08&path=63x-488").body();

        assertThat(text)
                .containsSubsequence(
                        "3 more count as well. All of them with their numbers:",
                        "/checks.csv?from=2026-10-02",
                        "/checks.json?",
                        "The days and verdicts of the others",
                        "2026-10-04",
                        "2026-10-05",
                        "verdict fail",
                        "2026-10-06",
                        "</details>");
        String csv = server.get(page + "/checks.csv?from=2026-10-02&to=2026-10-08&path=63x-488")
                .body();
        for (int day = 1; day <= 9; day++) {
            assertThat(csv).contains("2026-10-0" + day);
        }
    }

    @Test
    void whoSaysNothingIsToldOfTodayAndTheLightPathCheckedLast() throws Exception {
        say(Field.USUAL, "");
        beads("2026-11-10T08:00:00Z", 0.22);

        assertThat(server.get(page).body())
                .contains(
                        "value=\"2026-11-22\"",
                        "<option value=\"63x-488\" selected>",
                        "last known good on 10 November, not yet confirmed.");
    }

    @Test
    void whatIsNotPublicIsNeitherShownNorSaid() throws Exception {
        say(Set.of(), "core@example.org");
        beads("2026-10-05T08:00:00Z", 0.21);
        fault("2026-10-12T08:00:00Z");

        String text = server.get(page + "?from=2026-10-20").body();
        String json = server.get("/api/v1" + page + "?from=2026-10-20").body();

        for (String answer : List.of(text, json)) {
            assertThat(answer)
                    .contains("not established since 5 October.")
                    .doesNotContain("0.21", "FWHM", "fault reported", "smoke", "core@example.org", "Maker", "Ada")
                    .doesNotContain("Resolution of the 63x/1.4 oil");
        }
        assertThat(new ObjectMapper().readTree(json).has("values")).isFalse();
        assertThat(new ObjectMapper().readTree(json).has("events")).isFalse();
    }

    @Test
    void programsReadTheSame() throws Exception {
        say(Field.USUAL, "core@example.org");
        beads("2026-10-05T08:00:00Z", 0.21);
        beads("2026-11-10T08:00:00Z", 0.22);

        JsonNode answer = new ObjectMapper()
                .readTree(server.get("/api/v1" + page + "?from=2026-10-20&to=2026-10-21&path=63x-488")
                        .body());

        assertThat(answer.get("claim").textValue()).isEqualTo("partly");
        assertThat(answer.get("from").textValue() + answer.get("to").textValue())
                .isEqualTo("2026-10-202026-10-21");
        JsonNode value = answer.get("values").get(0);
        assertThat(value.get("metric").textValue()).isEqualTo("psf.fwhm.x");
        assertThat(value.get("value").doubleValue()).isEqualTo(0.21);
        assertThat(value.get("u").doubleValue()).isEqualTo(0.004);
        assertThat(value.get("limit").get("fail_high").doubleValue()).isEqualTo(0.4);
        assertThat(value.get("verdict").textValue()).isEqualTo("pass");
        assertThat(answer.get("parts").findValuesAsText("claim")).contains("within-limits", "no-check");
    }

    @Test
    void whatNobodyCouldMeanGetsOneSentence() throws Exception {
        say(Field.USUAL, "");
        beads("2026-10-05T08:00:00Z", 0.21);
        String script = "<script>alert(1)</script>";
        for (String query : List.of(
                "from=999999-01-01",
                "from=%2B999999-01-01",
                "from=-999999-01-01",
                "from=2026-02-30",
                "from=yesterday",
                "from=2026-10-20&to=2026-10-19",
                "from=2020-10-20&to=2026-10-19",
                "to=" + "9".repeat(5000),
                "from=" + URLEncoder.encode(script, StandardCharsets.UTF_8),
                "path=" + URLEncoder.encode(script, StandardCharsets.UTF_8),
                "path=" + "a".repeat(5000),
                "path=nowhere",
                "path=%00%01")) {
            HttpResponse<String> answer = server.get(page + "?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(200);
            assertThat(answer.body())
                    .as(query)
                    .containsOnlyOnce("role=\"alert\"")
                    .doesNotContain(script, "aaaa", "9999", "\u0001", "What was measured");
            HttpResponse<String> refused = server.get("/api/v1" + page + "?" + query);
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(new ObjectMapper().readTree(refused.body()).get("error").textValue())
                    .as(query)
                    .matches("[A-Z][^<]{10,200}\\.");
        }
        assertThat(server.get(page + "?from=1950-03-12&path=").statusCode()).isEqualTo(200);
        assertThat(server.get("/api/v1/published/AAAAAAAAAAAAAAAA").statusCode())
                .as("what is not there")
                .isEqualTo(404);
    }

    @Test
    void thoseWhoMayReadItSeeAllOfItAndWhetherOthersDo() throws Exception {
        beads("2026-10-05T08:00:00Z", 0.21);
        assertThat(server.get("/instruments/lsm-1/paper").statusCode())
                .as("a stranger")
                .isNotEqualTo(200);
        server.signIn("ada", PASSWORD);

        assertThat(server.get("/instruments/lsm-1").body()).contains("/instruments/lsm-1/paper");
        assertThat(server.get("/instruments/lsm-1/paper?from=2026-10-06").body())
                .contains("It is not public.", "0.2100 ± 0.0040\u00a0µm", "action=\"/instruments/lsm-1/paper\"");
        say(Set.of(), "");
        assertThat(server.get("/instruments/lsm-1/paper?from=2026-10-06").body())
                .contains("Others see less", "href=\"" + page + "\"", "0.2100 ± 0.0040\u00a0µm");
        assertThat(server.get("/instruments/nobody/paper").statusCode()).isEqualTo(404);
    }

    private void say(Set<Field> fields, String contact) {
        server.store()
                .publicities()
                .add(new Publicity(
                        new UUID(5, made++),
                        Publication.subject(lsm),
                        new Publicity.Terms(Standing.PUBLISHED, fields, contact),
                        new Entry("Ada", RecordingServer.NOW, "as agreed")));
    }

    private void fault(String at) {
        server.store()
                .events()
                .add(new Event(
                        new UUID(8, made++),
                        lsm.id(),
                        Event.Kind.FAULT,
                        Instant.parse(at),
                        new Event.Report("Ada saw smoke.", List.of(), Event.Effect.USABLE_WITH_CARE, Loss.none()),
                        new Event.Entry("Ada", Instant.parse(at), ZoneOffset.UTC)));
    }

    private void beads(String at, double fwhmUm) {
        new BeadCheck(
                        at,
                        List.of(BeadCheck.width("x", fwhmUm), BeadCheck.width("y", fwhmUm)),
                        List.of(new Parameter(ParameterName.of("artefact"), new Value.Text("ps-9"), Origin.GIVEN)),
                        List.of())
                .in(server.store(), path, made++);
    }
}
