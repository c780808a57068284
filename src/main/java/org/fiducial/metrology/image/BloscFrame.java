package org.fiducial.metrology.image;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A buffer in the Blosc 1 format: blocks, each perhaps split into one stream per byte of a sample, and perhaps shuffled so
 * that equal bytes (or bits) of neighbouring samples stand together.
 *
 * @see <a href="https://github.com/Blosc/c-blosc/blob/main/README_CHUNK_FORMAT.rst">Blosc chunk format</a>
 */
final class BloscFrame {

    private static final int HEADER = 16;
    private static final int BYTE_SHUFFLED = 1;
    private static final int STORED = 2;
    private static final int BIT_SHUFFLED = 4;
    private static final int NOT_SPLIT = 16;
    private static final int MAX_SPLITS = 16;
    private static final int MIN_SPLIT_SAMPLES = 128;

    private final byte[] stored;
    private final ByteBuffer in;
    private final int flags;
    private final int sampleBytes;
    private final int length;
    private final int blockLength;

    /**
     * Reads the header.
     *
     * @param limit the most bytes that the buffer may decode to
     */
    BloscFrame(byte[] stored, int limit) throws IOException {
        this.stored = stored.clone();
        this.in = ByteBuffer.wrap(this.stored).order(ByteOrder.LITTLE_ENDIAN);
        if (stored.length < HEADER) {
            throw new UnsoundZarrException("a chunk of " + stored.length + " bytes");
        }
        this.flags = in.get(2) & 0xff;
        this.sampleBytes = Math.max(1, in.get(3) & 0xff);
        this.length = in.getInt(4);
        this.blockLength = in.getInt(8);
        if (length < 0 || length > limit || (length > 0 && (blockLength < 1 || blockLength > limit))) {
            throw new UnsoundZarrException("a chunk that claims " + length + " bytes");
        }
    }

    byte[] decode() throws IOException {
        byte[] decoded = new byte[length];
        if ((flags & STORED) != 0) {
            require(HEADER, length);
            System.arraycopy(stored, HEADER, decoded, 0, length);
            return decoded;
        }
        byte[] block = new byte[Math.min(length, blockLength)];
        for (int start = 0, number = 0; start < length; start += blockLength, number++) {
            int bytes = Math.min(blockLength, length - start);
            require(HEADER + 4 * number, 4);
            decodeBlock(in.getInt(HEADER + 4 * number), block, bytes);
            unshuffle(block, bytes, decoded, start);
        }
        return decoded;
    }

    private void decodeBlock(int offset, byte[] block, int bytes) throws IOException {
        boolean split = (flags & NOT_SPLIT) == 0
                && sampleBytes <= MAX_SPLITS
                && blockLength / sampleBytes >= MIN_SPLIT_SAMPLES
                && bytes == blockLength;
        int streams = split ? sampleBytes : 1;
        int each = bytes / streams;
        int at = offset;
        for (int stream = 0; stream < streams; stream++) {
            require(at, 4);
            int size = in.getInt(at);
            require(at + 4, size);
            if (size == each) {
                System.arraycopy(stored, at + 4, block, stream * each, each);
            } else {
                decodeStream(at + 4, size, block, stream * each, each);
            }
            at += 4 + size;
        }
    }

    private void require(int at, int bytes) throws UnsoundZarrException {
        if (at < 0 || bytes < 0 || at > stored.length - bytes) {
            throw new UnsoundZarrException("a chunk that is cut off");
        }
    }

    private void decodeStream(int at, int size, byte[] target, int to, int bytes) throws IOException {
        int decoded =
                switch (flags >> 5) {
                    case 0 -> new BlosclzStream(stored, at, size).decode(target, to, bytes);
                    case 1 -> new Lz4Decompressor().decompress(stored, at, size, target, to, bytes);
                    case 2 -> new SnappyDecompressor().decompress(stored, at, size, target, to, bytes);
                    case 3 -> inflate(at, size, target, to, bytes);
                    case 4 -> new ZstdDecompressor().decompress(stored, at, size, target, to, bytes);
                    default -> throw new UnsoundZarrException("Blosc compressor number " + (flags >> 5));
                };
        if (decoded != bytes) {
            throw new UnsoundZarrException("a chunk of " + decoded + " instead of " + bytes + " bytes");
        }
    }

    private int inflate(int at, int size, byte[] target, int to, int bytes) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored, at, size);
            return inflater.inflate(target, to, bytes);
        } catch (DataFormatException e) {
            throw new IOException("a chunk that cannot be inflated", e);
        } finally {
            inflater.end();
        }
    }

    private void unshuffle(byte[] block, int bytes, byte[] target, int to) {
        int samples = bytes / sampleBytes;
        boolean bits = (flags & BIT_SHUFFLED) != 0 && samples % 8 == 0;
        boolean whole = (flags & BYTE_SHUFFLED) != 0 && sampleBytes > 1;
        if (!bits && !whole) {
            System.arraycopy(block, 0, target, to, bytes);
            return;
        }
        int shuffled = samples * sampleBytes;
        if (bits) {
            unshuffleBits(block, samples, target, to);
        } else {
            for (int b = 0; b < sampleBytes; b++) {
                for (int s = 0; s < samples; s++) {
                    target[to + s * sampleBytes + b] = block[b * samples + s];
                }
            }
        }
        System.arraycopy(block, shuffled, target, to + shuffled, bytes - shuffled);
    }

    /** Row 8 b + k of the block holds bit k of byte b of every sample, eight samples a byte, lowest bit first. */
    private void unshuffleBits(byte[] block, int samples, byte[] target, int to) {
        int rowBytes = samples / 8;
        for (int b = 0; b < sampleBytes; b++) {
            for (int s = 0; s < samples; s++) {
                int value = 0;
                for (int k = 0; k < 8; k++) {
                    int row = block[(8 * b + k) * rowBytes + s / 8];
                    value |= ((row >> (s & 7)) & 1) << k;
                }
                target[to + s * sampleBytes + b] = (byte) value;
            }
        }
    }
}
