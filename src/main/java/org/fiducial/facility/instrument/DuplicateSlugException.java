package org.fiducial.facility.instrument;

import java.io.Serial;

/** Something of this kind and address name exists already. */
public final class DuplicateSlugException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * The sentence.
     *
     * @param what the kind with its article, for instance {@code an instrument}
     */
    public DuplicateSlugException(String what, String slug) {
        super("There is already " + what + " '" + slug + "'; choose another address name.");
    }
}
