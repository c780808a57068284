package org.fiducial.metrology.power;

import java.util.Optional;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.numeric.RankSelection;

/**
 * How a series was sampled in time: n readings over a duration.
 *
 * @param n readings
 * @param durationS from the first to the last reading in s
 * @param medianIntervalS median of the intervals in s
 * @param regularShare share of the intervals within 10 % of the median
 */
record Sampling(int n, double durationS, double medianIntervalS, double regularShare) {

    private static final double REGULAR = 0.1;

    /** The sampling of readings in the order of time; none with fewer than two or without times. */
    static Optional<Sampling> of(JudgedSeries series) {
        Optional<Numbers> times = series.timeS();
        if (times.isEmpty() || series.n() < 2) {
            return Optional.empty();
        }
        Numbers timeS = times.get();
        int n = timeS.size();
        Numbers intervals = new Numbers() {
            @Override
            public int size() {
                return n - 1;
            }

            @Override
            public double get(int index) {
                return timeS.get(index + 1) - timeS.get(index);
            }
        };
        double median = RankSelection.median(intervals);
        int regular = 0;
        for (int i = 0; i < n - 1; i++) {
            if (Math.abs(intervals.get(i) - median) <= REGULAR * median) {
                regular++;
            }
        }
        double duration = timeS.get(n - 1) - timeS.get(0);
        return duration > 0 ? Optional.of(new Sampling(n, duration, median, regular / (n - 1.0))) : Optional.empty();
    }

    double meanIntervalS() {
        return durationS / (n - 1);
    }

    double durationH() {
        return durationS / 3600;
    }
}
