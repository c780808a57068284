package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is one moment of the record, whatever happens beside it. */
class BackupTest {

    private static final int BACKUPS = 4;

    private final Path folder;
    private final SampleRecord record;

    BackupTest(@TempDir Path folder) {
        this.folder = folder;
        this.record = new SampleRecord(folder, Optional.empty());
    }

    @BeforeEach
    void addInstrument() {
        try (Store store = record.open()) {
            record.addInstrument(store);
        }
    }

    @Test
    void aBackupTakenWhileOthersWriteIsWholeAndHoldsWhatWasReportedBefore() throws Exception {
        List<UUID> reported = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService writers = Executors.newSingleThreadExecutor();
        try (Store store = record.open()) {
            Future<?> writing = writers.submit(() -> {
                for (int i = 0; !done.get(); i++) {
                    reported.add(record.append(store, SampleRecord.NOW, 0.2 + i * 1e-4)
                            .id());
                }
                return null;
            });
            for (int i = 0; i < BACKUPS; i++) {
                while (reported.size() < 3 * (i + 1)) {
                    Thread.onSpinWait();
                }
                List<UUID> before = List.copyOf(reported);
                Path backup = folder.resolve("backup-" + i + ".zip");
                BackupNote note = store.backUp(backup, Progress.unwatched());
                assertThat(note.faults()).isEmpty();
                assertHolds(backup, note, before);
            }
            done.set(true);
            writing.get();
        } finally {
            writers.shutdownNow();
        }
        assertThat(folder.resolve("data/backups")).isEmptyDirectory();
    }

    private void assertHolds(Path backup, BackupNote note, List<UUID> before) {
        Path again = folder.resolve("again-" + backup.getFileName());
        Store.Sources sources = new Store.Sources(record.clock(), record.ids());
        Restored restored = Store.restore(backup, again, false, sources, Progress.unwatched());
        assertThat(restored.found().heads()).isEqualTo(note.heads());
        try (Store store = Store.open(again, Optional.empty(), sources)) {
            assertThat(store.checks().ofInstrument(record.lsm().id()))
                    .extracting(CheckSummary::id)
                    .containsAll(before);
        }
    }

    @Test
    void aFullDiskIsSaidInASentenceAndLeavesNothing() throws IOException {
        try (Store store = record.open()) {
            record.append(store, SampleRecord.NOW, 0.2);
            assertThatThrownBy(() -> store.backUp(new FullDisk(), Progress.unwatched()))
                    .isInstanceOf(IOException.class);
            assertThat(folder.resolve("data/backups")).isEmptyDirectory();
            assertThatThrownBy(() -> store.backUp(folder.resolve("none/backup.zip"), Progress.unwatched()))
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("nothing was left there");
        }
    }

    @Test
    void aRecordOfAnotherChainIsNotTakenForTheOneThatWasBackedUp() throws IOException {
        Path backup = folder.resolve("backup.zip");
        Store.Sources sources = new Store.Sources(record.clock(), record.ids());
        try (Store store = record.open()) {
            BackupNote note = store.backUp(backup, Progress.unwatched());
            try (ZipFile zip = new ZipFile(backup.toFile())) {
                assertThat(BackupNote.read(zip.getInputStream(zip.getEntry(Archive.NOTE)), part -> {}))
                        .isEqualTo(note);
            }
        }
        Path swapped = folder.resolve("swapped.zip");
        BackupNotes.rewrite(backup, swapped, text -> text.replaceFirst("(\"head\" : \")....", "$10000"));

        assertThatThrownBy(() -> Store.restore(swapped, folder.resolve("again"), false, sources, Progress.unwatched()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("heads noted when it was taken");
        assertThat(Files.exists(folder.resolve("again"))).isFalse();
        Path outside = folder.resolve("outside.zip");
        BackupNotes.rewrite(
                backup, outside, text -> text.replace("\"name\" : \"fiducial.db\"", "\"name\" : \"../fiducial.db\""));
        assertThatThrownBy(() -> Store.restore(outside, folder.resolve("again"), false, sources, Progress.unwatched()))
                .isInstanceOf(UnusableInputException.class);
    }

    /** A disk that takes the beginning only. */
    private static final class FullDisk extends OutputStream {

        private int left = 5_000;

        @Override
        public void write(int one) throws IOException {
            if (--left < 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
