package org.fiducial.metrology.image;

import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The first image directory of a TIFF file: what it says of itself, whatever its pixels are. Nothing else of the file is
 * read, so that colour pictures, packed ones and files of any size are as good as stacks.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param description the text of the file; empty where there is none
 * @param pixelsPerUnit pixels along x in what the file calls its unit
 */
public record TiffHead(long width, long height, String description, OptionalDouble pixelsPerUnit) {

    private static final int HEAD_BYTES = 8;
    private static final int MOST_ENTRIES = 4096;
    /** The text of an OME-TIFF of many planes and positions is long. */
    private static final int LONGEST_TEXT = 32 << 20;

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ASCII = 2;
    private static final int BIG_LONG = 16;

    /**
     * Reads the head; empty where the file is no TIFF.
     *
     * @throws UnreadableImageException if it is one that is damaged
     */
    public static Optional<TiffHead> of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!TiffFormat.looksLike(in.readNBytes(HEAD_BYTES))) {
                return Optional.empty();
            }
        }
        try (PositionalInput input = PositionalInput.open(file)) {
            return Optional.of(new Directory(input).head());
        } catch (UnsoundTiffException e) {
            throw Refusal.of(file)
                    .because("a TIFF", String.valueOf(e.getMessage()), "export the image again as OME-TIFF", e);
        }
    }

    /** Walks one directory. */
    private static final class Directory {

        private final PositionalInput input;
        private final ByteOrder order;
        private final boolean big;
        private final Map<Integer, Entry> entries = new HashMap<>();

        private record Entry(int type, long count, long at) {}

        Directory(PositionalInput input) throws IOException {
            this.input = input;
            ByteBuffer first = ByteBuffer.allocate(HEAD_BYTES);
            input.readFully(0, first);
            this.order = first.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            first.order(order);
            this.big = first.getShort(2) == TIFF.BIGTIFF_MAGIC;
            read(big ? take(HEAD_BYTES, HEAD_BYTES).getLong() : first.getInt(4) & 0xffff_ffffL);
        }

        private void read(long offset) throws IOException {
            int countBytes = big ? 8 : 2;
            int entryBytes = big ? 20 : 12;
            ByteBuffer head = take(offset, countBytes);
            long count = big ? head.getLong() : head.getShort() & 0xffff;
            if (count < 1 || count > MOST_ENTRIES) {
                throw new UnsoundTiffException("an image directory with " + count + " entries");
            }
            ByteBuffer table = take(offset + countBytes, (int) count * entryBytes);
            for (int i = 0; i < count; i++) {
                entry(table, i * entryBytes, offset + countBytes + (long) i * entryBytes);
            }
        }

        private void entry(ByteBuffer table, int at, long place) {
            int tag = table.getShort(at) & 0xffff;
            int type = table.getShort(at + 2) & 0xffff;
            long count = big ? table.getLong(at + 4) : table.getInt(at + 4) & 0xffff_ffffL;
            if (type >= TIFF.TYPE_LENGTHS.length || TIFF.TYPE_LENGTHS[type] <= 0 || count < 1 || count > LONGEST_TEXT) {
                return;
            }
            int inline = big ? 12 : 8;
            boolean inside = count * TIFF.TYPE_LENGTHS[type] <= (big ? 8 : 4);
            long away = big ? table.getLong(at + inline) : table.getInt(at + inline) & 0xffff_ffffL;
            entries.put(tag, new Entry(type, count, inside ? place + inline : away));
        }

        private ByteBuffer take(long offset, int bytes) throws IOException {
            if (!input.holds(offset, bytes)) {
                throw new UnsoundTiffException("only " + input.length()
                        + " bytes where its description reaches to byte " + (offset + bytes) + " (cut off or damaged)");
            }
            ByteBuffer buffer = ByteBuffer.allocate(bytes).order(order);
            input.readFully(offset, buffer);
            return buffer.flip();
        }

        TiffHead head() throws IOException {
            return new TiffHead(
                    number(TIFF.TAG_IMAGE_WIDTH),
                    number(TIFF.TAG_IMAGE_HEIGHT),
                    text(TIFF.TAG_IMAGE_DESCRIPTION),
                    rational(TIFF.TAG_X_RESOLUTION));
        }

        private long number(int tag) throws IOException {
            Entry entry = entries.get(tag);
            if (entry == null) {
                throw new UnsoundTiffException("no tag " + tag);
            }
            return switch (entry.type()) {
                case SHORT -> take(entry.at(), 2).getShort() & 0xffff;
                case LONG -> take(entry.at(), 4).getInt() & 0xffff_ffffL;
                case BIG_LONG -> take(entry.at(), 8).getLong();
                default -> throw new UnsoundTiffException("no number under tag " + tag);
            };
        }

        private String text(int tag) throws IOException {
            Entry entry = entries.get(tag);
            if (entry == null || entry.type() != ASCII) {
                return "";
            }
            byte[] bytes = take(entry.at(), (int) entry.count()).array();
            int end = 0;
            while (end < bytes.length && bytes[end] != 0) {
                end++;
            }
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        }

        private OptionalDouble rational(int tag) throws IOException {
            Entry entry = entries.get(tag);
            if (entry == null || entry.type() != RATIONAL) {
                return OptionalDouble.empty();
            }
            ByteBuffer both = take(entry.at(), 8);
            double above = both.getInt() & 0xffff_ffffL;
            double below = both.getInt() & 0xffff_ffffL;
            return above > 0 && below > 0 ? OptionalDouble.of(above / below) : OptionalDouble.empty();
        }
    }
}
