package org.fiducial.facility.trend;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.numeric.StraightLine;
import org.fiducial.metrology.numeric.StudentDistribution;

/**
 * The day a drifting metric meets a limit. Only where Theil and Sen find a drift; then by least squares: the day the line a + b x
 * meets the limit, and as its range the days the one-sided 95 % prediction bounds of a single check, a + b x ± t(0.95; n − 2) s
 * √(1 + 1/n + (x − x̄)²/Sxx), do: before the first a check within the limit is nearly certain, behind the last nearly none is.
 *
 * <p>Source: Draper and Smith, Applied Regression Analysis, section 1.4 and 3.2; the method of control charts of ILAC-G24. Assumes
 * that the drift goes on as it was, which nobody knows: nothing is foretold farther than {@value #SPANS} times the time observed
 * behind the last point.
 */
public sealed interface Forecast {

    /** How many times the time observed is foretold. */
    double SPANS = 2;

    double ONE_SIDED = 0.95;

    /**
     * The limit will be met.
     *
     * @param limit the limit the drift leads to
     * @param expected when the line meets it
     * @param earliest when a check may first lie beyond it; the time of the last point where it already may
     * @param latest when a check will; none where that is farther than may be foretold
     */
    record Met(double limit, Instant expected, Instant earliest, Optional<Instant> latest) implements Forecast {}

    /**
     * The limit is not met within the time that may be foretold.
     *
     * @param limit the limit the drift leads to
     * @param until how far is foretold
     * @param earliest when a check may first lie beyond it, if that is before
     */
    record NotBefore(double limit, Instant until, Optional<Instant> earliest) implements Forecast {}

    /**
     * The line is beyond the limit already.
     *
     * @param limit the limit
     */
    record Passed(double limit) implements Forecast {}

    /** Values rise or fall, but no limit lies that way. */
    record NoLimitAhead() implements Forecast {}

    /** No drift is seen. */
    record NoDrift() implements Forecast {}

    /**
     * Too few points, or all of one time.
     *
     * @param points how many there are
     */
    record TooFewPoints(int points) implements Forecast {}

    /** The forecast of a segment against limits. */
    static Forecast of(Segment segment, ToleranceBand limits) {
        Drift drift = Drift.of(segment);
        if (!(drift instanceof Drift.Slope slope)) {
            return new TooFewPoints(segment.size());
        }
        Optional<StraightLine> fitted = StraightLine.through(Numbers.of(segment.days()), Numbers.of(segment.values()));
        if (!slope.isDrift() || fitted.isEmpty() || fitted.get().slope() * slope.perDay() <= 0) {
            return new NoDrift();
        }
        OptionalDouble limit = limits.ahead(slope.perDay());
        return limit.isPresent()
                ? new Crossing(segment, fitted.get(), limit.getAsDouble()).forecast()
                : new NoLimitAhead();
    }

    /** A line and the limit it leads to; days are counted from the first point. */
    record Crossing(Segment segment, StraightLine line, double limit) {

        Forecast forecast() {
            double last = segment.daysTo(segment.at(segment.size() - 1));
            double until = last + SPANS * last;
            double ahead = Math.signum(line.slope());
            if (ahead * (line.at(last) - limit) >= 0) {
                return new Passed(limit);
            }
            Optional<Instant> earliest = crossing(x -> ahead * (line.at(x) - limit) + bound(x), last, until);
            double expected = (limit - line.intercept()) / line.slope();
            if (expected > until) {
                return new NotBefore(limit, segment.after(until), earliest);
            }
            Optional<Instant> latest = crossing(x -> ahead * (line.at(x) - limit) - bound(x), last, until);
            Instant when = segment.after(expected);
            return new Met(limit, when, earliest.orElse(when), latest);
        }

        /** Half the width of the prediction of one check. */
        private double bound(double x) {
            int n = segment.size();
            double distance = x - line.meanX();
            double variance = line.residualVariance() * (1 + 1.0 / n + distance * distance / line.sumOfSquaresX());
            return new StudentDistribution(n - 2.0).quantile(ONE_SIDED) * Math.sqrt(variance);
        }

        /** Where a function that rises from below becomes 0, to the second; its start where it is above there. */
        private Optional<Instant> crossing(DoubleUnaryOperator f, double from, double to) {
            if (f.applyAsDouble(from) >= 0) {
                return Optional.of(segment.after(from));
            }
            if (f.applyAsDouble(to) < 0) {
                return Optional.empty();
            }
            double low = from;
            double high = to;
            while (high - low > 1e-5) {
                double middle = 0.5 * (low + high);
                if (f.applyAsDouble(middle) < 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return Optional.of(segment.after(0.5 * (low + high)));
        }
    }
}
