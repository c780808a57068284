package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.fiducial.metrology.protocol.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks in progress are in a backup as they were when it began. */
class DraftBackupTest {

    private static final String DRAFT = "drafts/0199a000-0000-7000-8000-000000000001/";

    private final Path folder;
    private final SampleRecord record;
    private final Store.Sources sources;

    DraftBackupTest(@TempDir Path folder) {
        this.folder = folder;
        this.record = new SampleRecord(folder, Optional.empty());
        this.sources = new Store.Sources(record.clock(), record.ids());
    }

    @BeforeEach
    void beginACheck() throws IOException {
        try (Store store = record.open()) {
            record.addInstrument(store);
            record.append(store, SampleRecord.NOW, 0.25);
        }
        Path draft = Files.createDirectories(record.data().resolve(DRAFT + "1"));
        Files.writeString(draft.resolve("beads.tif"), "voxels");
        Files.writeString(draft.resolveSibling("draft.json"), "typed");
        Files.writeString(draft.resolveSibling("draft.new"), "half ty");
        Files.createDirectories(draft.resolve("beads.zarr"));
        Files.writeString(draft.resolve("beads.zarr/draft.new"), "a file of the folder that was sent");
        Files.createDirectories(record.data().resolve(".uploads"));
        Files.writeString(record.data().resolve(".uploads/part"), "on its way");
    }

    @Test
    void aRestoredFolderHoldsWhatWasTypedAndSent() {
        Path again = restored(Progress.unwatched());

        assertThat(again.resolve(DRAFT + "draft.json")).hasContent("typed");
        assertThat(again.resolve(DRAFT + "1/beads.tif")).hasContent("voxels");
        assertThat(again.resolve(DRAFT + "1/beads.zarr/draft.new")).isRegularFile();
        assertThat(again.resolve(DRAFT + "draft.new")).doesNotExist();
        assertThat(again.resolve(".uploads")).doesNotExist();
    }

    @Test
    void whatIsRecordedOrChangedMeanwhileIsThereAsItWas() {
        Path again = restored(new Progress() {
            @Override
            public void report(long done, long of, String what) {
                if (what.equals("copying files")) {
                    change(record.data().resolve(DRAFT));
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });

        assertThat(again.resolve(DRAFT + "draft.json")).hasContent("typed");
        assertThat(again.resolve(DRAFT + "1/beads.tif")).hasContent("voxels");
        assertThat(record.data().resolve("backups")).isEmptyDirectory();
    }

    private static void change(Path draft) {
        try {
            Files.deleteIfExists(draft.resolve("1/beads.tif"));
            Files.writeString(draft.resolve("draft.new"), "typed more");
            Files.move(draft.resolve("draft.new"), draft.resolve("draft.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void foldersThatAreLinksToAnotherDiskAreFollowed() throws IOException {
        for (String name : new String[] {"files", "drafts"}) {
            Path there = folder.resolve("disk/" + name);
            Files.createDirectories(there.getParent());
            Files.move(record.data().resolve(name), there);
            Files.createSymbolicLink(record.data().resolve(name), there);
        }
        Path there = folder.resolve("elsewhere");
        Files.move(record.data(), there);
        Files.createSymbolicLink(record.data(), there);

        Path again = restored(Progress.unwatched());

        assertThat(again.resolve(DRAFT + "1/beads.tif")).hasContent("voxels");
        try (Store store = Store.open(again, Optional.empty(), sources)) {
            assertThat(store.verify(Progress.unwatched()).files()).isEqualTo(1);
        }
    }

    @Test
    void aFolderWithNothingButChecksInProgressIsADataFolder() throws IOException {
        Path data = folder.resolve("beside-a-server");
        Files.createDirectories(data.resolve(DRAFT));

        Store.open(data, Optional.empty(), sources).close();

        assertThat(data.resolve("fiducial.db")).isRegularFile();
    }

    private Path restored(Progress progress) {
        Path backup = folder.resolve("backup.zip");
        Path again = folder.resolve("again");
        try (Store store = record.open()) {
            assertThat(store.backUp(backup, progress).faults()).isEmpty();
        }
        assertThat(Store.restore(backup, again, false, sources, Progress.unwatched())
                        .found()
                        .faults())
                .isEmpty();
        return again;
    }
}
