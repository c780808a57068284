package org.fiducial.metrology.psf;

import java.util.Locale;

/**
 * Where a bead stands in a result.
 *
 * @param number counts from 1; the same bead in another channel has the same number
 * @param channel counted from 1
 * @param input index of the file it was found in, from 0
 */
record BeadPlace(int number, int channel, int input) {

    /** The id of its item, for instance {@code c1-b007}. */
    String id() {
        return String.format(Locale.ROOT, "c%d-b%03d", channel, number);
    }
}
