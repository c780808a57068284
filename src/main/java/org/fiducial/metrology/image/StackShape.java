package org.fiducial.metrology.image;

/**
 * The extent of a stack, each at least one.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param depth planes along z
 * @param channels number of channels
 * @param times number of time points
 */
public record StackShape(int width, int height, int depth, int channels, int times) {

    public StackShape {
        if (width < 1 || height < 1 || depth < 1 || channels < 1 || times < 1) {
            throw new IllegalArgumentException("every extent of a stack must be at least 1, was " + width + "x" + height
                    + "x" + depth + ", " + channels + " channels, " + times + " times");
        }
    }

    /** Pixels in one plane. */
    public int planeSize() {
        return Math.multiplyExact(width, height);
    }
}
