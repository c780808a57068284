package org.fiducial.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that lives as long as the work in it. */
final class Folder {

    /** Work that needs a folder. */
    @FunctionalInterface
    interface Work {
        Row.Outcome in(Path folder) throws IOException, InterruptedException;
    }

    private Folder() {}

    static Row.Outcome use(Work work) {
        try {
            Path folder = Files.createTempDirectory("fiducial-bench");
            try {
                return work.in(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Row.Outcome.notMeasured("interrupted");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
