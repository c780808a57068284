package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.numeric.Numbers;

/**
 * A long series for a picture: of each of equally many neighbouring readings the least and the largest, in the order of
 * time, so that no spike is lost; the readings themselves where they are few.
 *
 * @param x at most twice as many as asked for
 * @param y as many
 */
record Envelope(List<Double> x, List<Double> y) {

    static Envelope of(Numbers x, Numbers y, int bins) {
        int n = y.size();
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        if (n <= 2 * bins) {
            for (int i = 0; i < n; i++) {
                xs.add(x.get(i));
                ys.add(y.get(i));
            }
            return new Envelope(xs, ys);
        }
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) bin * n / bins);
            int to = (int) ((bin + 1L) * n / bins);
            int least = from;
            int largest = from;
            for (int i = from; i < to; i++) {
                least = y.get(i) < y.get(least) ? i : least;
                largest = y.get(i) > y.get(largest) ? i : largest;
            }
            for (int i : new int[] {Math.min(least, largest), Math.max(least, largest)}) {
                xs.add(x.get(i));
                ys.add(y.get(i));
            }
        }
        return new Envelope(xs, ys);
    }
}
