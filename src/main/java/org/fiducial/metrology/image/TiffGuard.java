package org.fiducial.metrology.image;

import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks the directories of a TIFF file before the library reads them, and adds up what reading them would allocate.
 *
 * <p>The library checks each value against the length of the file, but directories of a hostile file may overlap, so that
 * a small file describes gigabytes. In an honest file each byte is described once: the walk ends as soon as the sum is
 * larger than that allows.
 */
final class TiffGuard {

    private static final int MAX_DIRECTORIES = 100_000;
    private static final long MAX_VALUE_BYTES = 64L << 20;
    private static final Set<Integer> POINTERS =
            Set.of(TIFF.TAG_SUB_IFD, TIFF.TAG_EXIF_IFD, TIFF.TAG_GPS_IFD, TIFF.TAG_INTEROP_IFD);

    private final PositionalInput input;
    private final Deque<Long> pending = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private boolean big;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private long entries;
    private long valueBytes;

    private TiffGuard(PositionalInput input) {
        this.input = input;
    }

    /** The byte order of the file. */
    static ByteOrder check(PositionalInput input) throws IOException {
        TiffGuard guard = new TiffGuard(input);
        guard.walk();
        return guard.order;
    }

    private void walk() throws IOException {
        ByteBuffer header = take(0, 8);
        order = header.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        header.order(order);
        big = header.getShort(2) == TIFF.BIGTIFF_MAGIC;
        push(big ? take(8, 8).getLong() : header.getInt(4) & 0xffff_ffffL);
        while (!pending.isEmpty()) {
            visit(pending.remove());
            if (seen.size() > MAX_DIRECTORIES) {
                throw new UnsoundTiffException("more than " + MAX_DIRECTORIES + " image directories");
            }
        }
    }

    private void push(long offset) {
        if (offset > 0 && offset < input.length() && seen.add(offset)) {
            pending.add(offset);
        }
    }

    private void visit(long offset) throws IOException {
        int countBytes = big ? 8 : 2;
        int entryBytes = big ? 20 : 12;
        if (!input.holds(offset, countBytes)) {
            return;
        }
        ByteBuffer head = take(offset, countBytes);
        long count = big ? head.getLong() : head.getShort() & 0xffff;
        long held = (input.length() - offset - countBytes) / entryBytes;
        if (count < 0 || count > 65_535) {
            throw new UnsoundTiffException("an image directory with " + count + " entries");
        }
        int readable = (int) Math.min(count, held);
        entries += readable;
        if (entries * entryBytes > input.length()) {
            throw new UnsoundTiffException("image directories that overlap");
        }
        ByteBuffer table = take(offset + countBytes, readable * entryBytes);
        for (int i = 0; i < readable; i++) {
            entry(table, i * entryBytes);
        }
        long next = offset + countBytes + count * entryBytes;
        if (input.holds(next, big ? 8 : 4)) {
            ByteBuffer pointer = take(next, big ? 8 : 4);
            push(big ? pointer.getLong() : pointer.getInt() & 0xffff_ffffL);
        }
    }

    private void entry(ByteBuffer table, int at) throws IOException {
        int tag = table.getShort(at) & 0xffff;
        int type = table.getShort(at + 2) & 0xffff;
        long count = big ? table.getLong(at + 4) : table.getInt(at + 4) & 0xffff_ffffL;
        if (type >= TIFF.TYPE_LENGTHS.length || TIFF.TYPE_LENGTHS[type] <= 0 || count < 0) {
            return;
        }
        int inlineAt = at + (big ? 12 : 8);
        long bytes = count > Integer.MAX_VALUE ? Long.MAX_VALUE : count * TIFF.TYPE_LENGTHS[type];
        if (bytes > (big ? 8 : 4)) {
            long offset = big ? table.getLong(inlineAt) : table.getInt(inlineAt) & 0xffff_ffffL;
            if (!input.holds(offset, bytes)) {
                return;
            }
            spend(bytes);
            if (POINTERS.contains(tag)) {
                pushAll(take(offset, (int) Math.min(bytes, 1 << 16)), TIFF.TYPE_LENGTHS[type]);
            }
        } else if (POINTERS.contains(tag)) {
            push(big ? table.getLong(inlineAt) : table.getInt(inlineAt) & 0xffff_ffffL);
        }
    }

    private void spend(long bytes) throws UnsoundTiffException {
        valueBytes += bytes;
        if (valueBytes > Math.min(MAX_VALUE_BYTES, 2 * input.length() + (1 << 20))) {
            throw new UnsoundTiffException("tags that claim more than " + (valueBytes >> 20) + " MB");
        }
    }

    private void pushAll(ByteBuffer pointers, int size) {
        while (size == 4 && pointers.remaining() >= 4) {
            push(pointers.getInt() & 0xffff_ffffL);
        }
        while (size == 8 && pointers.remaining() >= 8) {
            push(pointers.getLong());
        }
    }

    private ByteBuffer take(long offset, int bytes) throws IOException {
        if (!input.holds(offset, bytes)) {
            throw new EOFException("the file ends at byte " + input.length());
        }
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(order);
        input.readFully(offset, buffer);
        return buffer.flip();
    }
}
