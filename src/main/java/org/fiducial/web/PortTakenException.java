package org.fiducial.web;

import java.io.Serial;

/** Another program listens at the address; the message is the sentence the user reads. */
public final class PortTakenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PortTakenException(WebServer.Address address, Throwable cause) {
        super(
                "Port " + address.port() + " of " + address.host()
                        + " is in use by another program, or may not be used; choose another one with --port.",
                cause);
    }
}
