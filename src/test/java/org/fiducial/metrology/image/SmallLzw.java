package org.fiducial.metrology.image;

import java.io.ByteArrayOutputStream;

/** TIFF's LZW without a dictionary: literal codes, and a clear code before the width would grow. */
final class SmallLzw {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int BITS = 9;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    private SmallLzw() {}

    static byte[] encode(byte[] raw) {
        SmallLzw lzw = new SmallLzw();
        for (int i = 0; i < raw.length; i++) {
            if (i % 200 == 0) {
                lzw.code(CLEAR);
            }
            lzw.code(raw[i] & 0xff);
        }
        lzw.code(END);
        lzw.code(0);
        return lzw.out.toByteArray();
    }

    private void code(int code) {
        pending = (pending << BITS) | code;
        pendingBits += BITS;
        while (pendingBits >= 8) {
            pendingBits -= 8;
            out.write(pending >> pendingBits);
            pending &= (1 << pendingBits) - 1;
        }
    }
}
