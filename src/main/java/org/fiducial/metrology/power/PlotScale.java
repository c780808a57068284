package org.fiducial.metrology.power;

import org.fiducial.metrology.numeric.Numbers;

/**
 * The unit a picture shows numbers in.
 *
 * @param unit its sign
 * @param factor the number in that unit over the number as computed
 */
record PlotScale(String unit, double factor) {

    /** For times up to a length. */
    static PlotScale time(double longestS) {
        if (longestS <= 600) {
            return new PlotScale("s", 1);
        }
        return longestS <= 5 * 3600 ? new PlotScale("min", 1.0 / 60) : new PlotScale("h", 1.0 / 3600);
    }

    /** For powers up to a largest. */
    static PlotScale power(double largestMw) {
        if (largestMw >= 0.1) {
            return new PlotScale("mW", 1);
        }
        return largestMw >= 1e-4 ? new PlotScale("µW", 1e3) : new PlotScale("nW", 1e6);
    }

    Numbers of(Numbers numbers) {
        return new Numbers() {
            @Override
            public int size() {
                return numbers.size();
            }

            @Override
            public double get(int index) {
                return numbers.get(index) * factor;
            }
        };
    }
}
