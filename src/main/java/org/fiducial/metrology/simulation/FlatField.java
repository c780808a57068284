package org.fiducial.metrology.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The image of a uniform slide in known light: I(u, v) = m (1 − r d²) with the distance d of (u, v) from the centre of the
 * light, relative to that of the farthest corner; u and v run from −1 to 1 from border to border. Photons are counted with
 * Poisson noise, one count each, and an offset is added.
 *
 * @param photons mean photons a pixel where the light is brightest
 * @param rollOff r: what is missing at the farthest corner, 0 to 1
 * @param centre of the light
 * @param detector what makes counts of photons
 * @param discs shades on it
 */
public record FlatField(double photons, double rollOff, Centre centre, Detector detector, List<Disc> discs) {

    /** A place in the field, −1 to 1 from border to border. */
    public record Centre(double u, double v) {}

    /**
     * A round shade.
     *
     * @param place of its centre
     * @param radiusPx radius in pixels
     * @param transmission share of the light that passes
     */
    public record Disc(Centre place, double radiusPx, double transmission) {}

    private static final double OFFSET = 100;

    public FlatField {
        discs = List.copyOf(discs);
        if (!(photons >= 0) || !(rollOff >= 0 && rollOff <= 1)) {
            throw new IllegalArgumentException(
                    "a field has photons >= 0 and a roll-off from 0 to 1, had " + photons + " and " + rollOff);
        }
    }

    /** The same light everywhere, over an offset of 100 counts. */
    public static FlatField even(double photons) {
        return paraboloid(photons, 0, 0, 0);
    }

    /** Light that falls off as a paraboloid, over an offset of 100 counts. */
    public static FlatField paraboloid(double photons, double rollOff, double u, double v) {
        return new FlatField(photons, rollOff, new Centre(u, v), Detector.camera(1, OFFSET, 0), List.of());
    }

    /** The same field over another offset [counts]. */
    public FlatField withOffset(double counts) {
        return new FlatField(photons, rollOff, centre, Detector.camera(1, counts, 0), discs);
    }

    /** The same field with a shade on it. */
    public FlatField withDisc(double u, double v, double radiusPx, double transmission) {
        Disc disc = new Disc(new Centre(u, v), radiusPx, transmission);
        return new FlatField(
                photons,
                rollOff,
                centre,
                detector,
                Stream.concat(discs.stream(), Stream.of(disc)).toList());
    }

    /** The same field on a detector that gives no more than a number of counts. */
    public FlatField clippedAt(double counts) {
        Detector clipped = detector.averaging(new Averaging(1, counts));
        return new FlatField(photons, rollOff, centre, clipped, discs);
    }

    /** Least over largest of the light, the largest being at its centre. */
    public double least() {
        return 1 - rollOff;
    }

    /** Light at a place relative to that at the centre. */
    public double at(double u, double v) {
        double farthest = Math.hypot(1 + Math.abs(centre.u()), 1 + Math.abs(centre.v()));
        double d = Math.hypot(u - centre.u(), v - centre.v()) / farthest;
        return 1 - rollOff * d * d;
    }

    /**
     * One noisy image.
     *
     * @return [height * width] detector counts
     */
    public float[] image(int width, int height, RandomGenerator random) {
        PoissonSampler sampler = new PoissonSampler(random);
        float[] counts = new float[width * height];
        for (int y = 0; y < height; y++) {
            double v = (2.0 * y + 1) / height - 1;
            for (int x = 0; x < width; x++) {
                double u = (2.0 * x + 1) / width - 1;
                double light = photons * at(u, v);
                for (Disc disc : discs) {
                    double dx = (u - disc.place().u()) * width / 2;
                    double dy = (v - disc.place().v()) * height / 2;
                    light *= Math.hypot(dx, dy) <= disc.radiusPx() ? disc.transmission() : 1;
                }
                counts[y * width + x] = (float) detector.read(light, sampler, random);
            }
        }
        return counts;
    }
}
