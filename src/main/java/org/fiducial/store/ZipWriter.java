package org.fiducial.store;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A ZIP file as it is written, of any number and size of entries (PKWARE APPNOTE 6.3.3, 4.3 and 4.5.3). What the directory
 * at its end will say is kept in a file meanwhile: the stream of the Java platform holds some 300 bytes of memory for each
 * entry, and a record may have a million kept files.
 */
final class ZipWriter extends OutputStream {

    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_PLACE = 0x07064b50;
    private static final short LARGE = 1;

    /** Sizes follow the content, names are UTF-8. */
    private static final short FLAGS = 0x0808;

    private static final short DEFLATED = 8;
    private static final short VERSION = 20;
    private static final short LARGE_VERSION = 45;
    private static final long MOST_BYTES = 0xffff_ffffL;
    private static final int MOST_ENTRIES = 0xffff;
    private static final int LARGE_END_BYTES = 44;
    private static final int FIRST_YEAR = 1980;
    private static final int HEAD_BYTES = 128;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Counted out;
    private final Path list;
    private final Counted directory;
    private final int moment;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 crc = new CRC32();
    private DeflaterOutputStream deflated;
    private byte[] name = {};
    private long begun;
    private long content;
    private long bytes;
    private long entries;

    /** A stream that knows how much went through it. */
    private static final class Counted extends FilterOutputStream {

        private long count;

        Counted(OutputStream below) {
            super(below);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            count += length;
        }

        void write(ByteBuffer head) throws IOException {
            write(head.array(), head.arrayOffset(), head.position());
        }
    }

    /**
     * Nothing is written yet.
     *
     * @param out the ZIP file, which is left open
     * @param list a file that is made and removed again
     * @param at when the entries were made, as they say
     */
    ZipWriter(OutputStream out, Path list, Instant at) throws IOException {
        this.out = new Counted(out);
        this.list = list;
        this.directory = new Counted(new BufferedOutputStream(Files.newOutputStream(list), BUFFER_BYTES));
        this.deflated = new DeflaterOutputStream(this.out, deflater, BUFFER_BYTES);
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        this.moment = (time.getYear() - FIRST_YEAR) << 25
                | time.getMonthValue() << 21
                | time.getDayOfMonth() << 16
                | time.getHour() << 11
                | time.getMinute() << 5
                | time.getSecond() >> 1;
    }

    /** Begins an entry, whose content is written next. */
    void begin(String entry) throws IOException {
        name = entry.getBytes(StandardCharsets.UTF_8);
        begun = out.count;
        // Checksum and sizes are not known yet.
        out.write(common(head().putInt(LOCAL))
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putShort((short) name.length)
                .putShort((short) 0));
        out.write(name);
        content = out.count;
        bytes = 0;
        crc.reset();
        deflater.reset();
        deflated = new DeflaterOutputStream(out, deflater, BUFFER_BYTES);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        crc.update(some, from, length);
        bytes += length;
        deflated.write(some, from, length);
    }

    /** Ends an entry. */
    void end() throws IOException {
        deflated.finish();
        long small = out.count - content;
        ByteBuffer descriptor = head().putInt(DESCRIPTOR).putInt((int) crc.getValue());
        boolean large = small >= MOST_BYTES || bytes >= MOST_BYTES;
        out.write(
                large
                        ? descriptor.putLong(small).putLong(bytes)
                        : descriptor.putInt((int) small).putInt((int) bytes));
        large |= begun >= MOST_BYTES;
        ByteBuffer extra = head();
        if (large) {
            extra.putShort(LARGE)
                    .putShort((short) (3 * Long.BYTES))
                    .putLong(bytes)
                    .putLong(small)
                    .putLong(begun);
        }
        short version = large ? LARGE_VERSION : VERSION;
        directory.write(common(head().putInt(CENTRAL).putShort(version))
                .putInt((int) crc.getValue())
                .putInt((int) (large ? MOST_BYTES : small))
                .putInt((int) (large ? MOST_BYTES : bytes))
                .putShort((short) name.length)
                .putShort((short) extra.position())
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) (large ? MOST_BYTES : begun)));
        directory.write(name);
        directory.write(extra);
        entries++;
    }

    /** Writes the directory; nothing comes after it. */
    void finish() throws IOException {
        directory.flush();
        long place = out.count;
        Files.copy(list, out);
        if (entries >= MOST_ENTRIES || place >= MOST_BYTES || directory.count >= MOST_BYTES) {
            long end = out.count;
            out.write(head().putInt(LARGE_END)
                    .putLong(LARGE_END_BYTES)
                    .putShort(LARGE_VERSION)
                    .putShort(LARGE_VERSION)
                    .putInt(0)
                    .putInt(0)
                    .putLong(entries)
                    .putLong(entries)
                    .putLong(directory.count)
                    .putLong(place));
            out.write(head().putInt(LARGE_END_PLACE).putInt(0).putLong(end).putInt(1));
        }
        short count = (short) Math.min(entries, MOST_ENTRIES);
        out.write(head().putInt(END)
                .putInt(0)
                .putShort(count)
                .putShort(count)
                .putInt((int) Math.min(directory.count, MOST_BYTES))
                .putInt((int) Math.min(place, MOST_BYTES))
                .putShort((short) 0));
        out.flush();
    }

    /** Lets go of what was needed for it; the ZIP file stays open. */
    @Override
    public void close() throws IOException {
        deflater.end();
        directory.close();
        Files.deleteIfExists(list);
    }

    private ByteBuffer common(ByteBuffer head) {
        return head.putShort(VERSION).putShort(FLAGS).putShort(DEFLATED).putInt(moment);
    }

    private static ByteBuffer head() {
        return ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }
}
