package org.fiducial.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.jooq.Field;
import org.jooq.Record;

/**
 * The SHA-256 of rows as they are stored, to the last bit of every number. Each value goes in as column name, kind and
 * content with their lengths, columns by name; a column without a value leaves no trace, so that a column added by a
 * later migration leaves the digests of older rows as they are.
 */
final class RowDigest {

    private final MessageDigest digest = newDigest();

    /** Adds the rows of a query, which must be ordered. */
    RowDigest add(String table, Iterable<? extends Record> rows) {
        for (Record row : rows) {
            feed(table);
            Field<?>[] fields = row.fields().clone();
            Arrays.sort(fields, Comparator.comparing(Field::getName));
            for (Field<?> field : fields) {
                Object value = row.get(field);
                if (value != null) {
                    feed(field.getName());
                    feed(value);
                }
            }
        }
        return this;
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
            feed('s', text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof byte[] bytes) {
            feed('b', bytes);
        } else if (value instanceof Double number) {
            feed('d', ByteBuffer.allocate(8).putDouble(number).array());
        } else if (value instanceof Long || value instanceof Integer) {
            feed(
                    'i',
                    ByteBuffer.allocate(8).putLong(((Number) value).longValue()).array());
        } else {
            throw new IllegalArgumentException("the record has no column of " + value.getClass());
        }
    }

    private void feed(char kind, byte[] content) {
        digest.update(
                ByteBuffer.allocate(5).put((byte) kind).putInt(content.length).array());
        digest.update(content);
    }
}
