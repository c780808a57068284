package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class AnalyseCommandTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void layOut() {
        BeadFiles.calibrated(folder.resolve("beads.tif"));
    }

    @Test
    void replacesItsOwnFilesAndLeavesOthersAlone() throws IOException {
        assertThat(analyse("--pdf").err()).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("results/report.pdf")))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        Files.writeString(folder.resolve("results/notes.txt"), "mine", StandardCharsets.UTF_8);

        assertThat(analyse("--no-report").status()).isZero();

        assertThat(names()).containsExactly("items.csv", "notes.txt", "result.json");
        assertThat(folder.resolve("results/notes.txt")).hasContent("mine");
    }

    @Test
    void keepsTheOldFilesWhenTheNewAnalysisIsRefused() throws IOException {
        analyse("--no-report");
        byte[] before = Files.readAllBytes(folder.resolve("results/result.json"));

        assertThat(analyse("--set", "channel=7").status()).isEqualTo(2);

        assertThat(folder.resolve("results/result.json")).hasBinaryContent(before);
        assertThat(names()).containsExactly("items.csv", "result.json");
    }

    @Test
    void endsWithOneWhereALimitIsFailed() {
        Outcome outcome = analyse("--no-report", "--set", "pixel-size=200nm");

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("fail")
                .contains("judged by the limits the protocol proposes: simple acceptance");
    }

    @Test
    void helpsWithAnExampleForEachCommand() {
        Outcome help = InProcess.run("--help");
        assertThat(help.status()).isZero();
        for (String command : List.of("analyse", "record", "instrument", "status", "serve", "demo")) {
            assertThat(help.out()).contains("  " + command);
            assertThat(InProcess.run(command, "--help").out())
                    .contains("Example")
                    .contains("fiducial " + command);
        }
        assertThat(InProcess.run("instrument", "add", "--help").out()).contains("configurations:");
    }

    private Outcome analyse(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("analyse", "psf-beads", folder.resolve("beads.tif").toString()));
        arguments.addAll(BeadFiles.OPTICS);
        arguments.addAll(List.of("--out", folder.resolve("results").toString()));
        arguments.addAll(List.of(options));
        return InProcess.run(arguments.toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("results"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
