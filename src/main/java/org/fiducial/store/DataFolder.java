package org.fiducial.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * The folder the record lives in.
 *
 * @param root the folder itself
 */
record DataFolder(Path root) {

    static final String DATABASE = "fiducial.db";

    /** The folder of the shelves. */
    static final String FILES = "files";

    /** The folder of checks in progress: one for each, with what was typed and the files that were sent. */
    static final String DRAFTS = "drafts";

    private static final String TYPED = DRAFTS + "/[^/]+/draft\\.json";
    private static final String UNFINISHED = DRAFTS + "/[^/]+/draft\\.new";

    /** What marks the folder of the demonstration. */
    private static final String DEMONSTRATION = ".demonstration";

    /** What a backup leaves out of what the facility put here: copies, programs, and what is listed by itself. */
    private static final Set<String> LEFT_OUT = Set.of("backups", "plugins", "lost+found", FILES, DRAFTS);

    /** What Fiducial or its people put into a data folder. */
    private static final Set<String> OWN_NAMES = Set.of(FILES, DRAFTS, "backups", "reports", "plugins", "lost+found");

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
        return root.resolve(FILES);
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

    /** What the facility put here itself and belongs into a backup: the ways of the files from here on, sorted. */
    List<String> own() throws IOException {
        return below("", DataFolder::isOwn);
    }

    /** The ways of the shelves of kept files, sorted. */
    List<String> shelves() throws IOException {
        if (!Files.isDirectory(files())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(files())) {
            return entries.map(entry -> FILES + "/" + entry.getFileName() + "/")
                    .filter(name -> name.matches(FILES + "/[0-9a-f]{2}/"))
                    .sorted()
                    .toList();
        }
    }

    /** The ways of the files on a shelf, sorted. */
    List<String> kept(String shelf) throws IOException {
        return below(shelf, name -> hashIn(name).isPresent());
    }

    /** Of the checks in progress what was typed, or the files that were sent with it; the latter are there first. */
    List<String> drafts(boolean sent) throws IOException {
        return below(DRAFTS + "/", name -> !name.matches(UNFINISHED) && name.matches(TYPED) != sent);
    }

    private static boolean isOwn(String name) {
        String top = name.replaceFirst("/.*", "");
        boolean hidden = top.startsWith(".") && !top.equals(DEMONSTRATION);
        return !hidden && !top.startsWith(DATABASE) && !LEFT_OUT.contains(top) && !name.equals(Archive.NOTE);
    }

    /** Files below the folder or one in it, either of which may be a link; links in them are not followed. */
    private List<String> below(String top, Predicate<String> wanted) throws IOException {
        Path start = root.resolve(top);
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(start)) {
            Path real = start.toRealPath();
            Files.walkFileTree(real, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean leftOut = top.isEmpty() && real.equals(folder.getParent()) && !isOwn(name(folder));
                    return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && wanted.test(name(file))) {
                        names.add(name(file));
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** Somebody may discard a check in progress meanwhile. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                    if (fault instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw fault;
                }

                private String name(Path file) {
                    return top + real.relativize(file).toString().replace('\\', '/');
                }
            });
        }
        Collections.sort(names);
        return names;
    }

    /** The hash a kept file is named after; empty for any other name. */
    static Optional<String> hashIn(String name) {
        return name.matches(FILES + "/[0-9a-f]{2}/[0-9a-f]{62}")
                ? Optional.of(name.substring(FILES.length() + 1).replace("/", ""))
                : Optional.empty();
    }

    private void requireOwn() {
        if (Files.exists(database()) || Files.isDirectory(files())) {
            return;
        }
        try (Stream<Path> entries = Files.list(root)) {
            entries.map(entry -> String.valueOf(entry.getFileName()))
                    // Another process may be making the database since it was looked for.
                    .filter(name -> !name.startsWith(".") && !name.startsWith(DATABASE) && !OWN_NAMES.contains(name))
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
