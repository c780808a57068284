package org.fiducial.metrology.simulation;

import java.util.stream.IntStream;

/**
 * A function of space tabulated on circles about the optical axis and read by cubic interpolation.
 *
 * <p>Radii r_i = i·stepR, angles φ_j = 2πj/angles (one angle for a round function), heights z_k = (k − half)·stepZ. The
 * function is the same at φ and −φ, as every aberration here is. In front
 * of r = 0 lies one circle of negative radius, which is the opposite side: f(−r, φ) = f(r, φ + π). Between 80 % of the
 * outermost radius or height and that itself the function fades to zero, so that no image ends with a step.
 */
final class PolarTable {

    private static final double FADE_FROM = 0.8;

    /** The shape of a table. */
    record Shape(int radii, int angles, int halfHeights, double stepRUm, double stepZUm) {

        int heights() {
            return 2 * halfHeights + 1;
        }

        double angle(int j) {
            return 2 * Math.PI * j / angles;
        }

        double heightUm(int k) {
            return (k - halfHeights) * stepZUm;
        }
    }

    /** A function of the place within one plane. */
    @FunctionalInterface
    interface InPlane {
        double at(double rUm, double phi);
    }

    /** A function of space, asked plane by plane so that it can prepare each. */
    @FunctionalInterface
    interface Source {
        InPlane plane(double zUm);
    }

    private final Shape shape;
    // [heights][radii + 1][angles], circle 0 at −stepR
    private final float[][] slices;

    private PolarTable(Shape shape, float[][] slices) {
        this.shape = shape;
        this.slices = slices;
    }

    static PolarTable of(Shape shape, Source source) {
        float[][] slices = IntStream.range(0, shape.heights())
                .parallel()
                .mapToObj(k -> slice(shape, source, shape.heightUm(k)))
                .toArray(float[][]::new);
        return new PolarTable(shape, slices);
    }

    private static float[] slice(Shape shape, Source source, double zUm) {
        int angles = shape.angles();
        float[] values = new float[(shape.radii() + 1) * angles];
        InPlane plane = source.plane(zUm);
        for (int i = 0; i < shape.radii(); i++) {
            double rUm = i * shape.stepRUm();
            double fade =
                    fade(i / (shape.radii() - 1.0)) * fade(Math.abs(zUm) / (shape.halfHeights() * shape.stepZUm()));
            for (int j = 0; j <= angles / 2; j++) {
                float value = (float) (fade * plane.at(rUm, shape.angle(j)));
                values[(i + 1) * angles + j] = value;
                values[(i + 1) * angles + (angles - j) % angles] = value;
            }
        }
        for (int j = 0; j < angles; j++) {
            values[j] = values[2 * angles + (j + angles / 2) % angles];
        }
        return values;
    }

    private static double fade(double share) {
        if (share <= FADE_FROM) {
            return 1;
        }
        return 0.5 * (1 + Math.cos(Math.PI * Math.min(1, (share - FADE_FROM) / (1 - FADE_FROM))));
    }

    Shape shape() {
        return shape;
    }

    double reachUm() {
        return (shape.radii() - 3) * shape.stepRUm();
    }

    double at(double xUm, double yUm, double zUm) {
        double position = zUm / shape.stepZUm() + shape.halfHeights();
        int k = (int) Math.floor(position);
        if (k < 1 || k > shape.heights() - 3) {
            return 0;
        }
        double t = position - k;
        double sum = 0;
        for (int tap = 0; tap < 4; tap++) {
            sum += Cubic.weight(tap, t) * inSlice(slices[k - 1 + tap], xUm, yUm);
        }
        return sum;
    }

    /** The values on all circles at one height, to be read by {@link #inSlice}; empty outside the table. */
    float[] sliceAt(double zUm) {
        double position = zUm / shape.stepZUm() + shape.halfHeights();
        int k = (int) Math.floor(position);
        if (k < 1 || k > shape.heights() - 3) {
            return new float[0];
        }
        double t = position - k;
        float[] result = new float[slices[0].length];
        for (int tap = 0; tap < 4; tap++) {
            double weight = Cubic.weight(tap, t);
            float[] slice = slices[k - 1 + tap];
            for (int i = 0; i < result.length; i++) {
                result[i] += (float) (weight * slice[i]);
            }
        }
        return result;
    }

    double inSlice(float[] slice, double xUm, double yUm) {
        double radius = Math.sqrt(xUm * xUm + yUm * yUm) / shape.stepRUm();
        int i = (int) radius;
        if (i > shape.radii() - 3 || slice.length == 0) {
            return 0;
        }
        double t = radius - i;
        if (shape.angles() == 1) {
            return Cubic.value(slice[i], slice[i + 1], slice[i + 2], slice[i + 3], t);
        }
        double turn = Math.atan2(yUm, xUm) / (2 * Math.PI);
        double angle = (turn - Math.floor(turn)) * shape.angles();
        int j = (int) angle;
        double s = angle - j;
        int row = i * shape.angles();
        return Cubic.value(
                onCircle(slice, row, j, s),
                onCircle(slice, row + shape.angles(), j, s),
                onCircle(slice, row + 2 * shape.angles(), j, s),
                onCircle(slice, row + 3 * shape.angles(), j, s),
                t);
    }

    private double onCircle(float[] slice, int row, int j, double s) {
        int n = shape.angles();
        return Cubic.value(
                slice[row + (j + n - 1) % n],
                slice[row + j % n],
                slice[row + (j + 1) % n],
                slice[row + (j + 2) % n],
                s);
    }
}
