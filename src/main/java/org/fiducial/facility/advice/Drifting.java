package org.fiducial.facility.advice;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.facility.trend.Forecast;
import org.fiducial.facility.trend.Segment;
import org.fiducial.facility.trend.ToleranceBand;
import org.fiducial.metrology.numeric.NormalDistribution;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.numeric.StraightLine;

/**
 * A metric that drifts towards a limit since it was last adjusted, and how long the next check may wait for it: until its one-sided
 * 95 % prediction bound meets the limit ({@link Forecast}). Source: ILAC-G24, method 2. Numbers say far more than pass and fail: a
 * drift is seen while every check is still good.
 *
 * @param segment the values since the last adjustment
 * @param limits what they may not leave
 * @param forecast where they lead
 */
public record Drifting(Segment segment, ToleranceBand limits, Forecast forecast) {

    /** Values and their limits, with the forecast made of them. */
    public static Drifting of(Segment segment, ToleranceBand limits) {
        return new Drifting(segment, limits, Forecast.of(segment, limits));
    }

    /** Whether the line has left the limits already. */
    public boolean isBeyond() {
        return forecast instanceof Forecast.Passed;
    }

    /** When the newest value was measured. */
    public Instant newest() {
        return segment.at(segment.size() - 1);
    }

    /** From when on a check may lie beyond a limit; none where no drift leads to one in sight. */
    public Optional<Instant> earliest() {
        if (forecast instanceof Forecast.Met met) {
            return Optional.of(met.earliest());
        }
        return forecast instanceof Forecast.NotBefore notBefore ? notBefore.earliest() : Optional.empty();
    }

    /** Months from the newest value until then. */
    public OptionalDouble months() {
        Optional<Instant> earliest = earliest();
        return earliest.isPresent()
                ? OptionalDouble.of(History.months(newest(), earliest.get()))
                : OptionalDouble.empty();
    }

    /**
     * The share of checks at a time whose value lies within the limits: Φ((U − m)/s) − Φ((L − m)/s), with the line's m and its
     * standard error of prediction s = s_r √(1 + 1/n + (x − x̄)²/Sxx) there. Draper and Smith, section 1.4.
     *
     * @return empty with fewer than three values, or all of one time
     */
    public OptionalDouble shareWithin(Instant at) {
        if (segment.size() < 3) {
            return OptionalDouble.empty();
        }
        Optional<StraightLine> fitted = StraightLine.through(Numbers.of(segment.days()), Numbers.of(segment.values()));
        if (fitted.isEmpty()) {
            return OptionalDouble.empty();
        }
        StraightLine line = fitted.get();
        double x = History.months(segment.at(0), at) * History.DAYS_PER_MONTH;
        double distance = x - line.meanX();
        double s = Math.sqrt(
                line.residualVariance() * (1 + 1.0 / segment.size() + distance * distance / line.sumOfSquaresX()));
        double below = limits.high().isPresent() ? share(limits.high().getAsDouble() - line.at(x), s) : 1;
        double tooLow = limits.low().isPresent() ? share(limits.low().getAsDouble() - line.at(x), s) : 0;
        return OptionalDouble.of(below - tooLow);
    }

    /** Φ(distance/s); values that do not scatter are on one side. */
    private static double share(double distance, double s) {
        if (s > 0) {
            return NormalDistribution.cumulative(distance / s);
        }
        return distance < 0 ? 0 : 1;
    }
}
