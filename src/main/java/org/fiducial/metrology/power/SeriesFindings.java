package org.fiducial.metrology.power;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.power.PowerMeasurements.Rows;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Finding.NotEvaluated;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Uncertainty.Part;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** What is found of one series: powers, stability, drift, Allan deviation, warm-up, temperature. */
final class SeriesFindings {

    private static final String NO_TIMES = "The log has no times.";
    private static final List<String> OF_READINGS = List.of(
            "power.mean",
            "power.median",
            "power.min",
            "power.max",
            "power.sd",
            "power.nsd",
            "power.stability_short",
            "power.stability_long",
            "power.drift");

    private final SeriesResult series;
    private final Parameters parameters;
    private final PowerBudget budget;
    private final int n;

    SeriesFindings(SeriesResult series, Parameters parameters) {
        this.series = series;
        this.parameters = parameters;
        this.budget = new PowerBudget(series);
        this.n = series.judged().n();
    }

    void write(Rows rows) {
        rows.add("power.n", value(n, Unit.ONE));
        if (series.statistics().isEmpty()) {
            String none = "None of the " + series.judged().flags().size() + " readings counts.";
            OF_READINGS.forEach(metric -> rows.add(metric, new NotEvaluated(none)));
            return;
        }
        PowerStatistics statistics = series.statistics().get();
        powers(statistics, rows);
        rows.add("power.nsd", n < 2 ? two() : with(statistics.nsdPercent(), Unit.PERCENT, budget.ofNsd()));
        sampling(rows);
        stability(statistics, rows);
        drift(rows);
        allan(rows);
        warmUp(rows);
        temperature(rows);
    }

    private void powers(PowerStatistics statistics, Rows rows) {
        rows.add("power.mean", absolute(statistics.meanMw(), budget.ofMean()));
        rows.add("power.median", absolute(statistics.medianMw(), budget.ofMedian()));
        double min = statistics.extremes().minMw();
        double max = statistics.extremes().maxMw();
        rows.add("power.min", absolute(min, budget.ofExtreme(min)));
        rows.add("power.max", absolute(max, budget.ofExtreme(max)));
        rows.add("power.sd", n < 2 ? two() : absolute(statistics.sdMw(), budget.ofSd()));
    }

    private void sampling(Rows rows) {
        Optional<Sampling> sampling = series.sampling();
        if (sampling.isEmpty()) {
            rows.add("power.duration", new NotEvaluated(NO_TIMES));
            rows.add("power.interval", Statistic.MEDIAN, new NotEvaluated(NO_TIMES));
            return;
        }
        Sampling found = sampling.get();
        rows.add("power.duration", value(found.durationS(), Unit.SECOND));
        rows.add("power.interval", Statistic.MEDIAN, value(found.medianIntervalS(), Unit.SECOND));
        rows.add("power.interval", Statistic.MEAN, value(found.meanIntervalS(), Unit.SECOND));
        StabilityTerm term = term(found);
        rows.add("power.sampling", named(term.metBy(found) ? 1 : 0, Unit.ONE, Optional.empty(), term.formula()));
    }

    private StabilityTerm term(Sampling sampling) {
        return parameters
                .text("term", 1)
                .map(word -> word.equals("short") ? StabilityTerm.SHORT : StabilityTerm.LONG)
                .orElseGet(() -> StabilityTerm.of(sampling));
    }

    private void stability(PowerStatistics statistics, Rows rows) {
        Optional<Sampling> sampling = series.sampling();
        if (sampling.isEmpty()) {
            for (StabilityTerm term : StabilityTerm.values()) {
                rows.add(term.metric(), new NotEvaluated(NO_TIMES));
            }
            return;
        }
        StabilityTerm term = term(sampling.get());
        rows.add(term.metric(), stability(statistics, term));
        rows.add(
                term.metric() + ".unflagged",
                series.unflagged()
                        .map(clean -> stability(clean, term))
                        .orElse(new NotEvaluated("Every reading that counts carries a flag.")));
    }

    private Finding stability(PowerStatistics statistics, StabilityTerm term) {
        if (statistics.n() < 2) {
            return two();
        }
        // A range of one run tells nothing of how far the next run's would differ, so no uncertainty is stated.
        return new Evaluated(
                new Quantity(statistics.stabilityPercent(), Unit.PERCENT),
                Optional.empty(),
                statistics.n(),
                Optional.of(term.formula()));
    }

    private void drift(Rows rows) {
        rows.add(
                "power.drift",
                series.drift()
                        .<Finding>map(drift -> named(
                                drift.percentPerHour(),
                                Unit.PERCENT_PER_HOUR,
                                one("fit, with autocorrelation", drift.uPercentPerHour()),
                                term(series.sampling().orElseThrow()).formula()))
                        .orElse(new NotEvaluated(
                                series.sampling().isEmpty() ? NO_TIMES : "A drift needs ten readings or more.")));
    }

