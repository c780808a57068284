package org.fiducial.facility.trend;

import java.util.Arrays;
import org.fiducial.metrology.numeric.TheilSen;

/**
 * The slope of a segment over time by Theil and Sen, with its interval of 95 % ({@link TheilSen}); of the newest {@value #MOST}
 * points where there are more.
 */
public sealed interface Drift {

    /** With fewer points no interval of 95 % exists. */
    int FEWEST = 5;

    /** Half a million pairs take a tenth of a second. */
    int MOST = 1000;

    double CONFIDENCE = 0.95;

    /**
     * A slope.
     *
     * @param perDay in the unit of the series a day
     * @param lowPerDay lower end of the interval
     * @param highPerDay upper end
     * @param probability of such a trend by chance, both sides
     * @param rest how neighbouring deviations from the line correlate; where that matters the interval is too narrow
     */
    record Slope(double perDay, double lowPerDay, double highPerDay, double probability, Autocorrelation rest)
            implements Drift {

        /** Whether the interval leaves out zero: values rise, or fall. */
        public boolean isDrift() {
            return lowPerDay > 0 || highPerDay < 0;
        }
    }

    /**
     * No slope.
     *
     * @param points how many there are: too few, or all of one time
     */
    record NoSlope(int points) implements Drift {}

    /** The slope of a segment. */
    static Drift of(Segment segment) {
        int n = segment.size();
        int from = Math.max(0, n - MOST);
        double[] days = Arrays.copyOfRange(segment.days(), from, n);
        double[] values = Arrays.copyOfRange(segment.values(), from, n);
        if (n < FEWEST) {
            return new NoSlope(n);
        }
        return TheilSen.through(days, values, CONFIDENCE)
                .<Drift>map(line -> {
                    double[] rest = new double[values.length];
                    for (int i = 0; i < rest.length; i++) {
                        rest[i] = values[i] - line.intercept() - line.slope() * days[i];
                    }
                    return new Slope(
                            line.slope(), line.low(), line.high(), line.probability(), Autocorrelation.of(rest));
                })
                .orElse(new NoSlope(n));
    }
}
