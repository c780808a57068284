package org.fiducial.metrology.protocol;

import java.io.Serial;

/** An input or parameter that cannot be used; the message is one sentence: what, expected, found, what to do. */
public class UnusableInputException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnusableInputException(String message) {
        super(message);
    }

    public UnusableInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
