package org.fiducial.metrology.image;

import java.io.IOException;
import java.io.Serial;

/** A Zarr image that is not understood; the message says what was found, as the object of a sentence. */
final class UnsoundZarrException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnsoundZarrException(String found) {
        super(found);
    }
}
