package org.fiducial.metrology.field;

import java.util.Arrays;

/**
 * Figures of single pixels, offset included, as other tools give them; kept beside those of the surface for comparison.
 *
 * @param lowest least pixel of the mean image
 * @param highest largest pixel of the mean image
 * @param centroidX intensity-weighted mean of the pixel index along x, from 0
 * @param centroidY intensity-weighted mean of the pixel index along y, from 0
 * @param zoneCentring 100 − 200 d / diagonal [%], with the distance d of the image centre from the centroid of the pixels
 *     above 90 % of the largest after a Gaussian blur of σ = 2 pixels; as implemented in MetroloJ_QC 1.3.1.1
 */
record PixelFigures(float lowest, float highest, double centroidX, double centroidY, double zoneCentring) {

    private static final double BLUR_PX = 2;
    private static final double TOP = 0.9;

    /** The figures of a mean image as stored [height * width]. */
    static PixelFigures of(float[] counts, int width) {
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float each : counts) {
            lowest = Math.min(lowest, each);
            highest = Math.max(highest, each);
        }
        double[] centroid = centroid(counts, width);
        return new PixelFigures(lowest, highest, centroid[0], centroid[1], zoneCentring(counts, width));
    }

    private static double[] centroid(float[] counts, int width) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            x += (double) counts[i] * (i % width);
            int row = i / width;
            y += (double) counts[i] * row;
        }
        return new double[] {x / sum, y / sum};
    }

    private static double zoneCentring(float[] counts, int width) {
        int height = counts.length / width;
        float[] blurred = blurred(counts, width);
        float highest = Float.NEGATIVE_INFINITY;
        for (float each : blurred) {
            highest = Math.max(highest, each);
        }
        double x = 0;
        double y = 0;
        int n = 0;
        for (int i = 0; i < blurred.length; i++) {
            if (blurred[i] >= TOP * highest) {
                x += i % width;
                int row = i / width;
                y += row;
                n++;
            }
        }
        double distance = Math.hypot(x / n - 0.5 * (width - 1), y / n - 0.5 * (height - 1));
        return 100 - 200 * distance / Math.hypot(width, height);
    }

    private static float[] blurred(float[] counts, int width) {
        int radius = (int) Math.ceil(3 * BLUR_PX);
        double[] kernel = new double[2 * radius + 1];
        for (int k = -radius; k <= radius; k++) {
            kernel[k + radius] = Math.exp(-0.5 * k * k / (BLUR_PX * BLUR_PX));
        }
        double total = Arrays.stream(kernel).sum();
        int height = counts.length / width;
        float[] across = new float[counts.length];
        float[] both = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            double sum = 0;
            for (int k = -radius; k <= radius; k++) {
                int x = Math.max(0, Math.min(width - 1, i % width + k));
                sum += kernel[k + radius] * counts[i - i % width + x];
            }
            across[i] = (float) (sum / total);
        }
        for (int i = 0; i < counts.length; i++) {
            double sum = 0;
            for (int k = -radius; k <= radius; k++) {
                int y = Math.max(0, Math.min(height - 1, i / width + k));
                sum += kernel[k + radius] * across[y * width + i % width];
            }
            both[i] = (float) (sum / total);
        }
        return both;
    }
}
