package org.fiducial.cli;

import java.io.Serial;

/** A command that cannot be done as asked; the message is one sentence: what, expected, found, what to do. */
public final class UnusableCommandException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnusableCommandException(String message) {
        super(message);
    }

    public UnusableCommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
