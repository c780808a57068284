package org.fiducial.facility.instrument;

import java.io.Serial;

/** An instrument of this address name exists already. */
public final class DuplicateSlugException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public DuplicateSlugException(String slug) {
        super("There is already an instrument '" + slug + "'; choose another address name.");
    }
}
