package org.fiducial.metrology.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file as the image library sees it, optionally behind a prefix of other bytes, so that a plane can be presented with a
 * directory of our own. Positions of the file are moved by the length of the prefix.
 */
@SuppressWarnings("UnsafeFinalization") // the only native call copies arrays
final class SplicedInput extends ImageInputStreamImpl {

    private final PositionalInput input;
    private final byte[] prefix;
    private final byte[] window = new byte[1 << 13];
    private long windowStart;
    private int windowLength;

    SplicedInput(PositionalInput input) {
        this(new byte[0], input);
    }

    SplicedInput(byte[] prefix, PositionalInput input) {
        this.prefix = prefix.clone();
        this.input = input;
    }

    @Override
    public long length() {
        return prefix.length + input.length();
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        return window[(int) (streamPos++ - windowStart)] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int at = (int) (streamPos - windowStart);
        int taken = Math.min(count, windowLength - at);
        System.arraycopy(window, at, target, from, taken);
        streamPos += taken;
        return taken;
    }

    /** Makes the window hold the byte at the position; false at the end. */
    private boolean fill() throws IOException {
        if (streamPos >= windowStart && streamPos < windowStart + windowLength) {
            return true;
        }
        windowStart = streamPos;
        if (streamPos < prefix.length) {
            int at = (int) streamPos;
            windowLength = Math.min(window.length, prefix.length - at);
            System.arraycopy(prefix, at, window, 0, windowLength);
            return true;
        }
        windowLength = Math.max(0, input.read(streamPos - prefix.length, window, 0, window.length));
        return windowLength > 0;
    }
}
