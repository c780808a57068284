package org.fiducial.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.Progress;

/**
 * The proof of the kept files: each is hashed again and compared with its name, and each that a check or an attachment refers
 * to must be there, for a folder with all its parts. Of the names no more are held at once than lie on one of the 256
 * shelves.
 */
final class KeptFiles {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int BETWEEN_SIGNS = 1_000;

    private final FileOwners owners;
    private final Path root;
    private final Progress progress;
    private final Set<String> missing = new TreeSet<>();
    /** By hash what is wrong with a file, but for whose it is. */
    private final SortedMap<String, String> spoilt = new TreeMap<>();

    private final Faults faults = new Faults();
    private long lookedFor;
    private int files;
    private long bytes;

    KeptFiles(Database database, Path root, Progress progress) {
        this.owners = new FileOwners(database, this::place);
        this.root = root;
        this.progress = progress;
    }

    /** What is wrong, one sentence each. */
    List<String> faults() {
        // The rows are read first: a check stored meanwhile has its files before its rows.
        owners.eachHash(this::requirePresent);
        Optional<String> unlisted = Optional.empty();
        try {
            rehash();
        } catch (IOException e) {
            unlisted = Optional.of("The folder '" + root + "' could not be listed, because " + DiskFault.of(e) + ".");
        }
        say();
        unlisted.ifPresent(faults::add);
        return faults.list();
    }

    int files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    private void requirePresent(String sha256) {
        if (lookedFor++ % BETWEEN_SIGNS == 0) {
            progress.throwIfCancelled();
            progress.report(0, 1, String.format(Locale.ROOT, "looking for kept files (%,d)", lookedFor));
        }
        // One more than can be said: it says that there are more.
        if (missing.size() <= Faults.MOST
                && place(sha256).filter(Files::isRegularFile).isEmpty()) {
            missing.add(sha256);
        }
    }

    private void rehash() throws IOException {
        List<Path> shelves = shelves();
        long all = 0;
        for (Path shelf : shelves) {
            try (Stream<Path> kept = Files.list(shelf)) {
                all += kept.count();
            }
        }
        for (Path shelf : shelves) {
            for (Path file : entries(shelf)) {
                progress.throwIfCancelled();
                progress.report(files, all, "hashing kept files");
                rehash(file, name(shelf) + name(file));
            }
        }
    }

    private void rehash(Path file, String sha256) {
        try {
            ContentHash found = ContentHash.of(file);
            files++;
            bytes += found.bytes();
            if (!found.sha256().equals(sha256)) {
                spoil(sha256, "Kept file '" + file + "' was changed: its SHA-256 is now " + found.sha256());
            }
        } catch (IOException e) {
            spoil(sha256, "Kept file '" + file + "' could not be read, because " + DiskFault.of(e));
        }
    }

    private void spoil(String sha256, String sentence) {
        if (spoilt.size() <= Faults.MOST) {
            spoilt.put(sha256, sentence);
        }
    }

    private void say() {
        Set<String> hashes = new HashSet<>(missing);
        hashes.addAll(spoilt.keySet());
        Map<String, String> found = owners.of(hashes);
        missing.forEach(hash -> faults.add("Kept file '"
                + place(hash).map(Path::toString).orElse(hash) + "' is missing" + owner(found, hash) + "."));
        spoilt.forEach((hash, sentence) -> faults.add(sentence + owner(found, hash) + "."));
    }

    private static String owner(Map<String, String> found, String sha256) {
        return Optional.ofNullable(found.get(sha256))
                .map(known -> "; it is " + known)
                .orElse("");
    }

    /** The shelves {@code 00} to {@code ff}. */
    private List<Path> shelves() throws IOException {
        return Files.isDirectory(root)
                ? entries(root).stream()
                        .filter(shelf -> name(shelf).matches("[0-9a-f]{2}"))
                        .toList()
                : List.of();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Empty for what is no hash: no file has such a name. */
    private Optional<Path> place(String sha256) {
        return HASH.matcher(sha256).matches()
                ? Optional.of(root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2)))
                : Optional.empty();
    }
}
