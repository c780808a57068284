package org.fiducial.metrology.simulation;

/**
 * Light that does not come from the beads: a plane through a value at the middle of the stack.
 *
 * @param electrons level at the middle of the stack [e⁻]
 * @param perUmX slope along x [e⁻/µm]
 * @param perUmY slope along y [e⁻/µm]
 * @param perUmZ slope along z [e⁻/µm]
 */
public record Background(double electrons, double perUmX, double perUmY, double perUmZ) {

    public Background {
        if (!(electrons >= 0)) {
            throw new IllegalArgumentException("background must not be negative, was " + electrons + " e⁻");
        }
    }

    /** The same level everywhere. */
    public static Background constant(double electrons) {
        return new Background(electrons, 0, 0, 0);
    }

    /** The level at an offset from the middle of the stack, never below zero [e⁻]. */
    double at(double xUm, double yUm, double zUm) {
        return Math.max(0, electrons + perUmX * xUm + perUmY * yUm + perUmZ * zUm);
    }
}
