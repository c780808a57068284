package org.fiducial.web;

import java.io.InputStream;
import java.util.Arrays;

/** So many zeros, as somebody sends them who sends too much. */
public final class Zeros extends InputStream {

    private long left;

    /** So many bytes. */
    public Zeros(long left) {
        this.left = left;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int most) {
        if (left <= 0) {
            return -1;
        }
        int read = (int) Math.min(left, most);
        Arrays.fill(buffer, from, from + read, (byte) 0);
        left -= read;
        return read;
    }
}
