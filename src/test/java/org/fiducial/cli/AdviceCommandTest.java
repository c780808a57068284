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

/** How often what is planned should be checked, on the command line. */
class AdviceCommandTest {

    private final Recording recording;

    AdviceCommandTest(@TempDir Path folder) throws IOException {
        recording = Recording.in(folder);
    }

    @Test
    void saysHowManyChecksAreMissingAndChangesNothing() throws IOException {
        assertThat(run("advice").out()).startsWith("There is no plan whose days are those of a calendar");
        Outcome added = run(
                "schedule",
                "add",
                "psf-beads",
                "--configuration",
                "wide-1/oil63-green",
                "--every",
                "monthly",
                "--start",
                "2026-01-15");
        String code = added.out().replaceFirst("(?s).*The plan is ([0-9a-f]{6})\\.\\s*", "$1");
        assertThat(recording.record("--at", "2026-01-15T12:00").status()).isLessThan(2);

        String plans = run("schedule", "list", "--json").out();
        Outcome all = run("advice");
        assertThat(all.status()).as(all.err()).isZero();
        assertThat(all.out()).contains(code, "wide-1/oil63-green", "Not enough data: 16 more checks");
        assertThat(run("advice", code).out()).contains("  Of its own checks 0 of 0 were good.");
        JsonNode json = new ObjectMapper()
                .readTree(run("advice", code, "--bad-month", "10", "--json").out())
                .get(0);
        assertThat(json.get("suggestion").textValue()).startsWith("Not enough data");
        assertThat(json.get("why")).hasSize(1);
        assertThat(run("schedule", "list", "--json").out()).isEqualTo(plans);
    }

    @Test
    void whatCannotBeMeantGetsOneSentence() {
        assertThat(run("advice", "abcdef").err()).contains("There is no plan 'abcdef'");
        assertThat(run("advice", "--target", "1").err()).contains("a share between 0 and 1");
        assertThat(run("advice", "--target", "0.9", "--bad-month", "3").err()).contains("two aims");
        assertThat(run("advice", "--bad-month", "0").err()).contains("more than 0 and at most 10000 hours");
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", recording.data()));
        return InProcess.run(all.toArray(String[]::new));
    }
}
