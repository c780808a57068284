package org.fiducial.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * Input files kept by content: {@code files/ab/cdef…} is the file whose SHA-256 is {@code abcdef…}. A folder is kept as
 * the list its hash is computed over (one line {@code hash␠␠path} a file, sorted by path) besides its files, so every
 * file here is named by its own hash. A file appears under its name complete or not at all.
 */
final class InputFiles {

    private static final int BUFFER_BYTES = 1 << 18;
    static final Duration ABANDONED = Duration.ofDays(1);

    private final Path root;
    private final Supplier<UUID> ids;

    InputFiles(Path root, Supplier<UUID> ids) {
        this.root = root;
        this.ids = ids;
    }

    /** The folder of the shelves. */
    Path root() {
        return root;
    }

    /** The stored content of a hash. */
    Optional<Path> find(String sha256) {
        Path place = place(sha256);
        return Files.isRegularFile(place) ? Optional.of(place) : Optional.empty();
    }

    /**
     * Keeps a file or folder that was analysed.
     *
     * @return whether a single file was not here before
     * @throws UnusableInputException if its content is no longer what was analysed; nothing is kept then
     */
    boolean keep(Path source, InputFile analysed) {
        if (find(analysed.sha256()).isPresent()) {
            return false;
        }
        Path staging = incoming().resolve(ids.get().toString());
        try {
            Files.createDirectories(staging);
            Map<String, Path> staged = stage(source, staging);
            if (!staged.containsKey(analysed.sha256())) {
                throw new UnusableInputException("Input '" + source
                        + "' has changed since it was analysed, so nothing was stored; wait until it is written and"
                        + " record it again.");
            }
            for (Map.Entry<String, Path> each : staged.entrySet()) {
                if (!each.getKey().equals(analysed.sha256())) {
                    publish(each.getValue(), each.getKey());
                }
            }
            // Last, because its presence says that the whole input is here.
            publish(staged.get(analysed.sha256()), analysed.sha256());
            return staged.size() == 1;
        } catch (IOException e) {
            throw new UnusableInputException(
                    "Input '" + source + "' cannot be copied into '" + root + "', because " + DiskFault.of(e)
                            + ", so nothing was stored; check space and permissions.",
                    e);
        } finally {
            removeQuietly(staging);
        }
    }

    /** Takes a file back that no check refers to. */
    void withdraw(String sha256) {
        try {
            Files.deleteIfExists(place(sha256));
        } catch (IOException itOnlyTakesSpace) {
            return;
        }
    }

    /** Removes what a process that died left half-written. */
    void removeAbandoned(Clock clock) {
        if (!Files.isDirectory(incoming())) {
            return;
        }
        try (Stream<Path> entries = Files.list(incoming())) {
            FileTime oldest = FileTime.from(clock.instant().minus(ABANDONED));
            for (Path entry : entries.toList()) {
                if (Files.getLastModifiedTime(entry).compareTo(oldest) < 0) {
                    removeQuietly(entry);
                }
            }
        } catch (IOException e) {
            throw new UnusableInputException("The folder '" + incoming() + "' cannot be read; check the disk.", e);
        }
    }

    private Map<String, Path> stage(Path source, Path staging) throws IOException {
        Map<String, Path> staged = new HashMap<>();
        if (!Files.isDirectory(source)) {
            Path copy = staging.resolve("file");
            staged.put(copy(source, copy), copy);
            return staged;
        }
        StringBuilder list = new StringBuilder();
        int number = 0;
        for (String name : names(source)) {
            Path copy = staging.resolve("part-" + number++);
            String hash = copy(source.resolve(name), copy);
            staged.put(hash, copy);
            list.append(hash).append("  ").append(name).append('\n');
        }
        byte[] content = list.toString().getBytes(StandardCharsets.UTF_8);
        Path copy = staging.resolve("list");
        Files.write(copy, content);
        force(copy);
        staged.put(HexFormat.of().formatHex(RowDigest.newDigest().digest(content)), copy);
        return staged;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static String copy(Path source, Path target) throws IOException {
        MessageDigest digest = RowDigest.newDigest();
        try (InputStream in = Files.newInputStream(source);
                FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read); rest.hasRemaining(); ) {
                    out.write(rest);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void publish(Path staged, String sha256) throws IOException {
        Path shelf = shelf(sha256);
        Files.createDirectories(shelf);
        Files.move(staged, place(sha256), StandardCopyOption.ATOMIC_MOVE);
        forceFolder(shelf);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The name of a file is safe once its folder is; not every system can do it, and none needs it to stay sound. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }

    private Path place(String sha256) {
        return shelf(sha256).resolve(sha256.substring(2));
    }

    private Path shelf(String sha256) {
        return root.resolve(sha256.substring(0, 2));
    }

    private Path incoming() {
        return root.resolve("incoming");
    }

    private static void removeQuietly(Path staging) {
        if (!Files.exists(staging)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(staging)) {
            for (Path each : walk.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException leftForLater) {
            return;
        }
    }
}
