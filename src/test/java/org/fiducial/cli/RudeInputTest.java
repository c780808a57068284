package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong file, option, unit or folder: status 2, one sentence that helps, no trace, nothing written. */
class RudeInputTest {

    private static final String[] PLAIN = {};
    private static final Set<String> NAMES = Set.of(
            "gone.tif",
            "folder",
            "text.tif",
            "empty.tif",
            "cut.tif",
            "stack.czi",
            "plain.tif",
            "beads.tif",
            "out",
            "out-is-a-file",
            "none",
            "bad.yaml",
            "unknown-key.yaml",
            "mine");

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void layOut() throws IOException {
        BeadFiles.calibrated(folder.resolve("beads.tif"));
        BeadFiles.uncalibrated(folder.resolve("plain.tif"));
        Files.writeString(folder.resolve("text.tif"), "This is no image.\n");
        Files.write(folder.resolve("empty.tif"), new byte[0]);
        byte[] whole = Files.readAllBytes(folder.resolve("beads.tif"));
        Files.write(folder.resolve("cut.tif"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(folder.resolve("stack.czi"), "ZISRAWFILE\0\0\0\0\0\0".getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(folder.resolve("folder"));
        Files.writeString(folder.resolve("out-is-a-file"), "something of the user's\n");
        Files.writeString(folder.resolve("bad.yaml"), "facility: {name: F, zone: Europe/Berlin}\ninstrument: [\n");
        Files.writeString(
                folder.resolve("unknown-key.yaml"), "facility: {name: F, zone: Europe/Berlin}\ncolour: red\n");
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/thesis.txt"), "something of the user's\n");
    }

    static Stream<Arguments> rudeInput() {
        return Stream.of(
                rude("a file that is not there", "gone.tif", "gone.tif"),
                rude("a folder", "folder", "folder"),
                rude("a text file named .tif", "text.tif", "text.tif"),
                rude("an empty file", "empty.tif", "empty.tif"),
                rude("a file cut off in the middle", "cut.tif", "cut.tif"),
                rude("a CZI without the plug-in", "stack.czi", "plug-in"),
                rude("no pixel size", "plain.tif", "pixel-size"),
                rude("an unknown parameter", "beads.tif", "colour", "--set", "colour=red"),
                rude("an unknown unit", "beads.tif", "emission", "--set", "emission=525furlong"),
                rude("a value out of range", "beads.tif", "na", "--set", "na=16"),
                rude("a word that is none of the choices", "beads.tif", "immersion", "--set", "immersion=beer"),
                rude("a setting without value", "beads.tif", "--set", "--set", "na"),
                rude("a setting given twice", "beads.tif", "twice", "--set", "na=1.4", "--set", "na=1.3"),
                rude("an unknown option", "beads.tif", "--colour", "--colour"),
                rude("options that contradict each other", "beads.tif", "--pdf", "--no-report", "--pdf"),
                rude("a name no file can have", "beads.tif", "LC_ALL", "bad\0name.tif"),
                command("an unknown protocol", "psf-beads", "analyse", "astrology", "beads.tif", "--out", "out"),
                command("no --out", "--out", "analyse", "psf-beads", "beads.tif"),
                command("no file", "FILE", "analyse", "psf-beads", "--out", "out"),
                command("an output folder that is a file", "out-is-a-file", analyse("beads.tif", "out-is-a-file")),
                command("an output folder nobody can make", "/proc", analyse("beads.tif", "/proc/out")),
                command("no command", "--help"),
                command("an unknown command", "analyse", "analyze", "psf-beads", "beads.tif"),
                command("an unknown reason", "scheduled", record("--reason", "boredom")),
                command("a record that is not there", "instrument add", record("--reason", "scheduled")),
                command("a day that is none", "2026-13-45", "status", "--data", "none", "--on", "2026-13-45"),
                command("a broken description", "bad.yaml", "instrument", "add", "bad.yaml", "--data", "none"),
                command("an unknown key", "colour", "instrument", "add", "unknown-key.yaml", "--data", "none"),
                command("a host", "--host", "serve", "--host", "0.0.0.0", "--data", "none"),
                command("a port that is none", "--port", "serve", "--port", "70000", "--data", "none"),
                command("another database", "jdbc:", "serve", "--db", "jdbc:oracle:x", "--data", "none"),
                command("a demonstration among other data", "mine", "demo", "--data", "mine"));
    }

    private static Arguments rude(String what, String file, String mentioned, String... options) {
        List<String> all = new ArrayList<>(List.of(analyse(file, "out")));
        all.addAll(List.of(options));
        return Arguments.of(what, mentioned, all.toArray(PLAIN));
    }

    private static Arguments command(String what, String mentioned, String... arguments) {
        return Arguments.of(what, mentioned, arguments);
    }

    private static String[] analyse(String file, String out) {
        List<String> all = new ArrayList<>(List.of("analyse", "psf-beads", file, "--out", out));
        if (file.equals("beads.tif")) {
            return all.toArray(PLAIN);
        }
        all.addAll(BeadFiles.OPTICS);
        return all.toArray(PLAIN);
    }

    private static String[] record(String... options) {
        List<String> all = new ArrayList<>(
                List.of("record", "psf-beads", "beads.tif", "--configuration", "a/b", "--data", "none"));
        all.addAll(List.of(options));
        return all.toArray(PLAIN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rudeInput")
    void isAnsweredWithOneSentence(String what, String mentioned, String[] arguments) throws IOException {
        List<String> before = everything();
        Outcome outcome = InProcess.run(inFolder(arguments));

        assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err())
                .contains(mentioned)
                .doesNotContain("Exception")
                .endsWith(".\n");
        assertThat(everything()).isEqualTo(before);
    }

    /** The names of the table are those of files and folders in the test's own folder. */
    private static String[] inFolder(String... arguments) {
        return Arrays.stream(arguments)
                .map(each -> NAMES.contains(each) ? folder.resolve(each).toString() : each)
                .toArray(String[]::new);
    }

    private static List<String> everything() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.map(path -> folder.relativize(path).toString()).sorted().toList();
        }
    }
}
