package org.fiducial.facility.advice;

/**
 * The interval that each outcome moves: longer by a share after a good check, shorter by another after a bad one. It comes to
 * rest nowhere, but hovers where (1 + a)^R (1 − b)^(1 − R) = 1. Source: NCSLI RP-1, method A1; ILAC-G24, method 1.
 *
 * @param up a, above 0
 * @param down b, in (0, 1)
 */
public record Staircase(double up, double down) {

    public Staircase {
        if (!(up > 0) || !(down > 0 && down < 1)) {
            throw new IllegalArgumentException(
                    "a staircase goes up by more than 0 and down by more than 0 and less than 1, was " + up + " and "
                            + down);
        }
    }

    /** The staircase that hovers where a share of checks is good: b = 1 − (1 + a)^(−R/(1 − R)). */
    public static Staircase hoveringAt(double target, double up) {
        return new Staircase(up, 1 - Math.pow(1 + up, -target / (1 - target)));
    }

    /** The share of good checks at which it hovers: ln(1 − b) / (ln(1 − b) − ln(1 + a)). */
    public double hoversAt() {
        return Math.log1p(-down) / (Math.log1p(-down) - Math.log1p(up));
    }

    /** The interval after a check. */
    public double after(double interval, boolean good) {
        return interval * (good ? 1 + up : 1 - down);
    }
}
