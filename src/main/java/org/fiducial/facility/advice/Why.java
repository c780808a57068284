package org.fiducial.facility.advice;

import java.util.List;
import java.util.Optional;

/**
 * What advice rests on.
 *
 * @param question what was asked
 * @param estimate what the checks of its own and of its sisters say
 */
public record Why(Question question, Estimate estimate) {

    /**
     * What is believed.
     *
     * @param perMonth the rate of failures, its median [1/month]
     * @param interval the interval that is right for it [months]
     * @param range within which the right interval lies, by the confidence of the adviser [months]
     */
    public record Estimate(double perMonth, double interval, Range range) {}

    /** The interval now [months]. */
    public double planned() {
        return question.planned();
    }

    /** Checks of its own that speak of the interval. */
    public Counts own() {
        return Counts.of(List.of(question.own().observations()));
    }

    /** Checks of its sisters that do. */
    public Counts sisters() {
        return question.sisters().counts();
    }

    /** Whether its own failures come by age, where that can be told. */
    public Optional<WearOut> wearOut() {
        return WearOut.of(question.own().observations());
    }

    /** What the planned interval costs and risks. */
    public Exposure now() {
        return at(planned());
    }

    /** What another interval would cost and risk. */
    public Exposure at(double months) {
        return new Exposure(months, estimate.perMonth());
    }
}
