package org.fiducial.metrology.image;

/** Planes as plain numbers, for tests that compare them. */
public final class Planes {

    private Planes() {}

    /** Reads one plane into an array [height * width], row by row. */
    public static void read(ImageStack stack, int channel, int z, int time, float[] target) {
        PixelPlane plane = new PixelPlane(stack.pixelType(), stack.shape().planeSize());
        stack.readPlane(channel, z, time, plane);
        plane.copy(0, plane.size(), target, 0);
    }

    /** A plane with these pixels. */
    public static PixelPlane of(PixelType type, float... values) {
        PixelPlane plane = new PixelPlane(type, values.length);
        plane.fill(values);
        return plane;
    }
}
