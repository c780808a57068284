package org.fiducial.facility.schedule;

/**
 * Which planned days are whose, where several light paths are taken in turn: of three the second has the 2nd, 5th, 8th
 * day.
 *
 * @param at from 0
 * @param of how many take turns
 */
public record Turn(int at, int of) {

    /** Every planned day. */
    public static final Turn ALWAYS = new Turn(0, 1);

    public Turn {
        if (of < 1 || at < 0 || at >= of) {
            throw new IllegalArgumentException("turn " + at + " of " + of + " is none");
        }
    }
}
