package org.fiducial.metrology.coregistration;

import java.util.Locale;

/**
 * A bead with its place in the result.
 *
 * @param number counts from 1; the same bead in another channel has the same number
 * @param channel counted from 1
 * @param input index of the file it was found in, from 0
 * @param ambiguous whether another bead of the channel claims the same place, so that it is paired with none
 * @param bead as this channel shows it
 */
record NumberedBead(int number, int channel, int input, boolean ambiguous, LocatedBead bead) {

    /** The id of its item, for instance {@code c1-b007}. */
    String id() {
        return String.format(Locale.ROOT, "c%d-b%03d", channel, number);
    }

    /** Whether it may be paired. */
    boolean counts() {
        return bead.counts() && !ambiguous;
    }
}
