package org.fiducial.bench;

import java.util.Arrays;
import java.util.Locale;

/** Errors of one figure over many beads, relative to the truth. */
final class Sample {

    private double[] values = new double[256];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    int count() {
        return count;
    }

    double mean() {
        return Arrays.stream(values, 0, count).average().orElse(Double.NaN);
    }

    double sd() {
        double mean = mean();
        return Math.sqrt(Arrays.stream(values, 0, count)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (count - 1));
    }

    double median() {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : 0.5 * (sorted[(count - 1) / 2] + sorted[count / 2]);
    }

    /** A share as a percentage with its sign. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * share);
    }
}
