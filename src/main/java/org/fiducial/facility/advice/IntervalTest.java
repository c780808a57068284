package org.fiducial.facility.advice;

import org.fiducial.metrology.numeric.BinomialLimits;

/**
 * Whether an interval keeps the share of good checks that is wanted: the target outside the limits of Clopper and Pearson says
 * that it does not. Source: NCSLI RP-1, method A3. It has three answers and needs many checks: with a target of 0.90 and limits
 * of 90 % it extends only after 29 good checks in a row.
 *
 * @param limits of the share of good checks
 * @param answer what they say
 */
public record IntervalTest(BinomialLimits limits, Answer answer) {

    /** What the test says. */
    public enum Answer {
        EXTEND,
        KEEP,
        SHORTEN
    }

    /**
     * The test of checks made at one interval.
     *
     * @param good how many were good
     * @param checks of how many
     * @param target the share wanted, in (0, 1)
     * @param confidence of the limits
     */
    public static IntervalTest of(int good, int checks, double target, double confidence) {
        BinomialLimits limits = BinomialLimits.of(good, checks, confidence);
        return new IntervalTest(limits, answer(limits, target));
    }

    private static Answer answer(BinomialLimits limits, double target) {
        if (limits.low() > target) {
            return Answer.EXTEND;
        }
        return limits.high() < target ? Answer.SHORTEN : Answer.KEEP;
    }

    /**
     * The interval at which the share would be the target if failures come at a constant rate: I ln R* / ln R.
     *
     * @param interval at which the checks were made [months]
     * @param share of good checks seen, in (0, 1)
     */
    public static double adjusted(double interval, double share, double target) {
        return interval * Math.log(target) / Math.log(share);
    }
}
