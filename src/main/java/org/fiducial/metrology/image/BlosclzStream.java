package org.fiducial.metrology.image;

import java.io.IOException;

/**
 * A stream in Blosc's own small compression format: runs of literal bytes, and copies of bytes decoded before. A control
 * byte below 32 announces so many literals plus one; else its upper three bits are the length of a copy less two and its
 * lower five the upper part of the distance.
 */
final class BlosclzStream {

    private static final int SHORT_DISTANCE = 8191;

    private final byte[] stored;
    private final int end;
    private int at;

    BlosclzStream(byte[] stored, int at, int size) {
        this.stored = stored;
        this.at = at;
        this.end = at + size;
    }

    /** Decodes into the target and returns the number of bytes decoded. */
    int decode(byte[] target, int to, int bytes) throws IOException {
        int out = to;
        int limit = to + bytes;
        int control = next() & 31;
        while (true) {
            if (control >= 32) {
                int length = copyLength(control) + 3;
                int distance = distance(control);
                if (out - distance < to || out + length > limit) {
                    throw new UnsoundZarrException("a chunk that cannot be decoded");
                }
                for (int i = 0; i < length; i++) {
                    target[out] = target[out - distance];
                    out++;
                }
            } else {
                int count = control + 1;
                if (out + count > limit || at + count > end) {
                    throw new UnsoundZarrException("a chunk that cannot be decoded");
                }
                System.arraycopy(stored, at, target, out, count);
                at += count;
                out += count;
            }
            if (at >= end) {
                return out - to;
            }
            control = next();
        }
    }

    private int copyLength(int control) throws IOException {
        int length = (control >> 5) - 1;
        if (length == 6) {
            int more;
            do {
                more = next();
                length += more;
            } while (more == 255);
        }
        return length;
    }

    private int distance(int control) throws IOException {
        int upper = (control & 31) << 8;
        int lower = next();
        if (lower == 255 && upper == 31 << 8) {
            return (next() << 8) + next() + SHORT_DISTANCE + 1;
        }
        return upper + lower + 1;
    }

    private int next() throws IOException {
        if (at >= end) {
            throw new UnsoundZarrException("a chunk that is cut off");
        }
        return stored[at++] & 0xff;
    }
}
