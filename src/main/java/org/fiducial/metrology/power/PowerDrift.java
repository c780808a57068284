package org.fiducial.metrology.power;

import java.util.Optional;
import org.fiducial.metrology.numeric.LongRunVariance;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.numeric.StraightLine;

/**
 * The straight trend of power over time by ordinary least squares, in per cent of the mean power an hour. Its uncertainty
 * counts the autocorrelation of the residuals: u² = λ²/Σ(t − t̄)² with their long-run variance λ².
 *
 * @param percentPerHour slope over mean
 * @param uPercentPerHour standard uncertainty
 * @param line through the readings, power in mW against s
 */
record PowerDrift(double percentPerHour, double uPercentPerHour, StraightLine line) {

    private static final double SECONDS_PER_HOUR = 3600;
    private static final int FEWEST = 10;

    /** The drift of ten readings or more with times. */
    static Optional<PowerDrift> of(JudgedSeries series) {
        Optional<Numbers> time = series.timeS();
        if (time.isEmpty() || series.n() < FEWEST) {
            return Optional.empty();
        }
        Numbers timeS = time.get();
        Numbers powerMw = series.powerMw();
        return StraightLine.through(timeS, powerMw).map(line -> {
            double mean = line.at(line.meanX());
            double variance = LongRunVariance.of(Residuals.of(timeS, powerMw, line), 2);
            double u = Math.sqrt(variance / line.sumOfSquaresX());
            double scale = 100 * SECONDS_PER_HOUR / mean;
            return new PowerDrift(line.slope() * scale, u * Math.abs(scale), line);
        });
    }
}
