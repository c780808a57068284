package org.fiducial.web.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.report.NumberText;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.InstrumentNow;

/**
 * The judged widths and the headline numbers of other protocols over time, a group of charts for each light path and channel,
 * line, set point and place.
 */
final class InstrumentTrends {

    /** A trended metric, the metric that holds its theory, and the ratio of both that limits speak of. */
    private record Trended(String metric, Statistic statistic, String theory, String ratio, Set<String> protocols) {

        /** Of any protocol. */
        Trended(String metric, String theory, String ratio) {
            this(metric, Statistic.MEDIAN, theory, ratio, Set.of());
        }

        /** A metric that stands for itself, without theory, of the protocols in whose results it stands first. */
        static Trended plain(String metric, Statistic statistic, Set<String> protocols) {
            return new Trended(metric, statistic, "", "", protocols);
        }

        boolean of(String protocol) {
            return protocols.isEmpty() || protocols.contains(protocol);
        }

        /** Whether a measurement is of the metric, or of its theory. */
        boolean speaksOf(MeasurementKey key) {
            return (key.metric().equals(metric) && key.statistic() == statistic)
                    || (!theory.isEmpty() && key.metric().equals(theory));
        }
    }

    private static final List<Trended> WIDTHS = List.of(
            new Trended("psf.fwhm.x", "psf.theory.xy", "psf.ratio_theory.x"),
            new Trended("psf.fwhm.y", "psf.theory.xy", "psf.ratio_theory.y"),
            new Trended("psf.fwhm.z", "psf.theory.z", "psf.ratio_theory.z"));

    /** Qualifier of one of several runs, which their mean stands for. */
    private static final String SINGLE_RUN = "repeat";

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private final FacilityRecords records;
    private final Texts texts;
    private final Map<String, List<LimitVersion>> ownLimits = new HashMap<>();
    private final Map<String, List<ProtocolDefinition>> measuring = new HashMap<>();
    private final Map<String, Optional<Bounds>> proposed = new HashMap<>();

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

    /** The channel of a light path, or the line, set point and place in words. */
    private record PathAndChannel(int channel, String place) {}

    private record CheckAndChannel(UUID check, int channel) {}

    /** Which of the bounds of a limit. */
    private enum Severity {
        WARNING,
        FAIL;

        Bounds of(DefaultLimit limit) {
            return this == WARNING ? limit.warning() : limit.fail();
        }
    }

    /** The widths, and the headline metrics of protocols that have none of them. */
    private List<Trended> trended() {
        Map<String, Set<String>> protocols = new LinkedHashMap<>();
        records.catalogue().known().stream()
                .filter(protocol -> WIDTHS.stream()
                        .noneMatch(width -> protocol.metric(width.metric()).isPresent()))
                .forEach(protocol -> protocol.metrics().stream()
                        .filter(metric -> metric.standing() == MetricDefinition.Standing.HEADLINE)
                        .forEach(metric -> protocols
                                .computeIfAbsent(metric.key(), key -> new HashSet<>())
                                .add(protocol.reference().id())));
        List<Trended> all = new ArrayList<>(WIDTHS);
        protocols.forEach((metric, ids) -> all.add(Trended.plain(metric, first(metric), Set.copyOf(ids))));
        return all;
    }

