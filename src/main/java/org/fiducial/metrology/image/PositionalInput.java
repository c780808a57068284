package org.fiducial.metrology.image;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads from any position of a file. Reads are preferred to maps because a mapped file that is cut off under the reader
 * ends the process, and a read ends in an exception.
 */
final class PositionalInput implements Closeable {

    private static final int WINDOW_BYTES = 1 << 16;

    /** Requests below this size are served from the window, so that walking a structure costs few system calls. */
    private static final int SMALL_BYTES = 1 << 13;

    private final FileChannel channel;
    private final long length;
    private final byte[] window;
    private long windowStart;
    private int windowLength;

    private PositionalInput(FileChannel channel, long length) {
        this.channel = channel;
        this.length = length;
        this.window = new byte[(int) Math.min(WINDOW_BYTES, length)];
    }

    static PositionalInput open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new PositionalInput(channel, channel.size());
    }

    long length() {
        return length;
    }

    boolean holds(long offset, long bytes) {
        return offset >= 0 && bytes >= 0 && bytes <= length && offset <= length - bytes;
    }

    /** Fills the rest of the buffer with the bytes from the offset on. */
    void readFully(long offset, ByteBuffer target) throws IOException {
        long at = offset;
        if (target.remaining() <= SMALL_BYTES && slide(at, target.remaining())) {
            target.put(window, (int) (at - windowStart), target.remaining());
            return;
        }
        while (target.hasRemaining()) {
            int read = channel.read(target, at);
            if (read < 0) {
                throw new EOFException("the file ends at byte " + length + ", wanted byte " + at);
            }
            at += read;
        }
    }

    /** Reads at most so many bytes; -1 at the end of the file. */
    int read(long offset, byte[] target, int from, int count) throws IOException {
        int available = (int) Math.min(count, length - offset);
        if (available <= 0) {
            return -1;
        }
        readFully(offset, ByteBuffer.wrap(target, from, available));
        return available;
    }

    /** Makes the window hold the bytes; false if the file does not. */
    private boolean slide(long offset, int bytes) throws IOException {
        if (!holds(offset, bytes) || bytes > window.length) {
            return false;
        }
        if (offset >= windowStart && offset + bytes <= windowStart + windowLength) {
            return true;
        }
        windowLength = 0;
        windowStart = Math.min(offset, length - window.length);
        ByteBuffer all = ByteBuffer.wrap(window);
        while (all.hasRemaining()) {
            int read = channel.read(all, windowStart + all.position());
            if (read < 0) {
                throw new EOFException("the file ends at byte " + (windowStart + all.position()));
            }
        }
        windowLength = window.length;
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
