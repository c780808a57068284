package org.fiducial.metrology.power;

import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.numeric.StraightLine;

/** What is left of readings when a mean or a line is taken from them, computed as asked for. */
final class Residuals {

    private Residuals() {}

    static Numbers of(Numbers x, Numbers y, StraightLine line) {
        double middle = line.at(line.meanX());
        return new Numbers() {
            @Override
            public int size() {
                return y.size();
            }

            @Override
            public double get(int index) {
                return y.get(index) - middle - line.slope() * (x.get(index) - line.meanX());
            }
        };
    }

    static Numbers of(Numbers y, double mean) {
        return new Numbers() {
            @Override
            public int size() {
                return y.size();
            }

            @Override
            public double get(int index) {
                return y.get(index) - mean;
            }
        };
    }
}
