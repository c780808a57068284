package org.fiducial.metrology.simulation;

/**
 * Full widths at half maximum along the axes of the stack.
 *
 * @param xUm [µm]
 * @param yUm [µm]
 * @param zUm [µm]
 */
public record Widths(double xUm, double yUm, double zUm) {

    public Widths {
        if (!(xUm > 0 && yUm > 0 && zUm > 0)) {
            throw new IllegalArgumentException(
                    "a width must be positive, was " + xUm + " x " + yUm + " x " + zUm + " µm");
        }
    }
}
