package org.fiducial.metrology.power;

import java.util.Optional;
import org.fiducial.metrology.numeric.LongRunVariance;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.numeric.StraightLine;

/**
 * How power goes with temperature: Pearson's r, and the slope by least squares in per cent of the mean power a kelvin with an
 * uncertainty from the long-run variance of (T − T̄) · residual. A correlation, not a cause: a source that drifts in a
 * room that warms correlates too.
 *
 * @param correlation r
 * @param percentPerKelvin slope over mean power
 * @param uPercentPerKelvin standard uncertainty
 */
record TemperatureDependence(double correlation, double percentPerKelvin, double uPercentPerKelvin) {

    private static final int FEWEST = 10;

    /** Of ten readings or more whose temperature changed. */
    static Optional<TemperatureDependence> of(JudgedSeries series) {
        Optional<Numbers> temperature = series.temperatureCelsius();
        if (temperature.isEmpty() || series.n() < FEWEST) {
            return Optional.empty();
        }
        Numbers celsius = temperature.get();
        Numbers powerMw = series.powerMw();
        return StraightLine.through(celsius, powerMw)
                .filter(line -> line.count().sumOfSquaresY() > 0)
                .map(line -> {
                    double mean = line.at(line.meanX());
                    Numbers residuals = Residuals.of(celsius, powerMw, line);
                    double variance = LongRunVariance.of(scores(celsius, residuals, line.meanX()), 1);
                    double u = Math.sqrt(variance * series.n()) / line.sumOfSquaresX();
                    double r = line.slope()
                            * Math.sqrt(line.sumOfSquaresX() / line.count().sumOfSquaresY());
                    return new TemperatureDependence(
                            Math.max(-1, Math.min(r, 1)), 100 * line.slope() / mean, 100 * u / Math.abs(mean));
                });
    }

    private static Numbers scores(Numbers x, Numbers residuals, double meanX) {
        return new Numbers() {
            @Override
            public int size() {
                return residuals.size();
            }

            @Override
            public double get(int index) {
                return (x.get(index) - meanX) * residuals.get(index);
            }
        };
    }
}
