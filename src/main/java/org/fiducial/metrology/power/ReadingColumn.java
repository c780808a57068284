package org.fiducial.metrology.power;

import java.util.Arrays;

/** One growing column of readings [n], 8 bytes a value: ten million readings of time and power take 160 MB. */
final class ReadingColumn {

    private static final int SMALLEST = 64;

    private double[] values;
    private int size;

    /** An empty column with room for the expected number of readings. */
    ReadingColumn(int expected) {
        this.values = new double[Math.max(SMALLEST, expected)];
    }

    static ReadingColumn of(double... values) {
        ReadingColumn column = new ReadingColumn(values.length);
        for (double value : values) {
            column.add(value);
        }
        return column;
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    double get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    /** A copy of all values. */
    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
