package org.fiducial.metrology.numeric;

/** Numbers by their index, wherever they are kept: statistics over ten million of them need no copy. */
public interface Numbers {

    /** How many. */
    int size();

    /** The number at an index below the size. */
    double get(int index);

    /** The numbers of an array, not copied. */
    static Numbers of(double... values) {
        return new Numbers() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public double get(int index) {
                return values[index];
            }
        };
    }
}
