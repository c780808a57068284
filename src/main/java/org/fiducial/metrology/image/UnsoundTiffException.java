package org.fiducial.metrology.image;

import java.io.IOException;
import java.io.Serial;

/** The structure of a TIFF file contradicts itself; the message says what was found, as the object of a sentence. */
final class UnsoundTiffException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnsoundTiffException(String found) {
        super(found);
    }
}
