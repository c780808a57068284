package org.fiducial.facility.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.quantity.Unit;

/** The last values of what is about to be measured again: what stands beside a field, and shows a slip of a prefix. */
public final class LastValues {

    private static final int SHOWN = 5;

    private final Checks checks;
    private final Configuration configuration;
    private final Map<String, List<SeriesPoint>> known = new HashMap<>();

    public LastValues(Checks checks, Configuration configuration) {
        this.checks = checks;
        this.configuration = configuration;
    }

    /** The last five values of a metric, newest first: of the light path, or of the instrument where it speaks for the stand. */
    public List<SeriesPoint> of(MetricDefinition metric, MeasurementKey key) {
        List<SeriesPoint> all = new ArrayList<>(known.computeIfAbsent(
                key.metric() + " " + key.statistic(),
                unused -> checks.series(configuration.instrumentId(), key.metric(), key.statistic())));
        boolean ofTheStand = metric.covers().contains(MicroscopePart.STAND);
        Collections.reverse(all);
        return all.stream()
                .filter(point -> ofTheStand || point.configurationId().equals(configuration.id()))
                .filter(point -> point.measurement().key().equals(key))
                .filter(point -> point.measurement().evaluated().isPresent())
                .limit(SHOWN)
                .toList();
    }

    /** What to ask about a value, if its size is a slip of a prefix; words that are counted have none. */
    Optional<String> question(MetricDefinition metric, Measurement measurement) {
        if (!metric.levels().isEmpty()) {
            return Optional.empty();
        }
        return measurement.evaluated().map(Finding.Evaluated::value).flatMap(value -> Magnitude.of(
                        value, numbers(of(metric, measurement.key()), value.unit()))
                .map(Magnitude::question));
    }

    private static List<Double> numbers(List<SeriesPoint> points, Unit unit) {
        return points.stream()
                .map(point -> point.measurement().evaluated().orElseThrow().value())
                .filter(value -> value.unit().dimension() == unit.dimension())
                .map(value -> value.valueIn(unit))
                .toList();
    }

    /** The result with a remark for each headline that looks like a slip of a prefix; that blocks nothing. */
    AnalysisResult remarked(AnalysisResult result, ProtocolDefinition protocol) {
        List<Remark> remarks = new ArrayList<>(result.remarks());
        for (Measurement measurement : result.measurements()) {
            Optional<MetricDefinition> headline = protocol.metric(
                            measurement.key().metric())
                    .filter(metric -> metric.standing() == MetricDefinition.Standing.HEADLINE)
                    .filter(metric -> isFirst(measurement.key().statistic()));
            headline.flatMap(metric -> question(metric, measurement).map(question -> metric.title() + ": " + question))
                    .map(text -> new Remark("MAGNITUDE", Remark.Severity.CAUTION, text))
                    .ifPresent(remarks::add);
        }
        return remarks.size() == result.remarks().size()
                ? result
                : new AnalysisResult(
                        result.provenance(), result.measurements(), result.items(), remarks, result.figures());
    }

    private static boolean isFirst(Statistic statistic) {
        return statistic == Statistic.MEDIAN || statistic == Statistic.VALUE || statistic == Statistic.MEAN;
    }
}
