package org.fiducial.metrology.power;

import java.util.Arrays;
import java.util.Optional;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.numeric.RankSelection;
import org.fiducial.metrology.power.JudgedSeries.Tests;

/**
 * Judges each reading of a series. What acquisition or meter caused is rejected (at or below the floor, over the range, a
 * second reading of one time); what the light source may have caused is flagged and counts (a spike or drop-out is the
 * finding), as do gaps and readings out of order.
 *
 * <ul>
 *   <li>GAP: a pause above 1.5 times the median interval, and above the median by 5 robust spreads of the intervals where
 *       these scatter; a pause between two pulses of a train, or while other lines or set points have their turn, is none.
 *   <li>SPIKE: the steps into and out of the reading have opposite signs and both lie more than 5 robust spreads (1.4826
 *       MAD) from the median step. The spread is taken as 0.1 % of the median power at least, so that in a record without
 *       noise a spike is 0.5 % of the power. Needs 8 readings; the first and the last cannot be judged.
 *   <li>OUT_OF_ORDER: an earlier time than that of a reading above it.
 * </ul>
 */
final class ReadingJudge {

    /** Robust spreads a step must leave the median step by. */
    static final double SPIKE_SCORE = 5;

    private static final double GAP_FACTOR = 1.5;
    private static final double SPREADS = 5;
    private static final double SIGMA_PER_MAD = 1.482602218505602;
    private static final double LEAST_STEP_SHARE = 1e-3;
    private static final int FEWEST_FOR_SPIKES = 8;

    private final MeterRange range;

    ReadingJudge(MeterRange range) {
        this.range = range;
    }

    JudgedSeries judge(PowerSeries series, MeterScale scale) {
        ReadingFlags flags = new ReadingFlags(series.size());
        range(series, flags);
        Optional<ReadingColumn> time = series.timing().timeS();
        int[] order = time.map(TimeOrder::of).orElseGet(() -> fileOrder(series.size()));
        time.ifPresent(timeS -> times(timeS, order, flags));
        int[] counting = counting(order, flags);
        Stays stays = Stays.of(series);
        double pause = time.map(timeS -> gaps(timeS, counting, stays, flags)).orElse(0.0);
        double[] step = spikes(series.powerMw(), counting, flags);
        return new JudgedSeries(
                series,
                flags,
                counting,
                new Tests(pause, step[0], step[1], range.floorMw(series.key()), range.rangeMw()),
                scale);
    }

    private static int[] fileOrder(int n) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        return order;
    }

    private static int[] counting(int[] order, ReadingFlags flags) {
        int n = 0;
        for (int place : order) {
            if (!flags.rejected(place)) {
                n++;
            }
        }
        if (n == order.length) {
            return order;
        }
        int[] counting = new int[n];
        int next = 0;
        for (int place : order) {
            if (!flags.rejected(place)) {
                counting[next++] = place;
            }
        }
        return counting;
    }

    private void range(PowerSeries series, ReadingFlags flags) {
        double floorMw = range.floorMw(series.key());
        for (int i = 0; i < series.size(); i++) {
            double power = series.powerMw().get(i);
            if (power <= floorMw) {
                flags.raise(i, ReadingCode.BELOW_FLOOR);
            }
            if (power >= range.rangeMw()) {
                flags.raise(i, ReadingCode.METER_SATURATED);
            }
        }
    }

    private static void times(Numbers timeS, int[] order, ReadingFlags flags) {
        double latest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < timeS.size(); i++) {
            if (timeS.get(i) < latest) {
                flags.raise(i, ReadingCode.OUT_OF_ORDER);
            }
            latest = Math.max(latest, timeS.get(i));
        }
        for (int k = 1; k < order.length; k++) {
            if (timeS.get(order[k]) == timeS.get(order[k - 1])) {
                flags.raise(order[k], ReadingCode.DUPLICATE_TIME);
            }
        }
    }

    /** Flags the gaps and gives the longest pause that is none. */
    private static double gaps(Numbers timeS, int[] order, Stays stays, ReadingFlags flags) {
        Numbers intervals = stays.intervals(timeS, order);
        if (intervals.size() < 2) {
            return 0;
        }
        double median = RankSelection.median(intervals);
        double spread = SIGMA_PER_MAD * RankSelection.median(distances(intervals, median));
        double longest = Math.max(GAP_FACTOR * median, median + SPREADS * spread);
        for (int i = 1; i < order.length; i++) {
            if (stays.together(order[i - 1], order[i]) && timeS.get(order[i]) - timeS.get(order[i - 1]) > longest) {
                flags.raise(order[i], ReadingCode.GAP);
            }
        }
        return longest;
    }

    /** Flags the spikes and gives the spread and the median of the steps. */
    private static double[] spikes(Numbers powerMw, int[] order, ReadingFlags flags) {
        if (order.length < FEWEST_FOR_SPIKES) {
            return new double[2];
        }
        Numbers steps = steps(powerMw, order);
        double median = RankSelection.median(steps);
        double spread = SIGMA_PER_MAD * RankSelection.median(distances(steps, median));
        double level = Math.abs(RankSelection.median(pick(powerMw, order)));
        double scale = Math.max(spread, LEAST_STEP_SHARE * level);
        for (int i = 0; i + 1 < steps.size() && scale > 0; i++) {
            double in = (steps.get(i) - median) / scale;
            double out = (steps.get(i + 1) - median) / scale;
            if (in * out < 0 && Math.min(Math.abs(in), Math.abs(out)) > SPIKE_SCORE) {
                flags.raise(order[i + 1], ReadingCode.SPIKE);
            }
        }
        return new double[] {scale, median};
    }

    private static Numbers pick(Numbers column, int[] order) {
        return new Numbers() {
            @Override
            public int size() {
                return order.length;
            }

            @Override
            public double get(int index) {
                return column.get(order[index]);
            }
        };
    }

    private static Numbers steps(Numbers column, int[] order) {
        return new Numbers() {
            @Override
            public int size() {
                return order.length - 1;
            }

            @Override
            public double get(int index) {
                return column.get(order[index + 1]) - column.get(order[index]);
            }
        };
    }

    private static Numbers distances(Numbers values, double from) {
        return new Numbers() {
            @Override
            public int size() {
                return values.size();
            }

            @Override
            public double get(int index) {
                return Math.abs(values.get(index) - from);
            }
        };
    }
}
