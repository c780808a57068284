package org.fiducial.facility.advice;

import java.util.Arrays;
import java.util.List;

/**
 * The intervals people plan by [months], shortest first. What is advised is one of them.
 *
 * @param rungs above 0, rising
 */
public record Ladder(List<Double> rungs) {

    private static final double MONTHS_PER_WEEK = 7 / History.DAYS_PER_MONTH;

    /** One and two weeks, 1, 2, 3, 6 and 12 months. */
    public static final Ladder USUAL = of(MONTHS_PER_WEEK, 2 * MONTHS_PER_WEEK, 1, 2, 3, 6, 12);

    /** A written month and one of so many days differ by a rounding. */
    private static final double ROUNDING = 1 + 1e-9;

    public Ladder {
        rungs = List.copyOf(rungs);
        for (int i = 0; i < rungs.size(); i++) {
            if (!(rungs.get(i) > (i == 0 ? 0 : rungs.get(i - 1)))) {
                throw new IllegalArgumentException("the rungs of a ladder rise from above 0, were " + rungs);
            }
        }
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("a ladder has a rung");
        }
    }

    /** A ladder of rungs. */
    public static Ladder of(double... rungs) {
        return new Ladder(Arrays.stream(rungs).boxed().toList());
    }

    /** The same with rungs so many times as long. */
    public Ladder times(double factor) {
        return new Ladder(rungs.stream().map(rung -> factor * rung).toList());
    }

    /** The longest rung that is no longer than an interval; the shortest rung where none is. */
    public double down(double months) {
        double found = rungs.get(0);
        for (double rung : rungs) {
            found = rung <= months * ROUNDING ? rung : found;
        }
        return found;
    }

    /** The rung an interval is nearest to by its ratio; the shorter of two. */
    public double nearest(double months) {
        double found = rungs.get(0);
        for (double rung : rungs) {
            found = Math.abs(Math.log(rung / months)) < Math.abs(Math.log(found / months)) ? rung : found;
        }
        return found;
    }
}
