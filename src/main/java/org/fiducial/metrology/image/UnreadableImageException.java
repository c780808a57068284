package org.fiducial.metrology.image;

import java.io.Serial;

/** An image file that cannot be used; the message is one sentence: file, what was expected, what was found, what to do. */
public final class UnreadableImageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableImageException(String message) {
        super(message);
    }

    public UnreadableImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
