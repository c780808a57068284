package org.fiducial.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.jooq.impl.DSL;

/**
 * Writes a whole data folder into one ZIP file, while others read and write: the checks in progress first, a consistent
 * copy of the database, then the kept files, each hashed on its way, and what else the facility put there; last a note of it
 * all. A check in progress goes when it is recorded, so it is held before the database is copied: it is in one of the two. A
 * file is kept before the rows that refer to it are stored, so every file the copy of the database refers to is on its shelf
 * by then.
 *
 * <p>One file and no folder, because it can be carried, named and sent as one, because every system can look into it, and
 * because one that was cut off shows: a ZIP file's directory is its end.
 */
final class Archive {

    static final String NOTE = "backup.json";

    private static final String SNAPSHOT = ".snapshot-";
    private static final int BUFFER_BYTES = 1 << 18;

    private final Database database;
    private final DataFolder folder;
    private final Store.Sources sources;

    Archive(Database database, DataFolder folder, Store.Sources sources) {
        this.database = database;
        this.folder = folder;
        this.sources = sources;
    }

    /**
     * Writes the backup; the stream is left open.
     *
     * @throws UnusableInputException if the database is no file, or cannot be copied
     * @throws IOException if the stream does not take it
     */
    BackupNote writeTo(OutputStream out, Progress progress) throws IOException {
        if (!database.isSqlite()) {
            throw new UnusableInputException("The database " + database.address()
                    + " is a PostgreSQL database, which 'pg_dump' backs up; copy the folder '" + folder.files()
                    + "', where files never change, and 'drafts' beside it after it, with any program.");
        }
        Path snapshot = folder.backups().resolve(SNAPSHOT + sources.ids().get() + ".db");
        HeldDrafts drafts = new HeldDrafts(folder, snapshot.resolveSibling(snapshot.getFileName() + ".drafts"));
        try {
            hold(drafts, snapshot);
            return write(snapshot, drafts, out, progress);
        } finally {
            drafts.letGo();
            Backup.removeQuietly(snapshot);
        }
    }

    /**
     * Writes the backup into a file, which appears under its name once it was read back whole, or not at all.
     *
     * @throws UnusableInputException if it cannot be; the sentence says why
     */
    BackupNote writeTo(Path file, Progress progress) {
        if (Files.exists(file)) {
            throw new UnusableInputException(
                    "There is a file '" + file + "' already; name another, or a folder, where a backup names itself.");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            BackupNote note;
            try (FileChannel channel = FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES)) {
                note = writeTo(out, progress);
                out.flush();
                channel.force(true);
            }
            Restoration.examine(part, progress);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return note;
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The backup '" + file + "' could not be written, because " + DiskFault.of(e)
                            + "; nothing was left there.",
                    e);
        } finally {
            Backup.removeQuietly(part);
        }
    }

    private void hold(HeldDrafts drafts, Path snapshot) {
        try {
            Files.createDirectories(folder.backups());
            removeAbandoned();
            drafts.hold();
            new Backup(database, folder.backups(), sources.clock()).copyFile(snapshot);
        } catch (IOException | SQLException e) {
            throw new UnusableInputException(
                    "The database " + database.address() + " and the checks in progress cannot be copied to '"
                            + snapshot.getParent()
                            + "', where a backup begins ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "); check space and permissions.",
                    e);
        }
    }

    /** Copies a process left behind that was killed: none takes a day. */
    private void removeAbandoned() throws IOException {
        try (Stream<Path> entries = Files.list(folder.backups())) {
            for (Path entry : entries.toList()) {
                boolean old = Files.getLastModifiedTime(entry)
                        .toInstant()
                        .isBefore(sources.clock().instant().minus(InputFiles.ABANDONED));
                if (old && String.valueOf(entry.getFileName()).startsWith(SNAPSHOT)) {
                    HeldDrafts.removeQuietly(entry);
                }
            }
        }
    }

    private BackupNote write(Path snapshot, HeldDrafts drafts, OutputStream out, Progress progress) throws IOException {
        Faults faults = new Faults();
        List<AuditTrail.Head> heads;
        SortedMap<String, Long> rows;
        try (Database copy = Database.sqlite(snapshot)) {
            copy.damage(progress).forEach(faults::add);
            heads = new AuditTrail(copy).heads();
            rows = rows(copy);
        }
        Instant at = sources.clock().instant();
        try (BackupWriter backup = new BackupWriter(out, snapshot, at)) {
            for (String name : drafts.names()) {
                backup.add(drafts.place(name), name);
            }
            backup.add(snapshot, DataFolder.DATABASE);
            copyFiles(backup, faults, progress);
            BackupNote note = new BackupNote(at, heads, rows, backup.extent(), faults.list());
            backup.finish(note);
            return note;
        }
    }

    /** Shelf by shelf: the names of a million files are too much at once. */
    private void copyFiles(BackupWriter backup, Faults faults, Progress progress) throws IOException {
        List<String> own = folder.own();
        List<String> shelves = folder.shelves();
        long of = own.size();
        for (String shelf : shelves) {
            of += folder.kept(shelf).size();
        }
        long done = copyFiles(backup, own, faults, 0, of, progress);
        for (String shelf : shelves) {
            done = copyFiles(backup, folder.kept(shelf), faults, done, of, progress);
        }
    }

    private long copyFiles(
            BackupWriter backup, List<String> names, Faults faults, long before, long of, Progress progress)
            throws IOException {
        long done = before;
        for (String name : names) {
            progress.throwIfCancelled();
            progress.report(done++, of, "copying files");
            Path file = folder.root().resolve(name);
            try {
                String found = backup.add(file, name).sha256();
                DataFolder.hashIn(name)
                        .filter(hash -> !hash.equals(found))
                        .ifPresent(hash ->
                                faults.add("Kept file '" + file + "' was changed: its SHA-256 is now " + found + "."));
            } catch (NoSuchFileException takenBack) {
                // A file nobody refers to goes when the check it came with could not be stored.
                progress.report(done, of, "copying files");
            }
        }
        return done;
    }

    /** How many rows each table has. */
    static SortedMap<String, Long> rows(Database database) {
        return database.read(context -> {
            SortedMap<String, Long> rows = new TreeMap<>();
            context.fetch("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
                    .getValues(0, String.class)
                    .forEach(table -> rows.put(table, (long) context.fetchCount(DSL.table(DSL.name(table)))));
            return rows;
        });
    }
}
