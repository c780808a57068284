package org.fiducial.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.facility.advice.Adviser;
import org.fiducial.facility.advice.Aim;
import org.fiducial.facility.advice.ConstantRate;
import org.fiducial.facility.advice.Drifting;
import org.fiducial.facility.advice.History;
import org.fiducial.facility.advice.IntervalTest;
import org.fiducial.facility.advice.Ladder;
import org.fiducial.facility.advice.Observation;
import org.fiducial.facility.advice.Question;
import org.fiducial.facility.advice.Sisters;
import org.fiducial.facility.advice.Staircase;
import org.fiducial.facility.trend.Point;
import org.fiducial.facility.trend.Segment;
import org.fiducial.facility.trend.ToleranceBand;

/** How the interval of a simulated instrument is chosen after each check. */
interface IntervalRule {

    /** Shorter and longer than any plan: what no rule goes beyond [months]. */
    double SHORTEST = 0.2;

    double LONGEST = 24;

    /** The interval from now on [months]. */
    double next(Known known);

    /**
     * What is known after a check.
     *
     * @param planned the interval so far [months]
     * @param history what all checks of the instrument say
     * @param since observations since the interval was last changed
     * @param sisters what the rest of the fleet said at the beginning of the year
     * @param adjusted the values since the last adjustment
     * @param limits what they may not leave
     */
    record Known(
            double planned,
            History history,
            List<Observation> since,
            Sisters sisters,
            List<Point> adjusted,
            ToleranceBand limits) {

        boolean lastGood() {
            return last().map(Observation::isGood).orElse(true);
        }

        Optional<Observation> last() {
            List<Observation> all = history.observations();
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        }
    }

    /** Keeps what was planned. */
    static IntervalRule never() {
        return Known::planned;
    }

    /** Moves by each outcome. */
    static IntervalRule of(Staircase staircase) {
        return known -> within(staircase.after(known.planned(), known.lastGood()));
    }

    /** One rung up after so many good checks at an interval, one down after a bad one. */
    static IntervalRule rungs(int goodOnes) {
        return known -> {
            if (!known.lastGood()) {
                return rung(known.planned(), -1);
            }
            return known.since().size() >= goodOnes ? rung(known.planned(), 1) : known.planned();
        };
    }

    private static double rung(double planned, int steps) {
        List<Double> rungs = Ladder.USUAL.rungs();
        int at = rungs.indexOf(Ladder.USUAL.down(planned));
        return rungs.get(Math.max(0, Math.min(rungs.size() - 1, at + steps)));
    }

    /** The interval test on the checks made at the interval. */
    static IntervalRule intervalTest(double target, double confidence) {
        return known -> {
            int checks = known.since().size();
            int good = (int) known.since().stream().filter(Observation::isGood).count();
            if (checks == 0) {
                return known.planned();
            }
            return switch (IntervalTest.of(good, checks, target, confidence).answer()) {
                case KEEP -> known.planned();
                case EXTEND ->
                    good == checks
                            ? within(2 * known.planned())
                            : within(Math.min(
                                    2 * known.planned(),
                                    IntervalTest.adjusted(known.planned(), good / (double) checks, target)));
                case SHORTEN ->
                    good == 0
                            ? within(known.planned() / 2)
                            : within(IntervalTest.adjusted(known.planned(), good / (double) checks, target));
            };
        };
    }

    /** The most likely rate of its own checks; the bound of 95 % without failures. */
    static IntervalRule mostLikely(Aim aim) {
        return known -> {
            ConstantRate rate = ConstantRate.of(known.history().observations());
            double most = Math.max(known.planned(), 2 * known.history().longestGood());
            if (rate instanceof ConstantRate.Estimated estimated) {
                return within(Math.min(most, aim.interval(estimated.perMonth())));
            }
            if (rate instanceof ConstantRate.NoFailures none) {
                return within(Math.min(most, Math.max(known.planned(), aim.interval(none.atMost(0.95)))));
            }
            return rate instanceof ConstantRate.OnlyFailures ? within(known.planned() / 2) : known.planned();
        };
    }

    /**
     * The advice of an adviser.
     *
     * @param pooled whether sisters count
     * @param drift whether drift counts
     */
    static IntervalRule of(Adviser adviser, Aim aim, boolean pooled, boolean drift) {
        return known -> {
            Optional<Drifting> drifting = drift && known.adjusted().size() >= 5
                    ? Optional.of(Drifting.of(new Segment(0, known.adjusted(), Optional.empty()), known.limits()))
                    : Optional.empty();
            Question question = new Question(
                    known.planned(), aim, known.history(), pooled ? known.sisters() : Sisters.none(), drifting);
            OptionalDouble interval = adviser.interval(question);
            return interval.orElse(known.planned());
        };
    }

    private static double within(double months) {
        return Math.max(SHORTEST, Math.min(LONGEST, months));
    }
}
