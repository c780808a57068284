package org.fiducial.web.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.web.RecordingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uptime, hours of use and labels. The time is 22 November 2026, ten o'clock where the facility is. */
class UsePagesTest {

    private static final String FAULT = "/instruments/lsm-1/new-event";
    private static final String HOURS = "/instruments/lsm-1/hours";
    private static final String HOSTILE = "<script>alert(1)</script>";

    private final RecordingServer server;
    private final Path data;

    UsePagesTest(@TempDir Path folder) {
        data = folder.resolve("data");
        server = new RecordingServer(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void uptimeIsCountedInTheZoneOfTheFacilityAndSaysHow() throws Exception {
        // Time counts from the first thing that is known.
        server.post(FAULT, Map.of("kind", "cleaning", "what", "lens", "effect", "none", "at", "2024-06-01T00:00"));
        String event = RecordingServer.location(server.post(
                FAULT,
                Map.of(
                        "kind",
                        "fault",
                        "what",
                        HOSTILE,
                        "effect",
                        "do-not-use",
                        "at",
                        "2026-11-02T00:00",
                        "lost",
                        "3",
                        "expense",
                        "12.50",
                        "currency",
                        "EUR",
                        "by",
                        "Ada")));
        server.post(event, Map.of("step", "resolved", "at", "2026-11-03T00:00", "by", "Ada"));

        // One of the ten days from 1 to 10 November.
        assertThat(server.get("/uptime?from=2026-11-01&until=2026-11-10").body())
                .contains("90.0\u00a0%", "24.0", "3.0", "12.50 EUR", "nights and weekends included", "Europe/Zurich");
        assertThat(server.get("/uptime.csv?from=2026-11-01&until=2026-11-10").body())
                .contains("LSM 1,2026-11-01,2026-11-10,90.0,24.0,0.0,3.0,12.50 EUR,1,0");
        assertThat(server.get("/api/v1/uptime?from=2026-11-01&until=2026-11-10").body())
                .contains("\"availability_percent\" : 90.0", "\"down_minutes\" : 1440");
        // Of November 21 days and 10 hours have passed.
        assertThat(server.get("/instruments/lsm-1/uptime").body()).contains("November 2026", "95.3\u00a0%");
        assertThat(server.get("/instruments/lsm-1").body()).contains("available in the last year", "99.7\u00a0%");
        assertThat(server.get("/uptime?from=tomorrow&until=9999-99-99").statusCode())
                .isEqualTo(200);
        assertThat(server.get("/uptime?from=2026-12-01&until=2026-01-01").statusCode())
                .isEqualTo(200);
        assertThat(server.get("/instruments/nothing/uptime").statusCode()).isEqualTo(404);
    }

    @Test
    void aPlanByHoursIsDueWhenTheyAreReachedAndUnknownWithoutAReading() throws Exception {
        Map<String, String> plan = new TreeMap<>(Map.of(
                "protocol",
                "psf-beads",
                "path.63x-488",
                "yes",
                "minutes",
                "30",
                "every",
                "hours",
                "hours",
                "200",
                "after",
                "7",
                "before",
                "0",
                "start",
                "",
                "rule",
                ""));
        RecordingServer.location(server.post("/instruments/lsm-1/new-plan", plan));
        assertThat(server.get("/due").body())
                .contains("By hours of use", "unknown: read the counter", "of 200 h nobody knows");

        server.post(HOURS, Map.of("hours", "1000", "at", "2026-11-12T10:00", "by", HOSTILE));
        server.post(HOURS, Map.of("hours", "1150,5", "at", "", "by", "Ada"));

        assertThat(server.get(HOURS).body())
                .contains("1150.5", "&lt;script&gt;", "15.1 hours a day")
                .doesNotContain("<script>alert");
        assertThat(server.get("/api/v1/instruments/lsm-1/hours").body())
                .contains("\"hours\" : 1150.5", "\"every_hours\" : 200.0");
        assertThat(server.get("/api/v1/schedules").body()).contains("\"every_hours\" : 200.0");
        assertThat(server.store().audit().faults()).isEmpty();
    }

    @Test
    void refusesReadingsThatCannotBeMeant() throws Exception {
        assertThat(server.post(HOURS, Map.of("hours", "many")).body()).contains("are a number, for instance 1234.5");
        assertThat(server.post(HOURS, Map.of("hours", "2000000")).body()).contains("read it again");
        assertThat(server.post(HOURS, Map.of("hours", "1", "at", "2100-01-01T00:00"))
                        .body())
                .contains("lies in the future");
        assertThat(server.post(HOURS, Map.of("hours", "1", "at", HOSTILE)).body())
                .contains("A time is written", "&lt;script&gt;");
        assertThat(server.post(HOURS, Map.of("hours", "1", "by", "y".repeat(5000)))
                        .body())
                .contains("at most 200 characters");
        assertThat(server.store().schedule().hourReadings(instrument().facilityId()))
                .isEmpty();
    }

    @Test
    void aPlanByHoursSaysHowMany() throws Exception {
        assertThat(server.post(
                                "/instruments/lsm-1/new-plan",
                                Map.of(
                                        "protocol",
                                        "psf-beads",
                                        "path.63x-488",
                                        "yes",
                                        "minutes",
                                        "1",
                                        "every",
                                        "hours",
                                        "hours",
                                        "x",
                                        "after",
                                        "1"))
                        .body())
                .contains("Hours of use", "x");
    }

    @Test
    void aLabelNeedsTheAddressPeopleReachThePagesAtAndLeadsToTheFormForAProblem() throws Exception {
        assertThat(server.get("/labels").body()).contains("Nobody said yet at which address", "public-url");
        assertThat(server.get("/instruments/lsm-1/label.svg").statusCode()).isEqualTo(404);

        Files.writeString(data.resolve("settings.yaml"), "public-url: https://qc.example.org\n");
        String token = InstrumentToken.of(instrument());

        assertThat(server.get("/instruments/lsm-1/label").body())
                .contains("https://qc.example.org/report/" + token, "/instruments/lsm-1/label.svg");
        assertThat(server.get("/instruments/lsm-1/label.svg").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(server.get("/instruments/lsm-1/label.png").statusCode()).isEqualTo(200);
        assertThat(token).hasSize(16).doesNotContain("lsm");
        assertThat(server.get("/report/" + token)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/instruments/lsm-1/new-event?kind=fault&label=" + token);
        assertThat(server.get("/report/" + token.substring(1) + "A").statusCode())
                .isEqualTo(404);
        assertThat(server.get("/report/lsm-1").statusCode()).isEqualTo(404);
    }

    @Test
    void lightPathsNoPlanAsksForAreSaid() throws Exception {
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
                        "hours",
                        "hours",
                        "9",
                        "after",
                        "7"));
        assertThat(server.get("/due").body()).doesNotContain("Light paths no plan asks for");
        assertThat(server.get("/instruments/lsm-1").body()).doesNotContain("Light paths no plan asks for");
    }

    private Instrument instrument() {
        return server.store().instruments().bySlug("lsm-1").orElseThrow();
    }
}
