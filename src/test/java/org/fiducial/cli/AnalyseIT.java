package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private PackedJar jar;

    @BeforeEach
    void layOut() {
        jar = new PackedJar(folder);
        BeadFiles.calibrated(folder.resolve("beads.tif"));
    }

    @Test
    void writesResultTablePicturesAndReport() throws IOException, InterruptedException {
        Outcome outcome = analyse("--out", "results");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("psf-beads@1.0").contains("results");
        assertThat(names("results")).contains("result.json", "items.csv", "report.html");
        JsonNode result = json("results/result.json");
        result.path("pictures").forEach(picture -> assertThat(
                        folder.resolve("results").resolve(picture.path("file").asText()))
                .isNotEmptyFile());
        assertThat(result.path("inputs").path(0).path("name").asText()).isEqualTo("beads.tif");
    }

    @Test
    void printsTheResultForMachinesByteForByte() throws IOException, InterruptedException {
        Outcome outcome = analyse("--out", "results", "--json", "--no-report");

        assertThat(outcome.out()).isEqualTo(Files.readString(folder.resolve("results/result.json")));
        assertThat(names("results")).containsExactly("items.csv", "result.json");
    }

    @Test
    void givesTheSameBytesTwice() throws IOException, InterruptedException {
        analyse("--out", "once", "--no-report");
        analyse("--out", "twice", "--no-report");

        assertThat(folder.resolve("once/result.json")).hasSameBinaryContentAs(folder.resolve("twice/result.json"));
        assertThat(folder.resolve("once/items.csv")).hasSameBinaryContentAs(folder.resolve("twice/items.csv"));
    }

    @Test
    void replacesItsOwnFilesAndLeavesOthersAlone() throws IOException, InterruptedException {
        analyse("--out", "results");
        Files.writeString(folder.resolve("results/notes.txt"), "mine", StandardCharsets.UTF_8);

        assertThat(analyse("--out", "results", "--no-report").status()).isZero();

        assertThat(names("results")).containsExactly("items.csv", "notes.txt", "result.json");
        assertThat(folder.resolve("results/notes.txt")).hasContent("mine");
    }

    @Test
    void keepsTheOldFilesWhenTheNewAnalysisIsRefused() throws IOException, InterruptedException {
        analyse("--out", "results", "--no-report");
        byte[] before = Files.readAllBytes(folder.resolve("results/result.json"));

        assertThat(analyse("--out", "results", "--set", "channel=7").status()).isEqualTo(2);

        assertThat(folder.resolve("results/result.json")).hasBinaryContent(before);
        assertThat(names("results")).containsExactly("items.csv", "result.json");
    }

    @Test
    void writesAPdfWhereAskedFor() throws IOException, InterruptedException {
        assertThat(analyse("--out", "results", "--pdf").status()).isZero();

        assertThat(Files.readAllBytes(folder.resolve("results/report.pdf")))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void endsWithOneWhereALimitIsFailed() throws IOException, InterruptedException {
        Outcome outcome = analyse("--out", "results", "--no-report", "--set", "pixel-size=200nm");

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(1);
        assertThat(outcome.out()).contains("fail");
    }

    @Test
    void saysItsVersionAndHelpsWithAnExampleForEachCommand() throws IOException, InterruptedException {
        assertThat(jar.run("--version").out()).startsWith("Fiducial ");
        Outcome help = jar.run("--help");
        assertThat(help.status()).isZero();
        for (String command : List.of("analyse", "record", "instrument", "status", "serve", "demo")) {
            assertThat(help.out()).contains("  " + command);
            assertThat(jar.run(command, "--help").out()).contains("Example").contains("fiducial " + command);
        }
    }

    private Outcome analyse(String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("analyse", "psf-beads", "beads.tif"));
        arguments.addAll(BeadFiles.OPTICS);
        arguments.addAll(List.of(options));
        return jar.run(arguments.toArray(String[]::new));
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(file)));
    }

    private List<String> names(String sub) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(sub))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
