package org.fiducial.metrology.power;

import java.util.Arrays;
import org.fiducial.metrology.numeric.Numbers;

/**
 * One growing column of readings [n], 8 bytes a value or less: a stretch of evenly rising values, as line numbers and
 * regular times are, is kept as its first value and step. Ten million readings of time and power take 80 to 160 MB.
 */
final class ReadingColumn implements Numbers {

    private static final int BITS = 14;
    private static final int STRETCH = 1 << BITS;
    private static final int MASK = STRETCH - 1;

    private double[][] stretches;
    private int size;

    /** An empty column with room for the expected number of readings. */
    ReadingColumn(int expected) {
        this.stretches = new double[Math.max(1, (expected >> BITS) + 1)][];
    }

    static ReadingColumn of(double... values) {
        ReadingColumn column = new ReadingColumn(values.length);
        for (double value : values) {
            column.add(value);
        }
        return column;
    }

    void add(double value) {
        int stretch = size >> BITS;
        int place = size & MASK;
        if (place == 0) {
            if (stretch > 0) {
                stretches[stretch - 1] = packed(stretches[stretch - 1]);
            }
            if (stretch == stretches.length) {
                stretches = Arrays.copyOf(stretches, 2 * stretch);
            }
            stretches[stretch] = new double[stretch == 0 ? 64 : STRETCH];
        } else if (place == stretches[stretch].length) {
            stretches[stretch] = Arrays.copyOf(stretches[stretch], 4 * place);
        }
        stretches[stretch][place] = value;
        size++;
    }

    /** First value and step where these give every value to the bit, else the stretch itself. */
    private static double[] packed(double[] stretch) {
        double first = stretch[0];
        double step = stretch[1] - first;
        for (int i = 0; i < stretch.length; i++) {
            if (first + i * step != stretch[i]) {
                return stretch;
            }
        }
        return new double[] {first, step};
    }

    @Override
    public double get(int index) {
        double[] stretch = stretches[index >> BITS];
        int place = index & MASK;
        return stretch.length == 2 ? stretch[0] + place * stretch[1] : stretch[place];
    }

    @Override
    public int size() {
        return size;
    }

    /** A copy of all values. */
    double[] toArray() {
        double[] copy = new double[size];
        for (int i = 0; i < size; i++) {
            copy[i] = get(i);
        }
        return copy;
    }
}