    private void allan(Rows rows) {
        Optional<Sampling> sampling = series.sampling();
        List<AllanPoints.Point> points = series.allan();
        for (double tau : List.of(1.0, 10.0, 60.0)) {
            if (points.stream().noneMatch(point -> AllanPoints.isNear(point.tauS(), tau))) {
                rows.with("tau_s", Words.number(tau)).add("power.allan", new NotEvaluated(whyNoAllan(sampling, tau)));
            }
        }
        for (AllanPoints.Point point : points) {
            Optional<Double> named = List.of(1.0, 10.0, 60.0).stream()
                    .filter(tau -> AllanPoints.isNear(point.tauS(), tau))
                    .findFirst();
            boolean nearest = named.isEmpty()
                    || points.stream()
                            .filter(other -> AllanPoints.isNear(other.tauS(), named.get()))
                            .allMatch(other ->
                                    Math.abs(other.tauS() - named.get()) >= Math.abs(point.tauS() - named.get()));
            String tau = Words.number(nearest ? named.orElse(point.tauS()) : point.tauS());
            rows.with("tau_s", tau).add("power.allan", value(point.percent(), Unit.PERCENT));
        }
    }

    private static String whyNoAllan(Optional<Sampling> sampling, double tauS) {
        if (sampling.isEmpty()) {
            return NO_TIMES;
        }
        Sampling found = sampling.get();
        if (!AllanPoints.even(found)) {
            return "The readings are not evenly spaced: " + Words.number(100 * found.regularShare())
                    + " % of the intervals lie within 10 % of their median, 99 % are needed.";
        }
        if (tauS < 0.95 * found.meanIntervalS()) {
            return "The readings are " + Words.number(found.meanIntervalS()) + " s apart.";
        }
        return "There are not " + AllanPoints.FEWEST_AVERAGES + " averages of " + Words.number(tauS)
                + " s, or it is no multiple of the interval.";
    }

    private void warmUp(Rows rows) {
        Optional<WarmUpCurve> warmUp = series.warmUp();
        if (warmUp.isEmpty()) {
            NotEvaluated few =
                    new NotEvaluated(series.sampling().isEmpty() ? NO_TIMES : "A warm-up needs 20 unflagged readings.");
            rows.add("power.warmup", few);
            rows.add("power.warmup_constant", few);
            return;
        }
        double tolerance = parameters.number("warm-up-tolerance", Unit.PERCENT).orElse(2.0);
        OptionalDouble settled = warmUp.get().settledAfterS(tolerance / 100);
        rows.add(
                "power.warmup",
                settled.isPresent()
                        ? value(settled.getAsDouble() / 60, Unit.MINUTE)
                        : new NotEvaluated("The last quarter of the readings does not stay within "
                                + Words.number(tolerance) + " % of its median."));
        Optional<Estimate> constant = warmUp.get().constantS();
        rows.add(
                "power.warmup_constant",
                constant.<Finding>map(tau ->
                                with(tau.value() / 60, Unit.MINUTE, one("fit, with autocorrelation", tau.u() / 60)))
                        .orElse(new NotEvaluated("No exponential warm-up stands out from the noise of this run.")));
    }

    private void temperature(Rows rows) {
        Optional<TemperatureDependence> found = series.temperature();
        NotEvaluated none = new NotEvaluated(
                series.judged().temperatureCelsius().isEmpty()
                        ? "The log has no temperature."
                        : "Temperature or power did not change, or there are fewer than ten readings.");
        rows.add(
                "power.temperature.correlation",
                found.<Finding>map(each -> value(each.correlation(), Unit.ONE)).orElse(none));
        rows.add(
                "power.temperature.coefficient",
                found.<Finding>map(each -> with(
                                each.percentPerKelvin(),
                                Unit.PERCENT_PER_KELVIN,
                                one("fit, with autocorrelation", each.uPercentPerKelvin())))
                        .orElse(none));
    }

    private static Optional<Uncertainty> one(String part, double u) {
        return Optional.of(Uncertainty.combined(List.of(new Part(part, u))));
    }

    private Finding absolute(double valueMw, Optional<Uncertainty> u) {
        return series.scale()
                .notAbsolute()
                .<Finding>map(NotEvaluated::new)
                .orElseGet(() -> with(valueMw, Unit.MILLIWATT, u));
    }

    private static Finding two() {
        return new NotEvaluated("This needs two readings, there was one.");
    }

    private Finding value(double value, Unit unit) {
        return with(value, unit, Optional.empty());
    }

    private Finding with(double value, Unit unit, Optional<Uncertainty> u) {
        return new Evaluated(new Quantity(value, unit), u, n, Optional.empty());
    }

    private Finding named(double value, Unit unit, Optional<Uncertainty> u, String formula) {
        return new Evaluated(new Quantity(value, unit), u, n, Optional.of(formula));
    }
}
