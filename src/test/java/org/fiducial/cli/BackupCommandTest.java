package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fiducial backup} writes, {@code fiducial restore} makes the same record of; or says why not. */
class BackupCommandTest {

    /** Made once; nothing here changes it. */
    @TempDir
    static Path original = Path.of("");

    private static Path backup = Path.of("");
    private static String printed = "";

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void record() throws IOException {
        assertThat(Recording.in(original).record().status()).isLessThan(2);
        Path own = Files.createDirectories(original.resolve("data/reports/styles"));
        Files.writeString(own.resolve("pages.css"), "body { color: red }");
        backup = original.resolve("backup.zip");
        Outcome taken = InProcess.run("backup", backup.toString(), "--data", data());
        assertThat(taken.status()).as(taken.err()).isZero();
        printed = taken.out();
    }

    @Test
    void aRestoredRecordHasTheSameHeadAndCounts() throws IOException {
        Outcome restored = restore(backup);

        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("1 kept file of", "4 audit rows", head(printed));
        assertThat(printed).contains("1 kept file", "4 audit rows");
        Outcome proof =
                InProcess.run("verify", "--data", folder.resolve("again").toString());
        assertThat(proof.out()).contains("as it was written", head(printed));
        assertThat(InProcess.run("verify", "--data", data()).out()).contains(head(printed));
        assertThat(folder.resolve("again/reports/styles/pages.css")).hasContent("body { color: red }");
        assertThat(inside(folder)).containsExactly("again");
    }

    @Test
    void aBackupInAFolderNamesItselfAndLeavesNothingElse() throws IOException {
        Outcome taken = InProcess.run("backup", folder.toString(), "--data", data());

        assertThat(taken.status()).as(taken.err()).isZero();
        assertThat(inside(folder)).singleElement().asString().matches("fiducial-\\d{8}T\\d{6}Z\\.zip");
        assertThat(inside(original.resolve("data/backups"))).isEmpty();
    }

    @Test
    void aTornBackupIsRefusedWhereverItWasTornAndNothingIsLeft() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        for (double share : List.of(0.0, 0.2, 0.5, 0.9, 0.999)) {
            Path torn = Files.write(
                    folder.resolve("torn.zip"), java.util.Arrays.copyOf(whole, (int) (whole.length * share)));
            Outcome refused = restore(torn);
            assertThat(refused.status()).as("cut at %s", share).isEqualTo(2);
            assertThat(refused.err().lines()).singleElement().asString().contains("torn.zip", "nothing was restored");
            assertThat(inside(folder)).containsExactly("torn.zip");
        }
    }

    @Test
    void aBackupWithAChangedByteIsRefused() throws IOException {
        byte[] content = Files.readAllBytes(backup);
        for (double share : List.of(0.1, 0.4, 0.7)) {
            byte[] changed = content.clone();
            changed[(int) (content.length * share)] ^= 1;
            Outcome refused = restore(Files.write(folder.resolve("changed.zip"), changed));
            assertThat(refused.status()).as("changed at %s", share).isEqualTo(2);
            assertThat(inside(folder)).containsExactly("changed.zip");
        }
    }

    @Test
    void whatIsNoBackupIsSaidInOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no backup");
        Path zip = folder.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../outside.txt"));
            out.write("out".getBytes(StandardCharsets.UTF_8));
        }
        for (Path file : List.of(text, zip, folder.resolve("missing.zip"), folder)) {
            Outcome refused = restore(file);
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err().lines()).as(file.toString()).hasSize(1);
        }
        assertThat(inside(folder)).containsExactly("notes.txt", "other.zip");
    }

    @Test
    void isRestoredIntoAnEmptyFolderOnly() throws IOException {
        Files.createDirectories(folder.resolve("again"));
        assertThat(restore(backup).status()).isZero();

        Outcome refused = restore(backup);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("is not empty");
        assertThat(InProcess.run("verify", "--data", folder.resolve("again").toString())
                        .status())
                .isZero();
    }

    @Test
    void neverOverwritesAndNeverWritesIntoTheDataFolder() {
        assertThat(InProcess.run("backup", backup.toString(), "--data", data()).err())
                .contains("There is a file");
        assertThat(InProcess.run("backup", data() + "/copy.zip", "--data", data())
                        .err())
                .contains("lies in the data folder");
        assertThat(InProcess.run("backup", folder.resolve("no/such.zip").toString(), "--data", data())
                        .err())
                .contains("is not there");
    }

    @Test
    void aDamagedRecordIsBackedUpAndSaidToBe() throws IOException {
        Path damaged = folder.resolve("damaged");
        assertThat(InProcess.run("restore", backup.toString(), "--data", damaged.toString())
                        .status())
                .isZero();
        try (Stream<Path> walk = Files.walk(damaged.resolve("files"))) {
            Files.writeString(walk.filter(Files::isRegularFile).findFirst().orElseThrow(), "changed");
        }
        Path copy = folder.resolve("copy.zip");

        Outcome taken = InProcess.run("backup", copy.toString(), "--data", damaged.toString());
        assertThat(taken.status()).isEqualTo(1);
        assertThat(taken.out()).contains("was changed");
        Outcome refused = restore(copy);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("was changed", "--damaged").doesNotContain(".restoring");
        Outcome all = InProcess.run(
                "restore",
                copy.toString(),
                "--damaged",
                "--data",
                folder.resolve("again").toString());
        assertThat(all.status()).isEqualTo(1);
        assertThat(all.out()).contains("was changed", head(printed));
    }

    private Outcome restore(Path file) {
        return InProcess.run(
                "restore", file.toString(), "--data", folder.resolve("again").toString());
    }

    private static String data() {
        return original.resolve("data").toString();
    }

    private static String head(String out) {
        return out.replaceAll("(?s).*Centre: (\\w{64}).*", "$1");
    }

    private static List<String> inside(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(each -> String.valueOf(each.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
