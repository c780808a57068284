package org.fiducial.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Makes the files of planned checks one ahead of the analysis, in a folder of its own that goes when it is closed. */
final class FileSupply implements AutoCloseable {

    private final List<PlannedCheck> planned;
    private final LocalDate lastDay;
    private final ZoneId zone;
    private final Executor background;
    private final StackAcquisition stacks = new StackAcquisition();
    private final Path folder;
    private CompletableFuture<Optional<Path>> next;
    private int position;

    FileSupply(List<PlannedCheck> planned, LocalDate lastDay, ZoneId zone, Executor background) throws IOException {
        this.planned = List.copyOf(planned);
        this.lastDay = lastDay;
        this.zone = zone;
        this.background = background;
        this.folder = Files.createTempDirectory("fiducial-demo-");
        this.next = acquired(0);
    }

    /** The file of the next check, where it has one; it is the caller's until the one after it is asked for. */
    Optional<Path> take() {
        Optional<Path> file = next.join();
        position++;
        next = acquired(position);
        return file;
    }

    private CompletableFuture<Optional<Path>> acquired(int index) {
        if (index >= planned.size() || planned.get(index).task() instanceof Task.Entered) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return CompletableFuture.supplyAsync(() -> Optional.of(acquire(planned.get(index))), background);
    }

    private Path acquire(PlannedCheck check) {
        try {
            return file(check, lastDay, zone, stacks, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file of one check into a folder. */
    static Path file(PlannedCheck check, LocalDate lastDay, ZoneId zone, StackAcquisition stacks, Path folder)
            throws IOException {
        Instant at = check.measuredAt(lastDay, zone);
        return check.task() instanceof Task.Power power
                ? new PowerAcquisition(check, power).acquire(LocalDateTime.ofInstant(at, zone), folder)
                : stacks.acquire(check, at, folder, check.day(lastDay));
    }

    @Override
    public void close() {
        try {
            // Whatever is still being written must be finished before its folder can go.
            next.handle((file, failure) -> folder).join();
            List<Path> files;
            try (Stream<Path> entries = Files.list(folder)) {
                files = entries.toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
