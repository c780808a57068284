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

    private final FileChannel channel;
    private final long length;

    private PositionalInput(FileChannel channel, long length) {
        this.channel = channel;
        this.length = length;
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
        return channel.read(ByteBuffer.wrap(target, from, count), offset);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
