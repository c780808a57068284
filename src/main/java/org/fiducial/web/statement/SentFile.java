package org.fiducial.web.statement;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.web.page.Route;

/**
 * The first file of a form as it comes (RFC 7578), read without being kept anywhere: from the empty line after the headers of its
 * part to the boundary. A body that is no form is the file itself.
 */
final class SentFile extends InputStream {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,]{1,70})\"?", Pattern.CASE_INSENSITIVE);
    private static final int MOST_HEADER_BYTES = 1 << 16;
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] end;
    private boolean ended;

    private SentFile(InputStream in, byte[] end) {
        this.in = in;
        this.end = end;
    }

    static InputStream of(Route.Request request) throws IOException {
        return of(request.header("Content-Type"), request.body());
    }

    /** The file of a form of this type, whose body is given. */
    static InputStream of(String type, InputStream sent) throws IOException {
        InputStream body = new BufferedInputStream(sent, BUFFER_BYTES);
        Matcher boundary = BOUNDARY.matcher(type);
        if (!type.startsWith("multipart/form-data") || !boundary.find()) {
            return body;
        }
        byte[] end = ("\r\n--" + boundary.group(1)).getBytes(StandardCharsets.UTF_8);
        skipHeaders(body);
        return new SentFile(body, end);
    }

    private static void skipHeaders(InputStream body) throws IOException {
        int matched = 0;
        byte[] empty = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < MOST_HEADER_BYTES && matched < empty.length; i++) {
            int next = body.read();
            if (next < 0) {
                return;
            }
            matched = next == empty[matched] ? matched + 1 : next == empty[0] ? 1 : 0;
        }
    }

    /** The next byte; what looks like the boundary is read ahead and put back where it is none. */
    @Override
    public int read() throws IOException {
        if (ended) {
            return -1;
        }
        in.mark(end.length);
        int next = in.read();
        if (next != end[0]) {
            return next;
        }
        for (int i = 1; i < end.length; i++) {
            int ahead = in.read();
            if (ahead != (end[i] & 0xFF)) {
                in.reset();
                return in.read();
            }
        }
        ended = true;
        return -1;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        int read = 0;
        while (read < most) {
            int next = read();
            if (next < 0) {
                break;
            }
            buffer[from + read++] = (byte) next;
        }
        return read == 0 && most > 0 ? -1 : read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
