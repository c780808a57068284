package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.bead.BeadWatch;
import org.fiducial.metrology.image.CountedStack;
import org.fiducial.metrology.image.PixelPlane;
import org.fiducial.metrology.image.StackShape;

/**
 * A channel in coarse pixels, the means of square bins, to look for large things.
 *
 * @param planes one a plane, row by row
 * @param width columns
 * @param height rows
 * @param binning pixels of the stack along each axis that make one; what is left over at the right and lower side is not seen
 */
record BinnedStack(List<float[]> planes, int width, int height, int binning) {

    static BinnedStack read(CountedStack stack, int channel, int binning, BeadWatch watch) {
        StackShape shape = stack.shape();
        int width = Math.max(1, shape.width() / binning);
        int height = Math.max(1, shape.height() / binning);
        PixelPlane plane = new PixelPlane(stack.pixelType(), shape.planeSize());
        List<float[]> planes = new ArrayList<>();
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
                coarse[i] /= binning * binning;
            }
            planes.add(coarse);
        }
        return new BinnedStack(planes, width, height, binning);
    }

    /** The brightest of each column. */
    float[] fromAbove() {
        float[] highest = planes.get(0).clone();
        for (float[] plane : planes) {
            for (int i = 0; i < highest.length; i++) {
                highest[i] = Math.max(highest[i], plane[i]);
            }
        }
        return highest;
    }

    /** The centre of gravity along z of the column over a patch, above the column's darkest plane. */
    double brightestPlane(Patch patch) {
        int at = (int) Math.rint(patch.y()) * width + (int) Math.rint(patch.x());
        double lowest = Double.POSITIVE_INFINITY;
        for (float[] plane : planes) {
            lowest = Math.min(lowest, plane[at]);
        }
        double sum = 0;
        double moment = 0;
        for (int z = 0; z < planes.size(); z++) {
            double above = planes.get(z)[at] - lowest;
            sum += above;
            moment += z * above;
        }
        return sum > 0 ? moment / sum : 0.5 * (planes.size() - 1);
    }
}
