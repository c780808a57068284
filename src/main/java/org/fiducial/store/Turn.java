package org.fiducial.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.fiducial.metrology.protocol.UnusableInputException;

/** The right of one process to prepare a data folder; given back on closing, and by the system if the process dies. */
final class Turn implements AutoCloseable {

    private static final int TRIES = 600;
    private static final long PAUSE_MILLIS = 100;

    private final FileChannel channel;

    private Turn(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the turn, at most a minute.
     *
     * @throws UnusableInputException if another process holds it longer
     */
    static Turn at(Path lock) {
        try {
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            for (int i = 0; i < TRIES; i++) {
                if (taken(channel)) {
                    return new Turn(channel);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            channel.close();
        } catch (IOException e) {
            throw new UnusableInputException("The file '" + lock + "' cannot be written; check its permissions.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableInputException("Opening the record was interrupted; try again.", e);
        }
        throw new UnusableInputException("Another process has been preparing the folder '" + lock.getParent()
                + "' for a minute; wait for it to end and try again.");
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            @SuppressWarnings("resource") // released with its channel
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UnusableInputException("The data folder cannot be released; check the disk.", e);
        }
    }
}
