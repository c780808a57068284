package org.fiducial.metrology.power;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.fiducial.metrology.numeric.LongRunVariance;
import org.fiducial.metrology.numeric.Numbers;

/** A judged series with its figures, each computed once. */
final class SeriesResult {

    private final JudgedSeries judged;
    private final String name;
    private final OptionalInt run;
    private final Optional<Sampling> sampling;
    private final Optional<PowerStatistics> all;
    private final Optional<PowerStatistics> clean;
    private final double longRunVariance;
    private final OptionalDouble stepMw;

    /**
     * The figures of a series.
     *
     * @param name what tells it from the others
     * @param run which run of this line, set point and place, counted from 1; empty of the only one
     */
    SeriesResult(JudgedSeries judged, String name, OptionalInt run) {
        this.judged = judged;
        this.name = name;
        this.run = run;
        this.sampling = Sampling.of(judged);
        this.all = statistics(judged);
        JudgedSeries unflagged = judged.withoutFlagged();
        this.clean = unflagged.n() == judged.n() ? all : statistics(unflagged);
        this.longRunVariance = all.filter(statistics -> statistics.n() > 1)
                .map(statistics -> LongRunVariance.of(Residuals.of(judged.powerMw(), statistics.meanMw()), 1))
                .orElse(0.0);
        this.stepMw = smallestStep(judged.powerMw());
    }

    private static Optional<PowerStatistics> statistics(JudgedSeries series) {
        return series.n() == 0 ? Optional.empty() : Optional.of(PowerStatistics.of(series.powerMw()));
    }

    /** Smallest step between neighbours, which the resolution cannot exceed; unknown where they hardly ever differ. */
    private static OptionalDouble smallestStep(Numbers powerMw) {
        double smallest = Double.POSITIVE_INFINITY;
        int steps = 0;
        for (int i = 1; i < powerMw.size(); i++) {
            double step = Math.abs(powerMw.get(i) - powerMw.get(i - 1));
            // A difference of rounding is no step.
            if (step > 1e-12 * Math.abs(powerMw.get(i))) {
                smallest = Math.min(smallest, step);
                steps++;
            }
        }
        return steps > 0.05 * powerMw.size() ? OptionalDouble.of(smallest) : OptionalDouble.empty();
    }

    JudgedSeries judged() {
        return judged;
    }

    /** What tells the series from the others; empty where nothing does. */
    String name() {
        return name;
    }

    OptionalInt run() {
        return run;
    }

    /** Its name and, of several runs, which it is; empty where there is nothing to tell it from. */
    String title() {
        if (run.isEmpty()) {
            return name;
        }
        return name.isEmpty() ? "run " + run.getAsInt() : name + ", run " + run.getAsInt();
    }

    SeriesKey key() {
        return judged.key();
    }

    MeterScale scale() {
        return judged.scale();
    }

    Optional<Sampling> sampling() {
        return sampling;
    }

    /** Over all readings that count; none where none counts. */
    Optional<PowerStatistics> statistics() {
        return all;
    }

    /** Over the readings without a flag. */
    Optional<PowerStatistics> unflagged() {
        return clean;
    }

    /** n times the variance of the mean in mW². */
    double longRunVariance() {
        return longRunVariance;
    }

    /** How many independent readings the series is worth, between 2 and n. */
    double effectiveReadings() {
        PowerStatistics statistics = all.orElseThrow();
        double variance = statistics.sumOfSquares() / Math.max(1, statistics.n() - 1);
        double worth = longRunVariance > 0 ? statistics.n() * variance / longRunVariance : statistics.n();
        return Math.max(2, Math.min(worth, statistics.n()));
    }

    /** Upper bound of the step the readings are rounded to, in mW. */
    OptionalDouble stepMw() {
        return stepMw;
    }

    Optional<PowerDrift> drift() {
        return PowerDrift.of(judged);
    }

    Optional<TemperatureDependence> temperature() {
        return TemperatureDependence.of(judged);
    }

    Optional<WarmUpCurve> warmUp() {
        return WarmUpCurve.of(judged);
    }

    List<AllanPoints.Point> allan() {
        return sampling.map(
                        found -> AllanPoints.of(judged, found, all.orElseThrow().meanMw())
                                .points())
                .orElse(List.of());
    }
}
