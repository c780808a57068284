package org.fiducial.metrology.coregistration;

import java.util.Arrays;
import org.fiducial.metrology.bead.BeadWatch;
import org.fiducial.metrology.image.CountedStack;
import org.fiducial.metrology.image.PixelPlane;
import org.fiducial.metrology.image.StackShape;

/**
 * A channel from above in coarse pixels, to look for large things: of each square bin of a plane the mean, of each column the
 * brightest. What is left over at the right and lower side is not seen.
 */
final class CoarseView {

    private final float[] counts;
    private final int width;
    private final int height;
    private final int binning;

    private CoarseView(float[] counts, int width, int height, int binning) {
        this.counts = counts;
        this.width = width;
        this.height = height;
        this.binning = binning;
    }

    /** Reads a channel, given by its index from 0, plane by plane. */
    static CoarseView of(CountedStack stack, int channel, int binning, BeadWatch watch) {
        StackShape shape = stack.shape();
        int width = Math.max(1, shape.width() / binning);
        int height = Math.max(1, shape.height() / binning);
        PixelPlane plane = new PixelPlane(stack.pixelType(), shape.planeSize());
        float[] highest = new float[width * height];
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        for (int z = 0; z < shape.depth(); z++) {
            watch.step(BeadWatch.Stage.READING_PLANES, z, shape.depth());
            stack.readPlane(channel, z, 0, plane);
            plane.makeFinite();
            float[] coarse = new float[width * height];
            for (int y = 0; y < height * binning; y++) {
                for (int x = 0; x < width * binning; x++) {
                    coarse[y / binning * width + x / binning] += plane.at(y * shape.width() + x);
                }
            }
            for (int i = 0; i < coarse.length; i++) {
                highest[i] = Math.max(highest[i], coarse[i] / (binning * binning));
            }
        }
        return new CoarseView(highest, width, height, binning);
    }

    /** [height * width], row by row, in detector counts; not copied. */
    float[] counts() {
        return counts;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Pixels of the stack along each axis that make one. */
    int binning() {
        return binning;
    }
}
