package org.fiducial.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a data folder of a backup. All is unpacked beside the folder, compared with the note of the backup, opened and
 * verified; only then it takes its name. What is refused leaves nothing behind.
 *
 * @param archive the backup
 * @param target the data folder to be; missing or empty
 */
record Restoration(Path archive, Path target) {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int LEAST_BYTES = 1 << 13;

    /**
     * Restores.
     *
     * @param damaged whether a record is wanted that was not sound when its backup was taken
     * @throws UnusableInputException if the backup is none or not whole, or the folder cannot take it
     */
    Restored restore(Store.Sources sources, boolean damaged, Progress progress) {
        requireFree();
        Path stage = stage();
        try (ZipFile zip = open()) {
            BackupNote note = note(zip);
            removeAll(stage);
            Files.createDirectories(stage);
            unpack(zip, note, stage, progress);
            requireSameRows(note, stage);
            Verification found = verified(note, stage, sources, damaged, progress);
            take(stage);
            return new Restored(note, found);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The backup '" + archive + "' cannot be restored to '" + target + "', because " + DiskFault.of(e)
                            + "; nothing was left there.",
                    e);
        } finally {
            removeQuietly(stage);
        }
    }

    private void requireFree() {
        try {
            if (Files.exists(target)) {
                if (!Files.isDirectory(target)) {
                    throw new UnusableInputException(
                            "'" + target + "' is a file; a backup is restored into a new or empty folder.");
                }
                try (Stream<Path> entries = Files.list(target)) {
                    if (entries.findAny().isPresent()) {
                        throw new UnusableInputException("The folder '" + target
                                + "' is not empty; a backup is restored into a new or empty folder, so that it mixes"
                                + " with nothing.");
                    }
                }
            }
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The folder '" + target + "' cannot be read, because " + DiskFault.of(e) + ".", e);
        }
    }

    private ZipFile open() throws IOException {
        if (!Files.isRegularFile(archive)) {
            throw new UnusableInputException(
                    "There is no backup '" + archive + "'; name a file that 'fiducial backup' wrote.");
        }
        try {
            return new ZipFile(archive.toFile());
        } catch (ZipException e) {
            throw torn("it is no backup of Fiducial, or its end is missing", e);
        }
    }

    private BackupNote note(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Archive.NOTE);
        if (entry == null) {
            throw torn("it holds no " + Archive.NOTE + " and is no backup of Fiducial");
        }
        try {
            return read(zip, entry, part -> {});
        } catch (IOException e) {
            throw torn(String.valueOf(e.getMessage()), e);
        }
    }

    private static BackupNote read(ZipFile zip, ZipEntry note, BackupNote.Reader reader) throws IOException {
        try (InputStream in = zip.getInputStream(note)) {
            return BackupNote.read(in, reader);
        }
    }

    /** Names each file the note is about; it was read once before, so that its form is known to be good. */
    private void eachPart(ZipFile zip, BackupNote note, Progress progress, String what, BackupNote.Reader reader)
            throws IOException {
        long[] done = {0};
        read(zip, zip.getEntry(Archive.NOTE), part -> {
            progress.throwIfCancelled();
            progress.report(done[0]++, note.extent().all(), what);
            reader.read(part);
        });
    }

    /** Reads every byte of a backup back. */
    static void examine(Path archive, Progress progress) throws IOException {
        Restoration restoration = new Restoration(archive, archive);
        try (ZipFile zip = restoration.open()) {
            BackupNote note = restoration.note(zip);
            restoration.eachPart(
                    zip,
                    note,
                    progress,
                    "reading the backup back",
                    part -> restoration.requireSame(
                            zip, restoration.entry(zip, part), part, OutputStream.nullOutputStream()));
        }
    }

    private ZipEntry entry(ZipFile zip, BackupNote.Part part) {
        ZipEntry entry = zip.getEntry(part.name());
        if (entry == null) {
            throw torn("'" + part.name() + "' is missing in it");
        }
        return entry;
    }

    private void unpack(ZipFile zip, BackupNote note, Path stage, Progress progress) throws IOException {
        eachPart(zip, note, progress, "unpacking files", part -> {
            ZipEntry entry = entry(zip, part);
            Path place = stage.resolve(part.name()).normalize();
            if (!place.startsWith(stage) || part.name().contains("\\")) {
                throw torn("'" + part.name() + "' in it lies outside a data folder");
            }
            Files.createDirectories(Objects.requireNonNull(place.getParent()));
            try (OutputStream out = Files.newOutputStream(place)) {
                requireSame(zip, entry, part, out);
            }
        });
    }

    private void requireSame(ZipFile zip, ZipEntry entry, BackupNote.Part part, OutputStream out) throws IOException {
        MessageDigest digest = RowDigest.newDigest();
        try (InputStream in = zip.getInputStream(entry)) {
            // Most files are small, and there may be a million.
            byte[] buffer = new byte[(int) Math.max(LEAST_BYTES, Math.min(part.bytes(), BUFFER_BYTES))];
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw torn("'" + part.name() + "' in it is not what was backed up");
        }
    }

    private int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw torn("its bytes are damaged", e);
        }
    }

    private void requireSameRows(BackupNote note, Path stage) {
        try (Database database = Database.sqlite(stage.resolve(DataFolder.DATABASE))) {
            Archive.rows(database).forEach((table, rows) -> {
                if (!rows.equals(note.rows().get(table))) {
                    throw torn("its table '" + table + "' has " + rows + " rows, not those it was taken with");
                }
            });
        }
    }

    /** Opening brings a record of an older version up to date, as opening always does; its chain stays as it is. */
    private Verification verified(
            BackupNote note, Path stage, Store.Sources sources, boolean damaged, Progress progress) {
        try (Store store = Store.open(stage, Optional.empty(), sources)) {
            Verification found = store.verify(progress);
            List<String> faults = new ArrayList<>(found.faults());
            if (!found.heads().equals(note.heads())) {
                faults.add(0, "Its chain of audit rows does not end with the heads noted when it was taken.");
            }
            if (!faults.isEmpty() && !damaged) {
                throw new UnusableInputException("The record in '" + archive + "' is not as it was written ("
                        + faults.get(0).replace(stage.toString(), target.toString())
                        + "); nothing was restored. Take another backup, or add --damaged to restore it all the same.");
            }
            return new Verification(
                    found.heads(),
                    faults.stream()
                            .map(fault -> fault.replace(stage.toString(), target.toString()))
                            .toList(),
                    found.files(),
                    found.bytes());
        }
    }

    /** Beside the folder, so that it takes its name in one step. */
    private Path stage() {
        Path whole = target.toAbsolutePath().normalize();
        return whole.resolveSibling("." + whole.getFileName() + ".restoring");
    }

    private void take(Path stage) throws IOException {
        Path parent = stage.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.deleteIfExists(target);
        Files.move(stage, target.toAbsolutePath().normalize(), StandardCopyOption.ATOMIC_MOVE);
    }

    private UnusableInputException torn(String why) {
        return new UnusableInputException(sentence(why));
    }

    private UnusableInputException torn(String why, Throwable cause) {
        return new UnusableInputException(sentence(why), cause);
    }

    private String sentence(String why) {
        return "The backup '" + archive + "' cannot be used, because " + why + "; nothing was restored. Take another.";
    }

    private static void removeAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException fault) throws IOException {
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void removeQuietly(Path folder) {
        try {
            removeAll(folder);
        } catch (IOException theDiskIsTheFault) {
            return;
        }
    }
}