    /** Of repeated readings the mean. */
    private Statistic first(String metric) {
        boolean repeated = records.catalogue().known().stream().anyMatch(protocol -> protocol.form().stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.metric().filter(metric::equals).isPresent())
                .flatMap(field -> protocol.parameter(field.name()).stream())
                .anyMatch(parameter -> parameter.kind() instanceof ParameterKind.Readings));
        return repeated ? Statistic.MEAN : Statistic.VALUE;
    }

    /**
     * The charts of a light path.
     *
     * @param newest over so many newest checks of each protocol
     */
    List<Group> of(InstrumentNow now, Configuration configuration, Days days, int newest) {
        TrendMarks marks = new TrendMarks(records, now.instrument().id(), configuration, days);
        Map<PathAndChannel, List<TrendChart>> charts = new LinkedHashMap<>();
        for (Map.Entry<Trended, List<SeriesPoint>> each :
                read(now, configuration, newest, marks).entrySet()) {
            Trended trended = each.getKey();
            Map<CheckAndChannel, Double> theory = theory(trended, each.getValue());
            byPath(trended, each.getValue()).forEach((path, points) -> {
                Map<Boolean, List<Trend.Point>> laid = points.stream()
                        .flatMap(point -> point(point, trended, theory, marks.standing(point.checkId())).stream())
                        .collect(Collectors.partitioningBy(point -> point.standing() != Trend.Standing.VOID));
                List<Trend.Point> counted = laid.getOrDefault(true, List.of());
                if (!counted.isEmpty()) {
                    Trend.Beside beside = marks.beside(laid.getOrDefault(false, List.of()), counted);
                    charts.computeIfAbsent(path, unused -> new ArrayList<>())
                            .add(new Trend(heading(trended, points), counted, beside, days, texts).chart());
                }
            });
        }
        return charts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(PathAndChannel::channel)
                        .thenComparing(path -> inNumericalOrder(path.place()))))
                .map(entry -> new Group(configuration.name(), channel(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** The points of each metric that is trended, with those of its theory; one question for each protocol. */
    private Map<Trended, List<SeriesPoint>> read(
            InstrumentNow now, Configuration configuration, int newest, TrendMarks marks) {
        List<Trended> all = trended();
        Map<Trended, List<SeriesPoint>> found = new LinkedHashMap<>();
        all.forEach(each -> found.put(each, new ArrayList<>()));
        List<String> done = now.evidence().stream()
                .filter(check -> check.configurationId().equals(configuration.id()))
                .map(check -> check.protocol().id())
                .distinct()
                .sorted()
                .toList();
        for (String protocol : done) {
            List<Trended> asked = all.stream().filter(each -> each.of(protocol)).toList();
            Set<String> metrics = asked.stream()
                    .flatMap(each -> Stream.of(each.metric(), each.theory()))
                    .filter(metric -> !metric.isEmpty())
                    .collect(Collectors.toSet());
            List<SeriesPoint> points =
                    marks.points(new SeriesQuery(now.instrument().id(), configuration.id(), protocol, metrics, newest));
            asked.forEach(each -> points.stream()
                    .filter(point -> each.speaksOf(point.measurement().key()))
                    .forEach(point -> found.computeIfAbsent(each, unused -> new ArrayList<>())
                            .add(point)));
        }
        found.values().forEach(points -> points.sort(Comparator.comparing(SeriesPoint::measuredAt)));
        return found;
    }

    /** Words whose order is that of the numbers in them: 5 % before 20 %. */
    private static String inNumericalOrder(String words) {
        return NUMBER.matcher(words)
                .replaceAll(found -> String.format(Locale.ROOT, "%012.3f", Double.valueOf(found.group())));
    }

    private String channel(PathAndChannel path) {
        return path.channel() == 0 ? path.place() : texts.text("channel.small", path.channel());
    }

    private static Map<PathAndChannel, List<SeriesPoint>> byPath(Trended trended, List<SeriesPoint> points) {
        return points.stream()
                .filter(point -> point.measurement().key().metric().equals(trended.metric()))
                .filter(point -> !point.measurement().key().qualifiers().containsKey(SINGLE_RUN))
                .collect(Collectors.groupingBy(
                        point -> new PathAndChannel(
                                point.measurement().key().channel(),
                                String.join(", ", point.measurement().key().qualifiersInWords())),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** Theory of each check and channel; older modules may have written it as a median, which a value stands before. */
    private static Map<CheckAndChannel, Double> theory(Trended trended, List<SeriesPoint> points) {
        Map<CheckAndChannel, Double> found = new HashMap<>();
        for (Statistic statistic : List.of(Statistic.MEDIAN, Statistic.VALUE)) {
            points.stream()
                    .filter(point -> point.measurement().key().metric().equals(trended.theory()))
                    .filter(point -> point.measurement().key().statistic() == statistic)
                    .forEach(point -> point.measurement()
                            .evaluated()
                            .ifPresent(value -> found.put(
                                    new CheckAndChannel(
                                            point.checkId(),
                                            point.measurement().key().channel()),
                                    value.value().value())));
        }
        return found;
    }

    private Optional<Trend.Point> point(
            SeriesPoint point, Trended trended, Map<CheckAndChannel, Double> theoryOfChecks, Trend.Standing standing) {
        Measurement measurement = point.measurement();
        Optional<Finding.Evaluated> evaluated = measurement.evaluated();
        if (evaluated.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> theory = Optional.ofNullable(theoryOfChecks.get(
                new CheckAndChannel(point.checkId(), measurement.key().channel())));
        Trend.Bounds bounds = own(point, trended, theory)
                .orElseGet(() -> new Trend.Bounds(
                        theory, limit(trended, Severity.WARNING, theory), limit(trended, Severity.FAIL, theory)));
        double value = evaluated.get().value().value();
        double u = evaluated.get().uncertainty().map(Uncertainty::standard).orElse(0.0);
        return Optional.of(new Trend.Point(
                point.checkId(),
                point.measuredAt(),
                new Trend.Value(value, u, () -> definition(trended.metric())
                        .flatMap(metric -> metric.level(value))
                        .orElseGet(() -> NumberText.of(evaluated.get()))),
                bounds,
                point.verdict(),
                standing));
    }

    /** The limits the facility had in force on the day, directly or as a multiple of theory. */
    private Optional<Trend.Bounds> own(SeriesPoint point, Trended trended, Optional<Double> theory) {
        MeasurementKey key = point.measurement().key();
        Optional<Tolerance> direct = own(point, key);
        if (direct.isPresent() || theory.isEmpty()) {
            return direct.map(each -> bounds(theory, each, 1));
        }
        MeasurementKey ratio = new MeasurementKey(trended.ratio(), key.channel(), key.qualifiers(), key.statistic());
        return own(point, ratio).map(each -> bounds(theory, each, theory.orElseThrow()));
    }

    private static Trend.Bounds bounds(Optional<Double> theory, Tolerance tolerance, double factor) {
        return new Trend.Bounds(theory, scaled(tolerance.warning(), factor), scaled(tolerance.fail(), factor));
    }

    private Optional<Tolerance> own(SeriesPoint point, MeasurementKey key) {
        return measuring(key.metric()).stream()
                .map(protocol -> ownLimits.computeIfAbsent(
                        point.configurationId() + "/" + protocol.reference().id(), unused -> records.limits()
                                .versions(
                                        point.configurationId(),
                                        protocol.reference().id())))
                .filter(versions -> !versions.isEmpty())
                .flatMap(versions ->
                        LimitVersion.inForce(versions, LocalDate.ofInstant(point.measuredAt(), records.zone()))
                                .stream())
                .flatMap(version -> version.tolerance(key).stream())
                .findFirst();
    }

    /** The protocols that measure a metric. */
    private List<ProtocolDefinition> measuring(String metric) {
        return measuring.computeIfAbsent(metric, key -> records.catalogue().known().stream()
                .filter(protocol -> protocol.metric(key).isPresent())
                .toList());
    }

    /** A limit in the unit of the metric: set directly, or as a multiple of theory. */
    private Trend.Limits limit(Trended trended, Severity level, Optional<Double> theory) {
        String name = level + " ";
        Optional<Bounds> direct = proposed.computeIfAbsent(
                name + trended.metric(), unused -> bounds(trended.metric(), trended.statistic(), level));
        if (direct.isPresent()) {
            return scaled(direct.get(), 1);
        }
        return theory.flatMap(width -> proposed.computeIfAbsent(
                                name + trended.ratio(), unused -> bounds(trended.ratio(), trended.statistic(), level))
                        .map(ratios -> scaled(ratios, width)))
                .orElse(Trend.Limits.none());
    }

    private Optional<Bounds> bounds(String metric, Statistic statistic, Severity level) {
        return records.catalogue().known().stream()
                .flatMap(protocol -> protocol.limits().stream())
                .filter(limit -> limit.metric().equals(metric) && limit.statistic() == statistic)
                .map(level::of)
                .findFirst();
    }

    private static Trend.Limits scaled(Bounds bounds, double factor) {
        return new Trend.Limits(times(bounds.low(), factor), times(bounds.high(), factor));
    }

    private static Optional<Double> times(OptionalDouble bound, double factor) {
        return bound.isPresent() ? Optional.of(bound.getAsDouble() * factor) : Optional.empty();
    }

    private Optional<MetricDefinition> definition(String metric) {
        return measuring(metric).stream().findFirst().flatMap(protocol -> protocol.metric(metric));
    }

    private Trend.Heading heading(Trended trended, List<SeriesPoint> points) {
        String title = definition(trended.metric()).map(MetricDefinition::title).orElse(trended.metric());
        String unit = points.stream()
                .flatMap(point -> point.measurement().evaluated().stream())
                .map(value -> value.value().unit().sign())
                .findFirst()
                .orElse("");
        return new Trend.Heading(title, unit);
    }
}
