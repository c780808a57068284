package org.fiducial.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DiskFault;

/**
 * A folder that receives the files of one analysis together or not at all. Files of other origin in it are left alone; files
 * of an earlier analysis are replaced.
 */
final class OutputFolder {

    private static final List<String> OWN = List.of("result.json", "items.csv", "report.html", "report.pdf");
    private static final Pattern PICTURE = Pattern.compile("[a-z0-9][a-z0-9-]*\\.(png|svg)");

    private static final String STAGE = ".fiducial-";
    /** Nobody takes as long to move a few files; what is older was left by a process that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder of a path; it need not exist yet.
     *
     * @throws UnusableCommandException if no folder can be there, said before any work is done
     */
    static OutputFolder at(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UnusableCommandException(
                    "Output folder '" + path + "' is a file; give --out the name of a folder.");
        }
        Path existing = nearestExisting(folder);
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new UnusableCommandException("Output folder '" + path + "' cannot be written, because '" + existing
                    + "' is " + (Files.isDirectory(existing) ? "not writable by this user" : "not a folder")
                    + "; give --out another folder.");
        }
        return new OutputFolder(folder);
    }

    private static Path nearestExisting(Path folder) {
        Path parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : nearestExisting(parent);
    }

    Path path() {
        return folder;
    }

    /**
     * Puts files into the folder.
     *
     * @param contents bytes by file name; {@code result.json} among them names the pictures
     * @throws UnusableCommandException if they cannot be written; then the folder is as it was before
     */
    void replace(Map<String, byte[]> contents) {
        boolean created = !Files.exists(folder);
        try {
            Files.createDirectories(folder);
            Path stage = Files.createTempDirectory(folder, STAGE);
            try {
                Path fresh = Files.createDirectory(stage.resolve("new"));
                for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                    Files.write(fresh.resolve(content.getKey()), content.getValue());
                }
                swap(contents.keySet(), fresh, Files.createDirectory(stage.resolve("old")));
                removeAbandoned(stage);
            } finally {
                delete(stage);
            }
        } catch (IOException e) {
            if (created) {
                deleteIfEmpty(folder);
            }
            throw new UnusableCommandException(
                    "Output folder '" + folder + "' could not be written, because " + DiskFault.of(e)
                            + "; nothing in it was changed: give --out another folder.",
                    e);
        }
    }

    /** Removes what killed processes left; what it held was replaced by now. */
    private void removeAbandoned(Path stage) throws IOException {
        Instant newest = Files.getLastModifiedTime(stage).toInstant();
        List<Path> stages;
        try (Stream<Path> inside = Files.list(folder)) {
            stages = inside.filter(path -> String.valueOf(path.getFileName()).startsWith(STAGE))
                    .toList();
        }
        for (Path other : stages) {
            if (Files.getLastModifiedTime(other).toInstant().isBefore(newest.minus(ABANDONED))) {
                delete(other);
            }
        }
    }

    private void swap(Collection<String> names, Path fresh, Path old) throws IOException {
        SortedSet<String> own = new TreeSet<>(names);
        own.addAll(OWN);
        own.addAll(earlierPictures());
        List<String> saved = new ArrayList<>();
        List<String> placed = new ArrayList<>();
        try {
            for (String name : own) {
                if (Files.isRegularFile(folder.resolve(name))) {
                    Files.move(folder.resolve(name), old.resolve(name));
                    saved.add(name);
                }
            }
            for (String name : names) {
                Files.move(fresh.resolve(name), folder.resolve(name));
                placed.add(name);
            }
        } catch (IOException e) {
            for (String name : placed) {
                Files.deleteIfExists(folder.resolve(name));
            }
            for (String name : saved) {
                Files.move(old.resolve(name), folder.resolve(name));
            }
            throw e;
        }
    }

    /** The pictures the result of an earlier analysis names; a damaged or foreign result.json names none. */
    private List<String> earlierPictures() {
        Path document = folder.resolve("result.json");
        if (!Files.isRegularFile(document)) {
            return List.of();
        }
        try {
            List<String> names = new ArrayList<>();
            new ObjectMapper()
                    .readTree(Files.readAllBytes(document))
                    .path("pictures")
                    .forEach(picture -> names.add(picture.path("file").asText()));
            return names.stream().filter(PICTURE.asMatchPredicate()).toList();
        } catch (IOException notOurs) {
            return List.of();
        }
    }

    private static void delete(Path tree) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    private static void deleteIfEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException notEmpty) {
            // Somebody else put a file there meanwhile: it stays.
            return;
        }
    }
}
