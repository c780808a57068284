package org.fiducial.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The checks in progress as they are at one moment, for a backup that takes longer: second names of their files, or copies
 * where the disk knows no second names. What was typed is replaced by a new file at each change, and what was sent is
 * never changed, so the second name leads to what was there.
 */
final class HeldDrafts {

    private final DataFolder folder;
    private final Path root;
    private final List<String> names = new ArrayList<>();

    /**
     * Nothing is held yet.
     *
     * @param folder the data folder
     * @param root a folder to be made for the second names
     */
    HeldDrafts(DataFolder folder, Path root) {
        this.folder = folder;
        this.root = root;
    }

    /** Holds what is there; what is typed first, so that the files it speaks of are found after it. */
    void hold() throws IOException {
        for (boolean sent : List.of(false, true)) {
            for (String name : folder.drafts(sent)) {
                hold(name);
            }
        }
    }

    private void hold(String name) throws IOException {
        Path held = place(name);
        Files.createDirectories(Objects.requireNonNull(held.getParent()));
        Path file = folder.root().resolve(name);
        try {
            try {
                Files.createLink(held, file);
            } catch (UnsupportedOperationException | FileSystemException noSecondName) {
                Files.copy(file, held, StandardCopyOption.REPLACE_EXISTING);
            }
            names.add(name);
        } catch (NoSuchFileException discarded) {
            // Somebody discarded the check meanwhile, or recorded it: then the database has it.
            Files.deleteIfExists(held);
        }
    }

    /** The ways of the files from the data folder on. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** Where a file is held. */
    Path place(String name) {
        return root.resolve(name);
    }

    void letGo() {
        removeQuietly(root);
    }

    /** Removes a file or folder; what cannot be removed only takes space. */
    static void removeQuietly(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path each : walk.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException itOnlyTakesSpace) {
            return;
        }
    }
}
