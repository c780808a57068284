package org.fiducial.metrology.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * The files of one acquisition. Their hashes are computed while the module reads them, so that neither waits for the
 * other.
 */
public final class Inputs {

    private final List<Path> files;
    private final List<CompletableFuture<InputFile>> identities;
    private final Optional<LocalDate> measuredOn;

    private Inputs(List<Path> files, List<CompletableFuture<InputFile>> identities, Optional<LocalDate> measuredOn) {
        this.files = files;
        this.identities = identities;
        this.measuredOn = measuredOn;
    }

    /**
     * The given files or folders (an OME-Zarr image is a folder).
     *
     * @param files at least one
     * @param hashing where the hashes are computed
     * @throws UnusableInputException if a file is not there or cannot be read
     */
    public static Inputs of(List<Path> files, Executor hashing) {
        if (files.isEmpty()) {
            throw new UnusableInputException("No input file was given; name at least one.");
        }
        files.forEach(Inputs::requireReadable);
        List<CompletableFuture<InputFile>> identities = files.stream()
                .map(file -> CompletableFuture.supplyAsync(() -> identify(file), hashing))
                .toList();
        return new Inputs(List.copyOf(files), identities, Optional.empty());
    }

    /** No files: what was measured was entered by hand. */
    public static Inputs none() {
        return new Inputs(List.of(), List.of(), Optional.empty());
    }

    /** The same files, said to be of a day; what a file states itself stands before it. */
    public Inputs measuredOn(LocalDate day) {
        return new Inputs(files, identities, Optional.of(day));
    }

    /** The day of the acquisition, where somebody says it besides the files. */
    public Optional<LocalDate> measuredOn() {
        return measuredOn;
    }

    /** The files in the order given. */
    public List<Path> files() {
        return files;
    }

    /**
     * Name, size and hash of each file, in the order given; waits for the hashes.
     *
     * @throws UnusableInputException if a file could not be read to its end
     */
    public List<InputFile> identified() {
        try {
            return identities.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException unreadable) {
                throw new UnusableInputException(
                        "An input file could not be read to its end, because "
                                + DiskFault.of(Objects.requireNonNull(unreadable.getCause())) + "; check the disk.",
                        e);
            }
            throw e;
        }
    }

    /**
     * The same with what a module found out about each file.
     *
     * @param facts one map a file, in the order given
     * @throws UnusableInputException as above
     */
    public List<InputFile> identified(List<Map<String, Value>> facts) {
        List<InputFile> plain = identified();
        return IntStream.range(0, plain.size())
                .mapToObj(i -> plain.get(i).with(facts.get(i)))
                .toList();
    }

    private static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw new UnusableInputException("File '" + file + "' does not exist; check the name and the folder.");
        }
        if (!Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new UnusableInputException("'" + file
                    + "' is a device or a pipe, but a file or folder was expected; save what it gives first.");
        }
        if (!Files.isReadable(file)) {
            throw new UnusableInputException(
                    "File '" + file + "' may not be read by this user; check its permissions.");
        }
    }

    private static InputFile identify(Path file) {
        try {
            ContentHash hash = ContentHash.of(file);
            return new InputFile(
                    String.valueOf(file.toAbsolutePath().normalize().getFileName()),
                    hash.sha256(),
                    hash.bytes(),
                    Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
