package org.fiducial.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Spares a browser what it has: an answer carries a mark made of all its bytes, and whoever comes with the mark of the same
 * bytes is told that nothing changed. It is made for each request as ever, so that no mark outlives what it stands for.
 */
final class Unchanged {

    private static final int MARK_BYTES = 16;

    private Unchanged() {}

    /** Marks an answer, and says whether who asks has it. */
    static boolean since(Context context, byte[] bytes) {
        if (!context.method().equals(HandlerType.GET) || context.status() != HttpStatus.OK) {
            return false;
        }
        // Weak, since the same bytes are sent packed to those who unpack them.
        String mark = "W/\"" + HexFormat.of().formatHex(digest(bytes), 0, MARK_BYTES) + "\"";
        context.header("ETag", mark);
        return mark.equals(context.header("If-None-Match"));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform offers SHA-256", e);
        }
    }
}
