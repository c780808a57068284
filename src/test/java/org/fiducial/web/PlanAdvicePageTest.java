package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.schedule.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often to check, on the page of a plan; today is 22 November 2026. */
class PlanAdvicePageTest {

    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("protocol", "psf-beads"),
            Map.entry("path.63x-488", "yes"),
            Map.entry("every", "monthly"),
            Map.entry("start", "2026-11-01"),
            Map.entry("before", "5"),
            Map.entry("after", "3"),
            Map.entry("minutes", "45"),
            Map.entry("assigned", ""),
            Map.entry("by", "Ada"),
            Map.entry("reason", "as agreed"));

    private final RecordingServer server;
    private int made;

    PlanAdvicePageTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Plan plan() {
        UUID facility = server.store().instruments().home().orElseThrow().id();
        return server.store().schedule().plans(facility, RecordingServer.NOW).get(0);
    }

    private String address() throws Exception {
        server.post("/instruments/lsm-1/new-plan", TYPED);
        return "/plans/" + plan().version().planId();
    }

    /** A check so many days ago, within the limit of 0.4 µm or not. */
    private void check(int daysAgo, boolean good) {
        Configuration path =
                server.store().instruments().configuration("lsm-1/63x-488").orElseThrow();
        String at = RecordingServer.NOW.minus(Duration.ofDays(daysAgo)).toString();
        BeadCheck.of(at, good ? 0.2 : 0.5).in(server.store(), path, made++);
    }

    @Test
    void tooFewChecksAreSaidAndNothingIsOffered() throws Exception {
        String address = address();
        check(60, true);
        check(30, true);

        assertThat(server.get(address).body())
                .contains(
                        "How often to check", "Not enough data: 15 more checks", "Of its own checks 1 of 1 were good.")
                .doesNotContain("Fill this in below");
        assertThat(server.get("/instruments/lsm-1/new-plan").body()).doesNotContain("How often to check");
    }

    /** The person who looked at it signs; until then nothing is changed, and afterwards the reason stands in the history. */
    @Test
    void whatIsAdvisedIsTakenUpByAPersonWithAReason() throws Exception {
        String address = address();
        for (int month = 40; month > 0; month--) {
            check(30 * month, true);
        }

        assertThat(server.get(address).body())
                .contains(
                        "Suggestion: check every two months instead of every month.",
                        "<summary>Why?</summary>",
                        "Of its own checks 39 of 39 were good.",
                        address + "?advised=yes#every",
                        "value=\"monthly\" selected");
        assertThat(server.get(address + "?advised=yes").body())
                .contains(
                        "value=\"two-monthly\" selected",
                        "value=\"Suggestion: check every two months instead of every month.\"");
        assertThat(plan().version().number()).isEqualTo(1);

        Map<String, String> taken = new HashMap<>(TYPED);
        taken.putAll(Map.of("version", "1", "every", "two-monthly", "reason", "39 of 39 checks were good"));
        server.post(address, taken);

        assertThat(plan().version().number()).isEqualTo(2);
        assertThat(server.get(address).body()).contains("39 of 39 checks were good", "every two months from");
    }

    @Test
    void manyFailuresAskForMoreChecks() throws Exception {
        String address = address();
        for (int month = 40; month > 0; month--) {
            check(30 * month, month % 3 != 0);
        }

        assertThat(server.get(address).body())
                .contains("Suggestion: check every", "instead of every month", "Fill this in below");
    }

    /** 0.32 to 0.39 µm in eight months: the next but one may lie beyond 0.4. */
    @Test
    void aNumberThatDriftsToItsLimitAsksForMoreChecks() throws Exception {
        String address = address();
        Configuration path =
                server.store().instruments().configuration("lsm-1/63x-488").orElseThrow();
        for (int month = 8; month > 0; month--) {
            String at = RecordingServer.NOW.minus(Duration.ofDays(30L * month)).toString();
            double scatter = month % 2 == 0 ? 0.001 : -0.001;
            BeadCheck.of(at, 0.40 - 0.01 * month + scatter).in(server.store(), path, made++);
        }

        assertThat(server.get(address).body())
                .contains(
                        "instead of every month, because a number drifts to its limit.",
                        "a check may lie beyond it.",
                        "Fill this in below");
    }
}
