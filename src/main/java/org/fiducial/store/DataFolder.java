package org.fiducial.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * The folder the record lives in.
 *
 * @param root the folder itself
 */
record DataFolder(Path root) {

    private static final String DATABASE = "fiducial.db";

    /** What Fiducial or its people put into a data folder. */
    private static final Set<String> OWN_NAMES = Set.of("files", "backups", "reports", "plugins", "lost+found");

    private static final byte[] SQLITE_HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /**
     * The folder, made where it is missing.
     *
     * @throws UnusableInputException if it cannot be a data folder; the sentence says why
     */
    static DataFolder at(Path root) {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new UnusableInputException(
                    "The data folder '" + root + "' is a file; name a folder, or a new one to be made.");
        }
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The data folder '" + root + "' cannot be made, because " + DiskFault.of(e)
                            + "; check the name and the permissions.",
                    e);
        }
        if (!Files.isWritable(root)) {
            throw new UnusableInputException("The data folder '" + root
                    + "' may not be written by this user; check its permissions or name another with --data.");
        }
        DataFolder folder = new DataFolder(root);
        folder.requireOwn();
        return folder;
    }

    /** The SQLite file. */
    Path database() {
        return root.resolve(DATABASE);
    }

    /** The input files by content. */
    Path files() {
        return root.resolve("files");
    }

    /** Copies of older databases. */
    Path backups() {
        return root.resolve("backups");
    }

    /** Taken by the process that opens the record, so that two never migrate at once. */
    Path lock() {
        return root.resolve(".lock");
    }

    /**
     * Refuses a file that SQLite did not write, before anything touches it.
     *
     * @throws UnusableInputException if the database file is something else
     */
    void requireDatabaseOrNone() {
        Path file = database();
        if (!Files.exists(file)) {
            return;
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file) || !Files.isWritable(file)) {
            throw new UnusableInputException("The database '" + file
                    + "' must be a file this user may read and write; check it and its permissions.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(SQLITE_HEADER.length);
            if (header.length > 0 && !Arrays.equals(header, SQLITE_HEADER)) {
                throw new UnusableInputException("The file '" + file
                        + "' is no SQLite database; restore it from a backup or name another folder with --data.");
            }
        } catch (IOException e) {
            throw new UnusableInputException("The database '" + file + "' cannot be read; check the disk.", e);
        }
    }

    private void requireOwn() {
        if (Files.exists(database()) || Files.isDirectory(files())) {
            return;
        }
        try (Stream<Path> entries = Files.list(root)) {
            entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith(".") && !OWN_NAMES.contains(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(stranger -> {
                        throw new UnusableInputException("The folder '" + root
                                + "' is no data folder: it holds '" + stranger
                                + "' and no record; name an empty or new folder with --data.");
                    });
        } catch (IOException e) {
            throw new UnusableInputException("The folder '" + root + "' cannot be listed; check the disk.", e);
        }
    }
}
