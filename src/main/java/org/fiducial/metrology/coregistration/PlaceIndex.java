package org.fiducial.metrology.coregistration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.fiducial.metrology.bead.Position;

/** Places in order of x, so that near ones are found without looking at all. */
final class PlaceIndex {

    private final double[] x;
    private final double[] y;
    private final int[] order;

    PlaceIndex(List<Position> places) {
        this.order = IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places.get(i).x()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.x = Arrays.stream(order).mapToDouble(i -> places.get(i).x()).toArray();
        this.y = Arrays.stream(order).mapToDouble(i -> places.get(i).y()).toArray();
    }

    /** Index of the nearest place in the plane within a distance, −1 if there is none. */
    int nearest(Position from, double withinUm) {
        int best = -1;
        double shortest = withinUm;
        for (int k = first(from.x() - withinUm); k < x.length && x[k] <= from.x() + withinUm; k++) {
            double distance = Math.hypot(x[k] - from.x(), y[k] - from.y());
            if (distance <= shortest) {
                shortest = distance;
                best = order[k];
            }
        }
        return best;
    }

    /** Indices of the places within a distance in the plane, in order. */
    int[] within(Position from, double withinUm) {
        int first = first(from.x() - withinUm);
        return IntStream.range(first, x.length)
                .takeWhile(k -> x[k] <= from.x() + withinUm)
                .filter(k -> Math.hypot(x[k] - from.x(), y[k] - from.y()) <= withinUm)
                .map(k -> order[k])
                .sorted()
                .toArray();
    }

    private int first(double least) {
        int at = Arrays.binarySearch(x, least);
        int insertion = at >= 0 ? at : -at - 1;
        while (insertion > 0 && x[insertion - 1] >= least) {
            insertion--;
        }
        return insertion;
    }

    /** Indices of the nearest places to one of them, itself left out, nearest first. */
    static int[] neighbours(List<Position> places, int of, int most) {
        int[] nearest = new int[Math.min(most, places.size() - 1)];
        double[] distances = new double[nearest.length];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        Position from = places.get(of);
        for (int i = 0; i < places.size(); i++) {
            double distance =
                    Math.hypot(places.get(i).x() - from.x(), places.get(i).y() - from.y());
            int at = nearest.length - 1;
            if (i == of || nearest.length == 0 || distance >= distances[at]) {
                continue;
            }
            for (; at > 0 && distances[at - 1] > distance; at--) {
                distances[at] = distances[at - 1];
                nearest[at] = nearest[at - 1];
            }
            distances[at] = distance;
            nearest[at] = i;
        }
        return nearest;
    }
}
