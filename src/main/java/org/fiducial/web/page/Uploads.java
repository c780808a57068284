package org.fiducial.web.page;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people are sending, in a folder of this server's own. The server holds a lock in it as long
 * as it lives; what a server left behind that was killed is removed when the next one starts.
 */
public final class Uploads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private static final String LOCK = ".lock";

    private final Path root;
    private final Path session;
    private Optional<FileChannel> lock = Optional.empty();

    /** The folder of a server among those of others; nothing is made before {@link #open()}. */
    public Uploads(Path root, UUID session) {
        this.root = root.toAbsolutePath().normalize();
        this.session = this.root.resolve(session.toString());
    }

    /**
     * Makes the folder, and removes those of servers that no longer live.
     *
     * @throws UnusableInputException if the disk does not let it
     */
    public void open() {
        try {
            Files.createDirectories(parts());
            FileChannel channel =
                    FileChannel.open(session.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = Optional.of(channel);
            isFree(channel);
            try (Stream<Path> others = Files.list(root)) {
                others.filter(each -> !each.equals(session)).toList().forEach(Uploads::removeIfAbandoned);
            }
        } catch (IOException e) {
            throw refuse(e);
        }
    }

    /** Where the HTTP server puts what it is being sent. */
    public Path parts() {
        return session.resolve("parts");
    }

    /** Bytes the disk still takes. */
    public long free() {
        try {
            return Files.getFileStore(session).getUsableSpace();
        } catch (IOException e) {
            throw refuse(e);
        }
    }

    @Override
    public void close() {
        lock.ifPresent(Uploads::release);
        removeQuietly(session);
    }

    private UnusableInputException refuse(IOException fault) {
        return new UnusableInputException(
                "The folder '" + root + "' for uploaded files cannot be used, because " + DiskFault.of(fault)
                        + "; check space and permissions.",
                fault);
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("The lock of the uploads cannot be given back; it goes with this process.", e);
        }
    }

    private static void removeIfAbandoned(Path other) {
        Path lock = other.resolve(LOCK);
        if (!Files.isDirectory(other)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (isFree(channel)) {
                removeQuietly(other);
            }
        } catch (IOException e) {
            LOG.warn("What another server left in '{}' cannot be removed; the next start tries again.", other, e);
        }
    }

    @SuppressWarnings("resource") // a lock is released with its channel
    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    /** Removes a folder with all that is in it, as far as the disk lets it. */
    public static void removeQuietly(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            LOG.warn("The folder '{}' cannot be removed; the next start tries again.", folder, e);
        }
    }
}
