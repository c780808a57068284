package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.fiducial.metrology.numeric.AllanDeviation;
import org.fiducial.metrology.numeric.Numbers;

/**
 * The Allan deviation of a series at the averaging times where it means something: evenly sampled readings, and at least 20
 * averages.
 *
 * @param points by rising averaging time; empty where the sampling is not even
 */
record AllanPoints(List<Point> points) {

    /** Averages an Allan deviation needs at least. */
    static final int FEWEST_AVERAGES = 20;

    /** Share of the intervals that must lie within 10 % of the median. */
    static final double REGULAR = 0.99;

    private static final double NAMED_WITHIN = 0.05;

    /**
     * The deviation at one averaging time.
     *
     * @param tauS averaging time in s
     * @param readings readings an average
     * @param percent Allan deviation in % of the mean power
     */
    record Point(double tauS, int readings, double percent) {}

    static boolean even(Sampling sampling) {
        return sampling.regularShare() >= REGULAR
                && Math.abs(sampling.meanIntervalS() / sampling.medianIntervalS() - 1) < NAMED_WITHIN;
    }

    /** At 1, 2, 4, 8 … intervals and at 1, 10 and 60 s where these are multiples of the interval. */
    static AllanPoints of(JudgedSeries series, Sampling sampling, double meanMw) {
        if (!even(sampling)) {
            return new AllanPoints(List.of());
        }
        Numbers powerMw = series.powerMw();
        double interval = sampling.meanIntervalS();
        TreeSet<Integer> averages = new TreeSet<>();
        for (long m = 1; powerMw.size() / m >= FEWEST_AVERAGES; m *= 2) {
            averages.add((int) m);
        }
        for (double tau : List.of(1.0, 10.0, 60.0)) {
            long m = Math.round(tau / interval);
            if (m >= 1 && isNear(m * interval, tau) && powerMw.size() / m >= FEWEST_AVERAGES) {
                averages.add((int) m);
            }
        }
        List<Point> points = new ArrayList<>();
        for (int m : averages) {
            points.add(new Point(m * interval, m, 100 * AllanDeviation.of(powerMw, m) / meanMw));
        }
        return new AllanPoints(List.copyOf(points));
    }

    static boolean isNear(double tauS, double wantedS) {
        return Math.abs(tauS / wantedS - 1) < NAMED_WITHIN;
    }
}
