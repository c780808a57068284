package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells beads from what surrounds every bead: noise on its top, rings, arms and tails of its image.
 *
 * <p>A maximum near a higher spot is part of that spot's image if no valley lies between them, or if its height is
 * explained by symmetry (the ring of the same radius, the opposite place) or by what the other spots of the field show at
 * the same place. What the whole field shares is the instrument, not a neighbour.
 */
final class HaloFilter {

    /** How far the image of a bright bead may disturb [FWHM]. */
    private static final double REACH = 10;
    /** A tail common to the field is looked for within this distance [FWHM]. */
    private static final double TAIL_REACH = 6;

    private static final double RING_FACTOR = 2.5;
    private static final double MIRROR_REACH = 3.5;
    private static final double MIRROR_FACTOR = 1.5;
    /** Where there are no other spots to compare with, a lower side maximum is taken as a tail of the image. */
    private static final double LONELY_TAIL = 0.35;

    private static final int COMPARED_SPOTS = 40;
    private static final int FEWEST_OTHERS = 3;
    private static final double EQUAL_LOBES = 0.7;

    private final Image band;
    private final double fwhmPx;
    private final Map<Spot, double[]> rings = new HashMap<>();

    /** A band-passed projection [height * width]. */
    static final class Image {

        private final float[] values;
        private final int width;
        private final int height;

        Image(float[] values, int width, int height) {
            this.values = values;
            this.width = width;
            this.height = height;
        }

        double at(int x, int y) {
            return values[y * width + x];
        }

        boolean contains(int x, int y) {
            return x >= 0 && y >= 0 && x < width && y < height;
        }

        /** The highest value of 3 × 3 pixels; zero outside. */
        double highestNear(int x, int y) {
            double highest = 0;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    if (contains(x + dx, y + dy)) {
                        highest = Math.max(highest, at(x + dx, y + dy));
                    }
                }
            }
            return highest;
        }
    }

    HaloFilter(Image band, double fwhmPx) {
        this.band = band;
        this.fwhmPx = fwhmPx;
    }

    /** The maxima, highest first, without those that belong to the image of a higher one. */
    List<Spot> withoutHalos(List<Spot> maxima) {
        SpotGrid kept = new SpotGrid(REACH * fwhmPx);
        List<Spot> dominant = dominant(maxima);
        List<Spot> result = new ArrayList<>();
        for (Spot spot : maxima) {
            if (kept.near(spot, REACH * fwhmPx).stream().noneMatch(higher -> belongsTo(spot, higher, dominant))) {
                kept.add(spot);
                result.add(spot);
            }
        }
        return result;
    }

    /** The highest spots without a higher one close by: what the others are compared with. */
    private List<Spot> dominant(List<Spot> maxima) {
        SpotGrid seen = new SpotGrid(TAIL_REACH * fwhmPx);
        List<Spot> result = new ArrayList<>();
        for (Spot spot : maxima) {
            if (result.size() == COMPARED_SPOTS) {
                break;
            }
            if (seen.near(spot, TAIL_REACH * fwhmPx).isEmpty()) {
                result.add(spot);
            }
            seen.add(spot);
        }
        return result;
    }

    private boolean belongsTo(Spot spot, Spot higher, List<Spot> dominant) {
        double distance = spot.distance(higher);
        double share = spot.height() / higher.height();
        if (distance < 1.3 * fwhmPx && !hasValley(spot, higher)) {
            return true;
        }
        double noise = 4 * spot.noise();
        if (spot.height() < RING_FACTOR * ring(higher, distance) + noise && share < 0.5) {
            return true;
        }
        double opposite = band.highestNear(2 * higher.x() - spot.x(), 2 * higher.y() - spot.y());
        // Farther out, two beads may stand opposite each other by chance.
        if (distance < MIRROR_REACH * fwhmPx && spot.height() < MIRROR_FACTOR * opposite + noise && share < 0.5) {
            return true;
        }
        return distance < TAIL_REACH * fwhmPx && isCommon(spot, higher, dominant);
    }

    /** Whether the straight way between two maxima dips by more than noise. */
    private boolean hasValley(Spot spot, Spot higher) {
        int steps = (int) Math.ceil(2 * spot.distance(higher));
        double lowest = spot.height();
        double level = band.at(spot.x(), spot.y());
        for (int i = 1; i < steps; i++) {
            double t = (double) i / steps;
            int x = (int) Math.rint(spot.x() + t * (higher.x() - spot.x()));
            int y = (int) Math.rint(spot.y() + t * (higher.y() - spot.y()));
            lowest = Math.min(lowest, spot.height() - level + band.at(x, y));
        }
        return spot.height() - lowest > Math.max(3 * spot.noise(), 0.1 * spot.height());
    }

    /** The median of the band-passed image on a circle round a spot. */
    private double ring(Spot spot, double radius) {
        double[] profile = rings.computeIfAbsent(spot, this::ringProfile);
        return profile[(int) Math.min(profile.length - 1, Math.rint(radius))];
    }

    private double[] ringProfile(Spot spot) {
        double[] profile = new double[(int) Math.ceil(REACH * fwhmPx) + 2];
        for (int r = 1; r < profile.length; r++) {
            int points = Math.max(8, Math.min(64, (int) Math.rint(2 * Math.PI * r)));
            double[] values = new double[points];
            int n = 0;
            for (int i = 0; i < points; i++) {
                double angle = 2 * Math.PI * i / points;
                int x = (int) Math.rint(spot.x() + r * Math.cos(angle));
                int y = (int) Math.rint(spot.y() + r * Math.sin(angle));
                if (band.contains(x, y)) {
                    values[n++] = band.at(x, y);
                }
            }
            Arrays.sort(values, 0, n);
            profile[r] = n == 0 ? 0 : Math.max(0, values[n / 2]);
        }
        return profile;
    }

    /** Whether at least half of the other dominant spots show as much light at the same place relative to them. */
    private boolean isCommon(Spot spot, Spot higher, List<Spot> dominant) {
        double share = spot.height() / higher.height();
        int dx = spot.x() - higher.x();
        int dy = spot.y() - higher.y();
        int others = 0;
        int alike = 0;
        for (Spot other : dominant) {
            boolean visible = share * other.height() > 3 * other.noise();
            if (other.equals(higher) || other.equals(spot) || !visible) {
                continue;
            }
            others++;
            // Of two lobes of about equal height either may be the higher one.
            double there = band.highestNear(other.x() + dx, other.y() + dy);
            double opposite = share > EQUAL_LOBES ? band.highestNear(other.x() - dx, other.y() - dy) : 0;
            if (Math.max(there, opposite) > 0.5 * share * other.height()) {
                alike++;
            }
        }
        return others < FEWEST_OTHERS ? share < LONELY_TAIL : 2 * alike >= others;
    }
}
