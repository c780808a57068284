package org.fiducial.store;

import static org.fiducial.store.generated.Tables.ATTACHMENT;
import static org.fiducial.store.generated.Tables.CHECK_INPUT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.store.generated.tables.records.CheckInputRecord;

/**
 * The proof of the kept files: each is hashed again and compared with its name, and each that a check or an attachment refers
 * to must be there, for a folder with all its parts.
 */
final class KeptFiles {

    private static final String FOLDER = "folder";
    private static final int HASH_DIGITS = 64;

    private final Database database;
    private final Path root;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private int files;
    private long bytes;

    KeptFiles(Database database, Path root) {
        this.database = database;
        this.root = root;
    }

    /** What is wrong, one sentence each. */
    List<String> faults(Progress progress) {
        // The rows are read first: a check stored meanwhile has its files before its rows.
        List<CheckInputRecord> inputs = database.read(context -> context.selectFrom(CHECK_INPUT)
                .orderBy(CHECK_INPUT.CHECK_ID, CHECK_INPUT.POSITION)
                .fetch());
        inputs.forEach(input -> owners.putIfAbsent(
                input.getSha256(), "input '" + input.getName() + "' of check " + input.getCheckId()));
        inputs.stream().filter(input -> input.getForm().equals(FOLDER)).forEach(this::addParts);
        database.read(context -> context.selectFrom(ATTACHMENT)
                        .orderBy(ATTACHMENT.ATTACHMENT_ID)
                        .fetch())
                .forEach(each -> owners.putIfAbsent(
                        each.getSha256(),
                        "attachment '" + each.getName() + "' of instrument " + each.getInstrumentId()));
        owners.forEach(this::requirePresent);
        try {
            rehash(shelved(), progress);
        } catch (IOException e) {
            faults.add("The folder '" + root + "' could not be listed, because " + DiskFault.of(e) + ".");
        }
        return List.copyOf(faults);
    }

    int files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    private void requirePresent(String sha256, String owner) {
        if (!Files.isRegularFile(place(sha256))) {
            faults.add("Kept file '" + place(sha256) + "' is missing; it is " + owner + ".");
        }
    }

    /** A folder is kept as the list of its files. */
    private void addParts(CheckInputRecord input) {
        Path list = place(input.getSha256());
        if (!Files.isRegularFile(list)) {
            return;
        }
        try (Stream<String> lines = Files.lines(list)) {
            lines.filter(line -> line.length() > HASH_DIGITS)
                    .forEach(line -> owners.putIfAbsent(
                            line.substring(0, HASH_DIGITS),
                            "'" + line.substring(HASH_DIGITS).strip() + "' in input '" + input.getName() + "' of check "
                                    + input.getCheckId()));
        } catch (IOException | UncheckedIOException e) {
            // Hashing it again says what is wrong with it.
            return;
        }
    }

    private void rehash(SortedMap<String, Path> shelved, Progress progress) {
        for (Map.Entry<String, Path> each : shelved.entrySet()) {
            progress.throwIfCancelled();
            progress.report(files, shelved.size(), "hashing kept files");
            Path file = each.getValue();
            String owner = Optional.ofNullable(owners.get(each.getKey()))
                    .map(known -> "; it is " + known)
                    .orElse("");
            try {
                ContentHash found = ContentHash.of(file);
                files++;
                bytes += found.bytes();
                if (!found.sha256().equals(each.getKey())) {
                    faults.add(
                            "Kept file '" + file + "' was changed: its SHA-256 is now " + found.sha256() + owner + ".");
                }
            } catch (IOException e) {
                faults.add("Kept file '" + file + "' could not be read, because " + DiskFault.of(e) + owner + ".");
            }
        }
    }

    /** Everything on the shelves {@code 00} to {@code ff}, by the hash it is named after. */
    private SortedMap<String, Path> shelved() throws IOException {
        SortedMap<String, Path> all = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            return all;
        }
        for (Path shelf : entries(root)) {
            if (name(shelf).matches("[0-9a-f]{2}")) {
                for (Path file : entries(shelf)) {
                    all.put(name(shelf) + name(file), file);
                }
            }
        }
        return all;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }
}
