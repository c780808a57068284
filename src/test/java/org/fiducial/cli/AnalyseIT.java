package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analyse} from the packed jar, as a newcomer types it. */
class AnalyseIT {

    @TempDir
    Path folder = Path.of("");

    private PackedJar jar = new PackedJar(folder);

    @BeforeEach
    void layOut() {
        jar = new PackedJar(folder);
        BeadFiles.calibrated(folder.resolve("beads.tif"));
    }

    @Test
    void writesResultTablePicturesAndReport() throws IOException, InterruptedException {
        Outcome outcome = analyse("--out", "results", "--pdf");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("psf-beads@").contains("results");
        assertThat(names("results")).contains("result.json", "items.csv", "report.html", "report.pdf");
        JsonNode result = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("results/result.json")));
        result.path("pictures").forEach(picture -> assertThat(
                        folder.resolve("results").resolve(picture.path("file").asText()))
                .isNotEmptyFile());
        assertThat(result.path("inputs").path(0).path("name").asText()).isEqualTo("beads.tif");
    }

    @Test
    void printsTheResultForMachinesAndGivesTheSameBytesTwice() throws IOException, InterruptedException {
        Outcome once = analyse("--out", "once", "--json", "--no-report");
        analyse("--out", "twice", "--no-report");

        assertThat(once.out()).isEqualTo(Files.readString(folder.resolve("once/result.json")));
        assertThat(names("once")).containsExactly("items.csv", "result.json");
        assertThat(folder.resolve("once/result.json")).hasSameBinaryContentAs(folder.resolve("twice/result.json"));
        assertThat(folder.resolve("once/items.csv")).hasSameBinaryContentAs(folder.resolve("twice/items.csv"));
    }

    @Test
    void answersRudeInputWithOneSentence() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("text.tif"), "This is no image.\n");
        for (String[] rude : new String[][] {
            {"analyse", "psf-beads", "text.tif", "--out", "out"}, {"analyse", "psf-beads", "--colour"}, {}
        }) {
            Outcome outcome = jar.run(rude);
            assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .hasLineCount(1)
                    .doesNotContain("Exception")
                    .endsWith(".\n");
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void saysItsVersion() throws IOException, InterruptedException {
        Outcome outcome = jar.run("--version");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).matches("Fiducial \\d+\\.\\d+\\.\\d+ \\(([0-9a-f]{12}|unknown)\\)\\n");
    }

    private Outcome analyse(String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("analyse", "psf-beads", "beads.tif"));
        arguments.addAll(BeadFiles.OPTICS);
        arguments.addAll(List.of(options));
        return jar.run(arguments.toArray(String[]::new));
    }

    private List<String> names(String sub) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(sub))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
