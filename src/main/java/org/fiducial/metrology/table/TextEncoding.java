package org.fiducial.metrology.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the characters of a text file are written, found from its first bytes: a byte order mark says it; else zeros in every
 * other byte mean UTF-16; else it is UTF-8 if it can be; else windows-1252, which holds all printable characters of
 * ISO-8859-1, or ISO-8859-1 where a byte occurs that windows-1252 leaves open.
 *
 * @param charset the characters
 * @param markBytes length of the byte order mark, 0 without
 */
public record TextEncoding(Charset charset, int markBytes) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Bytes without a character in windows-1252. */
    private static final String OPEN_IN_WINDOWS_1252 = "\u0081\u008d\u008f\u0090\u009d";

    /** Of the bytes of an ASCII text in UTF-16 one half is zero; a fifth leaves room for other letters. */
    private static final double UTF16_ZEROS = 0.2;

    /** The name people know, for instance {@code UTF-8 with byte order mark}. */
    public String label() {
        return charset.name() + (markBytes > 0 ? " with byte order mark" : "");
    }

    /** Whether every letter has two bytes or four. */
    boolean isUtf16() {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    /**
     * The encoding of a text.
     *
     * @param start the first bytes, at least 3 where the file has them; may end inside a character
     * @return empty if it is no text
     */
    static Optional<TextEncoding> of(byte[] start) {
        Optional<TextEncoding> marked = marked(start);
        if (marked.isPresent()) {
            return marked;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                zeros[i & 1]++;
            }
        }
        if (zeros[0] + zeros[1] > 0) {
            return utf16(zeros, start.length);
        }
        if (isUtf8(start)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 0));
        }
        boolean open = new String(start, StandardCharsets.ISO_8859_1)
                .chars()
                .anyMatch(character -> OPEN_IN_WINDOWS_1252.indexOf(character) >= 0);
        return Optional.of(new TextEncoding(open ? StandardCharsets.ISO_8859_1 : WINDOWS_1252, 0));
    }

    private static Optional<TextEncoding> marked(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 3));
        }
        if (begins(start, 0xFF, 0xFE)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2));
        }
        if (begins(start, 0xFE, 0xFF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2));
        }
        return Optional.empty();
    }

    private static Optional<TextEncoding> utf16(int[] zeros, int bytes) {
        int rare = Math.min(zeros[0], zeros[1]);
        int often = Math.max(zeros[0], zeros[1]);
        if (often < UTF16_ZEROS * bytes || rare > 0.05 * often) {
            return Optional.empty();
        }
        return Optional.of(
                new TextEncoding(zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0));
    }

    private static boolean isUtf8(byte[] start) {
        CharBuffer decoded = CharBuffer.allocate(start.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(start), decoded, false);
        return !result.isError();
    }

    static boolean begins(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
