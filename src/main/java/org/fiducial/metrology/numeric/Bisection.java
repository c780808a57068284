package org.fiducial.metrology.numeric;

import java.util.function.DoubleUnaryOperator;

/** Where a function that goes through zero once does so, by halving an interval until doubles end. */
public final class Bisection {

    /** Doubles end sooner. */
    private static final int MOST_HALVINGS = 200;

    private Bisection() {}

    /**
     * The zero of a falling function.
     *
     * @param f above zero at the lower end, below it at the upper one; else the end that is nearer to it is returned
     * @param low lower end
     * @param high upper end
     */
    public static double ofFalling(DoubleUnaryOperator f, double low, double high) {
        double from = low;
        double to = high;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double middle = 0.5 * (from + to);
            if (middle <= from || middle >= to) {
                break;
            }
            if (f.applyAsDouble(middle) > 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return 0.5 * (from + to);
    }

    /** The zero of a rising function: below zero at the lower end, above it at the upper one. */
    public static double ofRising(DoubleUnaryOperator f, double low, double high) {
        return ofFalling(x -> -f.applyAsDouble(x), low, high);
    }
}
