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

/** What covers the days somebody imaged, on the command line. */
class CoverageCommandTest {

    private final Recording recording;

    CoverageCommandTest(@TempDir Path folder) throws IOException {
        recording = Recording.in(folder);
    }

    @Test
    void saysTheSentenceAndTheNumbersOfTheChecksThatCoverADay() throws IOException {
        Outcome before = coverage("oil63-green", "--on", "2026-02-28");
        assertThat(before.status()).isZero();
        assertThat(before.out()).contains("never checked");
        assertThat(recording.record("--at", "2026-02-27T12:00").status()).isLessThan(2);

        Outcome day = coverage("oil63-green", "--on", "2026-02-28");
        assertThat(day.status()).isLessThan(2);
        assertThat(day.out()).containsSubsequence("on 28 February 2026", "  Resolution of", "  2026-02-27  ", "µm");
        JsonNode json = new ObjectMapper()
                .readTree(coverage("oil63-green", "--on", "2026-02-28", "--to", "2026-03-01", "--json")
                        .out())
                .get(0);
        assertThat(json.get("to").textValue()).isEqualTo("2026-03-01");
        assertThat(day.out()).contains(json.get("parts").get(0).get("sentence").textValue());
        assertThat(json.get("values").findValuesAsText("day")).isNotEmpty().containsOnly("2026-02-27");
    }

    @Test
    void whatIsNotThereGetsOneSentence() {
        Outcome path = coverage("oil63-gren", "--on", "2026-02-28");
        assertThat(path.status()).isEqualTo(2);
        assertThat(path.err()).contains("had no light path 'oil63-gren' on these days", "oil63-green");
        assertThat(run("coverage", "wide-2", "--configuration", "x", "--on", "2026-02-28")
                        .err())
                .contains("There is no instrument 'wide-2'", "wide-1");
        assertThat(coverage("oil63-green", "--on", "2026-02-28", "--to", "2026-02-27")
                        .err())
                .contains("is before the first");
    }

    private Outcome coverage(String path, String... more) {
        List<String> all = new ArrayList<>(List.of("coverage", "wide-1", "--configuration", path));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", recording.data()));
        return InProcess.run(all.toArray(String[]::new));
    }
}
