package org.fiducial.metrology.power;

import java.util.Arrays;
import java.util.List;
import org.fiducial.metrology.numeric.Numbers;

/**
 * The stays of a series: stretches of readings without a planned pause between them. A series that pauses after every other
 * reading, as of lines that take turns, has one stay.
 */
final class Stays {

    /** Where all stays but the first begin, by place in the series, rising. */
    private final int[] begins;

    private Stays(int[] begins) {
        this.begins = begins;
    }

    static Stays of(PowerSeries series) {
        List<Integer> resumed = series.timing().resumed();
        boolean inTurns = 2 * resumed.size() >= series.size();
        return new Stays(
                inTurns
                        ? new int[0]
                        : resumed.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Whether two readings belong to one stay. */
    boolean together(int one, int other) {
        return begins.length == 0 || stay(one) == stay(other);
    }

    /** Which stay a reading belongs to, counted from 0. */
    private int stay(int place) {
        int found = Arrays.binarySearch(begins, place);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The intervals between neighbours within the stays. */
    Numbers intervals(Numbers timeS, int[] order) {
        if (begins.length == 0) {
            return new Numbers() {
                @Override
                public int size() {
                    return Math.max(0, order.length - 1);
                }

                @Override
                public double get(int index) {
                    return timeS.get(order[index + 1]) - timeS.get(order[index]);
                }
            };
        }
        double[] intervals = new double[order.length];
        int n = 0;
        for (int i = 1; i < order.length; i++) {
            if (together(order[i - 1], order[i])) {
                intervals[n++] = timeS.get(order[i]) - timeS.get(order[i - 1]);
            }
        }
        return Numbers.of(Arrays.copyOf(intervals, n));
    }
}
