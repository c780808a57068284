package org.fiducial.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.report.NumberText;
import org.fiducial.report.Texts;

/** The judged widths of an instrument over time, a group of charts for each light path and channel. */
final class InstrumentTrends {

    /** A trended metric, the metric that holds its theory, and the ratio of both that limits speak of. */
    private record Trended(String metric, String theory, String ratio) {}

    private static final List<Trended> WIDTHS = List.of(
            new Trended("psf.fwhm.x", "psf.theory.xy", "psf.ratio_theory.x"),
            new Trended("psf.fwhm.y", "psf.theory.xy", "psf.ratio_theory.y"),
            new Trended("psf.fwhm.z", "psf.theory.z", "psf.ratio_theory.z"));

    private static final Set<CheckReason> AFTER_WORK = Set.of(CheckReason.AFTER_SERVICE, CheckReason.AS_LEFT);

    private final FacilityRecords records;
    private final Texts texts;

    InstrumentTrends(FacilityRecords records, Texts texts) {
        this.records = records;
        this.texts = texts;
    }

    /** The charts of one light path and channel. */
    public record Group(String configuration, String channel, List<TrendChart> charts) {
        public Group {
            charts = List.copyOf(charts);
        }
    }

    private record PathAndChannel(UUID configuration, int channel) {}

    private record CheckAndChannel(UUID check, int channel) {}

    List<Group> of(Instrument instrument, List<Configuration> configurations, Days days) {
        Map<PathAndChannel, List<TrendChart>> charts = new LinkedHashMap<>();
        for (Trended trended : WIDTHS) {
            Map<CheckAndChannel, Double> theory = theory(instrument, trended);
            byPath(instrument, trended).forEach((path, points) -> {
                List<Trend.Point> laid = points.stream()
                        .flatMap(point -> point(point, trended, theory).stream())
                        .toList();
                if (!laid.isEmpty()) {
                    charts.computeIfAbsent(path, unused -> new ArrayList<>())
                            .add(new Trend(heading(trended, points), laid, services(instrument, path), days, texts)
                                    .chart());
                }
            });
        }
        return configurations.stream()
                .flatMap(configuration -> charts.entrySet().stream()
                        .filter(entry -> entry.getKey().configuration().equals(configuration.id()))
                        .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(PathAndChannel::channel)))
                        .map(entry -> new Group(
                                configuration.name(), channel(entry.getKey().channel()), entry.getValue())))
                .toList();
    }

    /** When the light path was checked because it had been repaired or adjusted. */
    private List<Instant> services(Instrument instrument, PathAndChannel path) {
        return records.checksOf(instrument).stream()
                .filter(check -> check.configurationId().equals(path.configuration()))
                .filter(check -> AFTER_WORK.contains(check.reason()))
                .map(CheckSummary::measuredAt)
                .toList();
    }

    private String channel(int channel) {
        return channel == 0 ? "" : texts.text("channel.small", channel);
    }

    private Map<PathAndChannel, List<SeriesPoint>> byPath(Instrument instrument, Trended trended) {
        return records.checks().series(instrument.id(), trended.metric(), Statistic.MEDIAN).stream()
                .collect(Collectors.groupingBy(
                        point -> new PathAndChannel(
                                point.configurationId(),
                                point.measurement().key().channel()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** Theory of each check and channel; older modules may have written it as a median. */
    private Map<CheckAndChannel, Double> theory(Instrument instrument, Trended trended) {
        Map<CheckAndChannel, Double> found = new HashMap<>();
        for (Statistic statistic : List.of(Statistic.MEDIAN, Statistic.VALUE)) {
            for (SeriesPoint point : records.checks().series(instrument.id(), trended.theory(), statistic)) {
                point.measurement()
                        .evaluated()
                        .ifPresent(value -> found.put(
                                new CheckAndChannel(
                                        point.checkId(),
                                        point.measurement().key().channel()),
                                value.value().value()));
            }
        }
        return found;
    }

    private Optional<Trend.Point> point(
            SeriesPoint point, Trended trended, Map<CheckAndChannel, Double> theoryOfChecks) {
        Measurement measurement = point.measurement();
        Optional<Finding.Evaluated> evaluated = measurement.evaluated();
        if (evaluated.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> theory = Optional.ofNullable(theoryOfChecks.get(
                new CheckAndChannel(point.checkId(), measurement.key().channel())));
        Trend.Bounds bounds = new Trend.Bounds(
                theory, limit(trended, DefaultLimit::warning, theory), limit(trended, DefaultLimit::fail, theory));
        double u = evaluated.get().uncertainty().map(Uncertainty::standard).orElse(0.0);
        return Optional.of(new Trend.Point(
                point.checkId(),
                point.measuredAt(),
                new Trend.Value(evaluated.get().value().value(), u, NumberText.of(evaluated.get())),
                bounds,
                point.verdict()));
    }

    /** An upper limit in the unit of the width: set directly, or as a multiple of theory. */
    private Optional<Double> limit(Trended trended, Function<DefaultLimit, Bounds> side, Optional<Double> theory) {
        List<DefaultLimit> limits = records.catalogue().current().stream()
                .map(ProtocolDefinition::limits)
                .flatMap(List::stream)
                .toList();
        Optional<Double> direct = high(limits, trended.metric(), side);
        if (direct.isPresent()) {
            return direct;
        }
        return theory.flatMap(width -> high(limits, trended.ratio(), side).map(ratio -> ratio * width));
    }

    private static Optional<Double> high(
            List<DefaultLimit> limits, String metric, Function<DefaultLimit, Bounds> side) {
        return limits.stream()
                .filter(limit -> limit.metric().equals(metric) && limit.statistic() == Statistic.MEDIAN)
                .map(limit -> side.apply(limit).high())
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .findFirst();
    }

    private Trend.Heading heading(Trended trended, List<SeriesPoint> points) {
        String title = records.catalogue().current().stream()
                .flatMap(definition -> definition.metric(trended.metric()).stream())
                .map(MetricDefinition::title)
                .findFirst()
                .orElse(trended.metric());
        String unit = points.stream()
                .flatMap(point -> point.measurement().evaluated().stream())
                .map(value -> value.value().unit().sign())
                .findFirst()
                .orElse("");
        return new Trend.Heading(title, unit);
    }
}
