package org.fiducial.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The SHA-256 of rows as they are stored, to the last bit of every number. Each value goes in as column name, kind and
 * content with their lengths, columns by name; a column without a value leaves no trace, so that a column added by a
 * later migration leaves the digests of older rows as they are.
 */
final class RowDigest {

    private static final int HEAD_BYTES = 5;
    private static final char TEXT = 's';

    private final MessageDigest digest = newDigest();
    private final byte[] head = new byte[HEAD_BYTES + Long.BYTES];

    /** The columns of a table, as they go in. */
    static final class Columns {

        private final byte[] table;
        private final byte[][] names;
        private final int[] places;

        /**
         * The columns of a table.
         *
         * @param before how many other fields stand before them in a row
         */
        Columns(Table<?> table, int before) {
            Field<?>[] fields = table.fields();
            this.table = framed(table.getName());
            this.places = IntStream.range(0, fields.length)
                    .boxed()
                    .sorted(Comparator.comparing(place -> fields[place].getName()))
                    .mapToInt(place -> place + before)
                    .toArray();
            this.names = IntStream.of(places)
                    .mapToObj(place -> framed(fields[place - before].getName()))
                    .toArray(byte[][]::new);
        }

        private static byte[] framed(String name) {
            byte[] content = name.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(HEAD_BYTES + content.length)
                    .put((byte) TEXT)
                    .putInt(content.length)
                    .put(content)
                    .array();
        }
    }

    /** Adds a row; those of a table must come in an order. */
    void add(Columns columns, Record row) {
        digest.update(columns.table);
        for (int i = 0; i < columns.places.length; i++) {
            Object value = row.get(columns.places[i]);
            if (value != null) {
                digest.update(columns.names[i]);
                feed(value);
            }
        }
    }

    /** 64 lower-case hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of a text in UTF-8. */
    static String of(String text) {
        return HexFormat.of().formatHex(newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform offers SHA-256", e);
        }
    }

    private void feed(Object value) {
        if (value instanceof String text) {
            feed(TEXT, text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof byte[] bytes) {
            feed('b', bytes);
        } else if (value instanceof Double real) {
            feed(head('d', Double.BYTES).putDouble(real));
        } else if (value instanceof Long || value instanceof Integer) {
            feed(head('i', Long.BYTES).putLong(((Number) value).longValue()));
        } else {
            throw new IllegalArgumentException("the record has no column of " + value.getClass());
        }
    }

    private void feed(char kind, byte[] content) {
        feed(head(kind, content.length));
        digest.update(content);
    }

    private ByteBuffer head(char kind, int length) {
        return ByteBuffer.wrap(head).put((byte) kind).putInt(length);
    }

    private void feed(ByteBuffer written) {
        digest.update(head, 0, written.position());
    }
}
