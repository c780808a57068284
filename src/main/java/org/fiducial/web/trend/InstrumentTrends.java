package org.fiducial.web.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
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

    private static final List<Trended> WIDTHS = List.of(
            new Trended("psf.fwhm.x", "psf.theory.xy", "psf.ratio_theory.x"),
            new Trended("psf.fwhm.y", "psf.theory.xy", "psf.ratio_theory.y"),
            new Trended("psf.fwhm.z", "psf.theory.z", "psf.ratio_theory.z"));

    /** Qualifier of one of several runs, which their mean stands for. */
    private static final String SINGLE_RUN = "repeat";

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private final FacilityRecords records;
    private final Texts texts;
    private final TrendLimits limits;

    InstrumentTrends(FacilityRecords records, Texts texts) {
        this.records = records;
        this.texts = texts;
        this.limits = new TrendLimits(records);
    }

    /** The charts of one light path and channel. */
    public record Group(String configuration, String channel, List<TrendChart> charts) {
        public Group {
            charts = List.copyOf(charts);
        }
    }

    private record CheckAndChannel(UUID check, int channel) {}

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
        Map<Numbers.Place, List<TrendChart>> charts = new LinkedHashMap<>();
        for (Numbers numbers : numbers(now, configuration, newest, marks, trended())) {
            Trend.Beside beside = marks.beside(numbers.voided(), numbers.counted());
            TrendChart chart = new Trend(numbers.heading(), numbers.counted(), beside, days, texts).chart();
            charts.computeIfAbsent(numbers.place(), unused -> new ArrayList<>()).add(chart);
        }
        return charts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Numbers.Place::channel)
                        .thenComparing(place -> inNumericalOrder(place.words()))))
                .map(entry -> new Group(configuration.name(), entry.getKey().text(texts), entry.getValue()))
                .toList();
    }

    /** All numbers of a name ({@link Numbers#name}), since the first check. */
    Optional<Numbers> named(String name, InstrumentNow now, Configuration configuration, TrendMarks marks) {
        List<Trended> asked =
                trended().stream().filter(each -> Numbers.isOf(each, name)).toList();
        return numbers(now, configuration, Integer.MAX_VALUE, marks, asked).stream()
                .filter(numbers -> numbers.name().equals(name))
                .findFirst();
    }

    /** The newest numbers of a metric, in every channel and at every place. */
    List<Numbers> ofMetric(
            String metric, InstrumentNow now, Configuration configuration, TrendMarks marks, int newest) {
        List<Trended> asked =
                trended().stream().filter(each -> each.metric().equals(metric)).toList();
        return numbers(now, configuration, newest, marks, asked);
    }

    private List<Numbers> numbers(
            InstrumentNow now, Configuration configuration, int newest, TrendMarks marks, List<Trended> asked) {
        List<Numbers> found = new ArrayList<>();
        read(now, configuration, newest, marks, asked).forEach((trended, all) -> {
            Map<CheckAndChannel, Double> theory = theory(trended, all);
            byPlace(trended, all).forEach((place, points) -> {
                Map<Boolean, List<Trend.Point>> laid = points.stream()
                        .flatMap(point -> point(point, trended, theory, marks.standing(point.checkId())).stream())
                        .collect(Collectors.partitioningBy(point -> point.standing() != Trend.Standing.VOID));
                List<Trend.Point> counted = laid.getOrDefault(true, List.of());
                if (!counted.isEmpty()) {
                    String address =
                            TrendPages.address(now.instrument(), configuration) + "/" + Numbers.name(trended, place);
                    found.add(new Numbers(
                            trended,
                            place,
                            heading(trended, points, address),
                            counted,
                            laid.getOrDefault(false, List.of())));
                }
            });
        });
        return found;
    }

    /** The points of each metric that is trended, with those of its theory; one question for each protocol. */
    private Map<Trended, List<SeriesPoint>> read(
            InstrumentNow now, Configuration configuration, int newest, TrendMarks marks, List<Trended> all) {
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
            if (asked.isEmpty()) {
                continue;
            }
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

    private static Map<Numbers.Place, List<SeriesPoint>> byPlace(Trended trended, List<SeriesPoint> points) {
        return points.stream()
                .filter(point -> point.measurement().key().metric().equals(trended.metric()))
                .filter(point -> !point.measurement().key().qualifiers().containsKey(SINGLE_RUN))
                .collect(Collectors.groupingBy(
                        point -> new Numbers.Place(
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
        Trend.Bounds bounds = limits.of(point, trended, theory);
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

    private Optional<MetricDefinition> definition(String metric) {
        return limits.measuring(metric).stream().findFirst().flatMap(protocol -> protocol.metric(metric));
    }

    private Trend.Heading heading(Trended trended, List<SeriesPoint> points, String address) {
        String title = definition(trended.metric()).map(MetricDefinition::title).orElse(trended.metric());
        String unit = points.stream()
                .flatMap(point -> point.measurement().evaluated().stream())
                .map(value -> value.value().unit().sign())
                .findFirst()
                .orElse("");
        return new Trend.Heading(title, unit, address);
    }
}
