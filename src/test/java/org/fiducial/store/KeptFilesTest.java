package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof of kept input files, for a folder of two files and for a file. */
class KeptFilesTest {

    @TempDir
    Path folder = Path.of("");

    private Path data = Path.of("");
    private Optional<SampleRecord> sample = Optional.empty();
    private Optional<Check> stored = Optional.empty();
    private Optional<Store> open = Optional.empty();

    @BeforeEach
    void keepAFolderAndAFile() throws IOException {
        SampleRecord record = new SampleRecord(folder, Optional.empty());
        data = record.data();
        sample = Optional.of(record);
        Store store = record.open();
        open = Optional.of(store);
        record.addInstrument(store);
        record.append(store, SampleRecord.NOW, 0.25);
        Path stack = folder.resolve("stack.zarr");
        Files.createDirectories(stack.resolve("0"));
        Files.writeString(stack.resolve(".zattrs"), "{}");
        Files.writeString(stack.resolve("0/0.0"), "voxels");
        List<Path> inputs = List.of(stack);
        Check check = record.check(SampleRecord.NOW, 0.26, inputs);
        store.checks().append(check, inputs);
        stored = Optional.of(check);
    }

    @AfterEach
    void close() {
        open.orElseThrow().close();
    }

    @Test
    void hashesEveryFileAgain() {
        Verification found = store().verify(Progress.unwatched());

        assertThat(found.faults()).isEmpty();
        assertThat(found.files()).isEqualTo(4);
        assertThat(found.heads()).isEqualTo(store().audit().heads());
        assertThat(store().audit().holds(found.heads().get(0).hash())).isTrue();
    }

    @Test
    void namesTheLostPartOfAFolder() throws IOException {
        Files.delete(keptAs("voxels"));

        assertThat(store().verify(Progress.unwatched()).faults())
                .singleElement()
                .asString()
                .contains("is missing; it is '0/0.0' in input 'stack.zarr'")
                .endsWith(".");
    }

    @Test
    void findsAChangedPartAndAStrangerOnTheShelf() throws IOException {
        Path kept = keptAs("voxels");
        Files.writeString(kept, "voxelz");
        Files.writeString(kept.resolveSibling("stranger"), "?");

        assertThat(store().verify(Progress.unwatched()).faults())
                .hasSize(2)
                .allMatch(fault -> fault.contains("was changed: its SHA-256 is now"))
                .anyMatch(fault -> fault.contains("'0/0.0' in input 'stack.zarr'"));
    }

    @Test
    void takesBackTheFileOfACheckThatCouldNotBeStored() throws IOException {
        Path input = sample.orElseThrow().file("other.tif", "other pixels");
        Check made = sample.orElseThrow().check(SampleRecord.NOW, 0.3, List.of(input));
        Check clash = new Check(
                stored.orElseThrow().id(), made.configurationId(), made.occasion(), made.result(), made.judgement());

        assertThatThrownBy(() -> store().checks().append(clash, List.of(input))).isInstanceOf(RuntimeException.class);

        assertThat(store().input(made.result().provenance().inputs().get(0).sha256()))
                .isEmpty();
        assertThat(store().verify(Progress.unwatched()).files()).isEqualTo(4);
    }

    @Test
    void readsAListThatWasChangedAsFarAsItCanBe() throws IOException {
        Path list = keptAs(ContentHash.of(folder.resolve("stack.zarr/.zattrs")).sha256() + "  .zattrs\n"
                + ContentHash.of(folder.resolve("stack.zarr/0/0.0")).sha256() + "  0/0.0\n");
        String stranger = "../".repeat(21) + "\0";
        Files.writeString(list, stranger + "  no hash\n" + "ab".repeat(32) + "  lost/part\n");

        assertThat(store().verify(Progress.unwatched()).faults())
                .hasSize(3)
                .anyMatch(
                        fault -> fault.startsWith("Kept file '" + stranger + "' is missing; it is 'no hash' in input"))
                .anyMatch(fault -> fault.contains("is missing; it is 'lost/part' in input 'stack.zarr'"))
                .anyMatch(fault -> fault.startsWith("Kept file '" + list + "' was changed")
                        && fault.contains("it is input 'stack.zarr' of check "
                                + stored.orElseThrow().id()));
    }

    @Test
    void aPartOfTwoFoldersBelongsToTheOneThatWasRecordedFirst() throws IOException {
        Path other = folder.resolve("other.zarr");
        Files.createDirectories(other);
        Files.writeString(other.resolve("chunk"), "voxels");
        Check later = sample.orElseThrow().check(SampleRecord.NOW, 0.27, List.of(other));
        store().checks().append(later, List.of(other));
        Files.delete(keptAs("voxels"));

        assertThat(store().verify(Progress.unwatched()).faults())
                .singleElement()
                .asString()
                .contains("it is '0/0.0' in input 'stack.zarr' of check "
                        + stored.orElseThrow().id());
    }

    private Store store() {
        return open.orElseThrow();
    }

    private Path keptAs(String content) throws IOException {
        try (Stream<Path> walk = Files.walk(data.resolve("files"))) {
            for (Path each : walk.filter(Files::isRegularFile).toList()) {
                if (Files.readString(each).equals(content)) {
                    return each;
                }
            }
        }
        throw new AssertionError("nothing kept holds " + content);
    }
}
