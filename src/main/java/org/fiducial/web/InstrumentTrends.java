package org.fiducial.web;

import java.time.Instant;
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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
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
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.report.NumberText;
import org.fiducial.report.Texts;

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

        boolean of(ProtocolReference protocol) {
            return protocols.isEmpty() || protocols.contains(protocol.id());
        }
    }

    private static final List<Trended> WIDTHS = List.of(
            new Trended("psf.fwhm.x", "psf.theory.xy", "psf.ratio_theory.x"),
            new Trended("psf.fwhm.y", "psf.theory.xy", "psf.ratio_theory.y"),
            new Trended("psf.fwhm.z", "psf.theory.z", "psf.ratio_theory.z"));

    private static final Set<CheckReason> AFTER_WORK = Set.of(CheckReason.AFTER_SERVICE, CheckReason.AS_LEFT);

    /** Qualifier of one of several runs, which their mean stands for. */
    private static final String SINGLE_RUN = "repeat";

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private final FacilityRecords records;
    private final Texts texts;
    private final Map<String, List<LimitVersion>> ownLimits = new HashMap<>();
    private final Map<UUID, List<CheckSummary>> checks = new HashMap<>();

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

    /** A light path and the channel, or the line, set point and place in words. */
    private record PathAndChannel(UUID configuration, int channel, String place) {}

    private record CheckAndChannel(UUID check, int channel) {}

    /** The widths, and the headline metrics of protocols that have none of them. */
    private List<Trended> trended() {
        Map<String, Set<String>> protocols = new LinkedHashMap<>();
        records.catalogue().current().stream()
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
        boolean repeated = records.catalogue().current().stream().anyMatch(protocol -> protocol.form().stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.metric().filter(metric::equals).isPresent())
                .flatMap(field -> protocol.parameter(field.name()).stream())
                .anyMatch(parameter -> parameter.kind() instanceof ParameterKind.Readings));
        return repeated ? Statistic.MEAN : Statistic.VALUE;
    }

    private List<CheckSummary> checksOf(Instrument instrument) {
        return checks.computeIfAbsent(instrument.id(), unused -> records.checksOf(instrument));
    }

    List<Group> of(Instrument instrument, List<Configuration> configurations, Days days) {
        Map<PathAndChannel, List<TrendChart>> charts = new LinkedHashMap<>();
        for (Trended trended : trended()) {
            Map<CheckAndChannel, Double> theory = theory(instrument, trended);
            byPath(instrument, trended).forEach((path, points) -> {
                List<Trend.Point> laid = points.stream()
                        .flatMap(point -> point(point, trended, theory).stream())
                        .toList();
                if (!laid.isEmpty()) {
                    charts.computeIfAbsent(path, unused -> new ArrayList<>())
                            .add(new Trend(
                                            heading(trended, points),
                                            laid,
                                            services(instrument, path, days),
                                            days,
                                            texts)
                                    .chart());
                }
            });
        }
        return configurations.stream()
                .flatMap(configuration -> charts.entrySet().stream()
                        .filter(entry -> entry.getKey().configuration().equals(configuration.id()))
                        .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(PathAndChannel::channel)
                                .thenComparing(path -> inNumericalOrder(path.place()))))
                        .map(entry -> new Group(configuration.name(), channel(entry.getKey()), entry.getValue())))
                .toList();
    }

    /**
     * When somebody worked on the light path, once a day: by the events, and by checks done after work nobody entered.
     */
    private List<Instant> services(Instrument instrument, PathAndChannel path, Days days) {
        List<UUID> parts = records.instruments().configuration(path.configuration()).stream()
                .flatMap(configuration -> configuration.components().stream())
                .map(Component::id)
                .toList();
        Stream<Instant> work = records.events().ofInstrument(instrument.id()).stream()
                .filter(each -> !each.isWithdrawn() && each.event().kind().isWork() && each.concerns(parts))
                .map(each -> each.event().at());
        Stream<Instant> after = checksOf(instrument).stream()
                .filter(check -> check.configurationId().equals(path.configuration()))
                .filter(check -> AFTER_WORK.contains(check.reason()) && !check.isVoid())
                .map(CheckSummary::measuredAt);
        return Stream.concat(work, after)
                .collect(Collectors.toMap(
                        at -> days.of(at).day(), at -> at, (earlier, later) -> earlier, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Words whose order is that of the numbers in them: 5 % before 20 %. */
    private static String inNumericalOrder(String words) {
        return NUMBER.matcher(words)
                .replaceAll(found -> String.format(Locale.ROOT, "%012.3f", Double.valueOf(found.group())));
    }

    private String channel(PathAndChannel path) {
        return path.channel() == 0 ? path.place() : texts.text("channel.small", path.channel());
    }

    private Map<PathAndChannel, List<SeriesPoint>> byPath(Instrument instrument, Trended trended) {
        Set<UUID> checks = checksOf(instrument).stream()
                .filter(check -> trended.of(check.protocol()))
                .map(CheckSummary::id)
                .collect(Collectors.toSet());
        if (checks.isEmpty()) {
            return Map.of();
        }
        return records.checks().series(instrument.id(), trended.metric(), trended.statistic()).stream()
                .filter(point -> checks.contains(point.checkId()))
                .filter(point -> !point.measurement().key().qualifiers().containsKey(SINGLE_RUN))
                .collect(Collectors.groupingBy(
                        point -> new PathAndChannel(
                                point.configurationId(),
                                point.measurement().key().channel(),
                                String.join(", ", point.measurement().key().qualifiersInWords())),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** Theory of each check and channel; older modules may have written it as a median. */
    private Map<CheckAndChannel, Double> theory(Instrument instrument, Trended trended) {
        Map<CheckAndChannel, Double> found = new HashMap<>();
        if (trended.theory().isEmpty()) {
            return found;
        }
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
        Trend.Bounds bounds = own(point, trended, theory)
                .orElseGet(() -> new Trend.Bounds(
                        theory,
                        limit(trended, DefaultLimit::warning, theory),
                        limit(trended, DefaultLimit::fail, theory)));
        double value = evaluated.get().value().value();
        double u = evaluated.get().uncertainty().map(Uncertainty::standard).orElse(0.0);
        return Optional.of(new Trend.Point(
                point.checkId(),
                point.measuredAt(),
                new Trend.Value(
                        value,
                        u,
                        definition(trended.metric())
                                .flatMap(metric -> metric.level(value))
                                .orElseGet(() -> NumberText.of(evaluated.get()))),
                bounds,
                point.verdict()));
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
        LocalDate day =
                LocalDate.ofInstant(point.measuredAt(), records.instruments().zone());
        return records.catalogue().current().stream()
                .filter(protocol -> protocol.metric(key.metric()).isPresent())
                .map(protocol -> ownLimits.computeIfAbsent(
                        point.configurationId() + "/" + protocol.reference().id(), unused -> records.limits()
                                .versions(
                                        point.configurationId(),
                                        protocol.reference().id())))
                .flatMap(versions -> LimitVersion.inForce(versions, day).stream())
                .flatMap(version -> version.tolerance(key).stream())
                .findFirst();
    }

    /** A limit in the unit of the metric: set directly, or as a multiple of theory. */
    private Trend.Limits limit(Trended trended, Function<DefaultLimit, Bounds> level, Optional<Double> theory) {
        List<DefaultLimit> limits = records.catalogue().current().stream()
                .map(ProtocolDefinition::limits)
                .flatMap(List::stream)
                .toList();
        Optional<Bounds> direct = bounds(limits, trended.metric(), trended.statistic(), level);
        if (direct.isPresent()) {
            return scaled(direct.get(), 1);
        }
        return theory.flatMap(width -> bounds(limits, trended.ratio(), trended.statistic(), level)
                        .map(ratios -> scaled(ratios, width)))
                .orElse(Trend.Limits.none());
    }

    private static Optional<Bounds> bounds(
            List<DefaultLimit> limits, String metric, Statistic statistic, Function<DefaultLimit, Bounds> level) {
        return limits.stream()
                .filter(limit -> limit.metric().equals(metric) && limit.statistic() == statistic)
                .map(level)
                .findFirst();
    }

    private static Trend.Limits scaled(Bounds bounds, double factor) {
        return new Trend.Limits(times(bounds.low(), factor), times(bounds.high(), factor));
    }

    private static Optional<Double> times(OptionalDouble bound, double factor) {
        return bound.isPresent() ? Optional.of(bound.getAsDouble() * factor) : Optional.empty();
    }

    private Optional<MetricDefinition> definition(String metric) {
        return records.catalogue().current().stream()
                .flatMap(protocol -> protocol.metric(metric).stream())
                .findFirst();
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
