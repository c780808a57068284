package org.fiducial.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mark that tells the folder of a demonstration from one with real data. It holds the day the story ends on, so that an
 * interrupted demonstration is completed with the same days.
 */
public final class DemoFolder {

    private static final String MARK = ".demonstration";

    private final Path folder;

    public DemoFolder(Path folder) {
        this.folder = folder;
    }

    /** Whether the folder is that of a demonstration, complete or not. */
    public boolean isMarked() {
        return Files.exists(folder.resolve(MARK));
    }

    /** Whether the folder is missing or empty, so that a demonstration may be built in it. */
    public boolean isFree() {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Marks the folder before anything else is put into it. */
    public void mark(LocalDate lastDay) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARK), lastDay + "\n");
    }

    /** The day the story ends on, if the mark can be read. */
    public Optional<LocalDate> lastDay() {
        try {
            return Optional.of(
                    LocalDate.parse(Files.readString(folder.resolve(MARK)).strip()));
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
