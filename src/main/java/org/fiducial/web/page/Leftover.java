package org.fiducial.web.page;

import java.io.IOException;
import java.io.InputStream;

/**
 * What somebody is still sending although the answer is known. It is read and forgotten, 64 kB at a time: over a connection
 * that is closed before its end a browser shows that it broke, and not the answer.
 */
public final class Leftover {

    /** As much as people send by mistake, such as an image instead of its report; who sends more sees the connection break. */
    public static final long MOST_BYTES = 4L << 30;

    private static final int BUFFER_BYTES = 1 << 16;

    private Leftover() {}

    /** Reads what is left of a request, {@link #MOST_BYTES} at the most. */
    public static void passOver(Route.Request request) {
        passOver(request.body(), MOST_BYTES);
    }

    /**
     * Reads what is left of a stream.
     *
     * @param most bytes at the most
     * @return how many bytes were read
     */
    public static long passOver(InputStream in, long most) {
        byte[] buffer = new byte[BUFFER_BYTES];
        long passed = 0;
        try {
            while (passed < most) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - passed));
                if (read < 0) {
                    return passed;
                }
                passed += read;
            }
        } catch (IOException theLinkBroke) {
            // Who sent it has gone and reads no answer.
        }
        return passed;
    }
}
