package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleCommandTest {

    private final Recording recording;

    ScheduleCommandTest(@TempDir Path folder) throws IOException {
        recording = Recording.in(folder);
    }

    @Test
    void aPlanIsMadeListedDueAndEnded() throws IOException {
        assertThat(run("due").out()).isEqualTo("No check is planned; plan one with 'fiducial schedule add'.\n");
        assertThat(run("schedule", "list").out()).startsWith("There is no plan yet");

        Outcome added = add("--every", "monthly", "--start", "2026-01-31", "--before", "5", "--after", "3");
        assertThat(added.out())
                .startsWith(
                        "Planned psf-beads on wide-1/oil63-green: monthly from 2026-01-31, 5 days before to 3 after,"
                                + " 45 min, Bo.");
        String code = added.out().replaceFirst("(?s).*The plan is ([0-9a-f]{6})\\.\\s*", "$1");

        assertThat(run("schedule", "list").out()).contains(code, "wide-1/oil63-green", "monthly");
        assertThat(run("due", "--on", "2100-03-05").out())
                .contains("overdue  2026-01-31", "2026-01-26 … 2026-02-03", "never", "45", "Bo");
        JsonNode json = new ObjectMapper()
                .readTree(run("due", "--on", "2100-03-05", "--json").out());
        assertThat(json.get(0).get("standing").asText()).isEqualTo("overdue");
        assertThat(json.get(0).get("configuration").asText()).isEqualTo("wide-1/oil63-green");
        assertThat(json.get(0).has("last")).isFalse();

        Outcome ended = run("schedule", "end", code, "--reason", "objective sold", "--by", "Ada");
        assertThat(ended.out()).isEqualTo("Ended plan " + code + "; its history stays.\n");
        assertThat(run("due").out()).startsWith("No check is planned");
        assertThat(run("schedule", "list", "--all").out()).contains(code, "(ended)");
        assertThat(run("schedule", "list", "--all", "--json").out()).contains("objective sold", "\"version\" : 2");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void aScheduledCheckMovesTheDueDay() {
        add("--every", "monthly", "--start", "2026-01-01", "--before", "5", "--after", "3");
        assertThat(recording.record("--at", "2026-02-27T12:00").status()).isLessThan(2);

        assertThat(run("due", "--on", "2100-01-01").out()).contains("overdue  2026-04-01", "2026-02-27");

        String json = run("status", "wide-1", "--on", "2026-02-28", "--json").out();
        String check = json.replaceFirst("(?s).*\"check\" : \"([^\"]*)\".*", "$1");
        Outcome counted = run("schedule", "count", check, "--not", "--reason", "the stage was loose");
        assertThat(counted.out()).as(counted.err()).contains("does not count for plans now");
        assertThat(run("due", "--on", "2100-01-01").out()).contains("overdue  2026-01-01", "never");
        assertRefused(run("schedule", "count", "x", "--reason", "y"), "named by its identifier");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void whatIsNotWithinTheDaysIsLeftOut() {
        add("--every", "yearly", "--start", "2100-06-01");

        assertThat(run("due", "--on", "2100-01-01", "--within", "30").out())
                .isEqualTo("Nothing is due within 30 days of 2100-01-01; the next is due on 2100-06-01.\n");
        assertThat(run("due", "--on", "2100-05-20", "--within", "30").out()).contains("due      2100-06-01");
    }

    @Test
    void theProtocolProposesHowOften() {
        assertThat(add().out()).contains("monthly from ", "7 days before to 7 after");
        assertThat(add("--every", "ad-hoc").out()).contains("ad hoc, 45 min");
    }

    @Test
    void refusesInOneSentence() {
        assertRefused(add("--every", "often"), "recurrence 'often'", "monthly");
        assertRefused(add("--start", "31.1.2026"), "2026-03-12");
        assertRefused(add("--every", "weekly", "--before", "4", "--after", "4"), "overlap");
        assertRefused(add("--before", "-1"), "window");
        assertRefused(run("schedule", "add", "psf-bead", "--configuration", "wide-1/oil63-green"), "psf-beads");
        assertRefused(run("schedule", "add", "psf-beads", "--configuration", "wide-1/none"), "wide-1/none");
        assertRefused(run("schedule", "end", "ffffff", "--reason", "x"), "no plan 'ffffff'");
        assertRefused(run("schedule", "end", "", "--reason", "x"), "no plan");
        assertRefused(run("due", "--within", "-3"), "--within");
        assertRefused(run("due", "--on", "soon"), "2026-03-12");
        assertThat(run("schedule").status()).isEqualTo(2);
    }

    private static void assertRefused(Outcome outcome, String... words) {
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err().strip().lines()).hasSizeLessThan(3);
        assertThat(outcome.err()).contains(words);
    }

    private Outcome add(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "schedule",
                "add",
                "psf-beads",
                "--configuration",
                "wide-1/oil63-green",
                "--minutes",
                "45",
                "--assigned-to",
                "Bo"));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", recording.data()));
        return InProcess.run(all.toArray(String[]::new));
    }
}
