package org.fiducial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.MetricDefinition.Standing;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.report.ResultView.Because;
import org.fiducial.report.ResultView.BudgetPart;
import org.fiducial.report.ResultView.FigureView;
import org.fiducial.report.ResultView.MetricName;
import org.fiducial.report.ResultView.NumberGroup;
import org.fiducial.report.ResultView.NumberRow;
import org.fiducial.report.ResultView.OtherStatistic;
import org.fiducial.report.ResultView.Spread;
import org.fiducial.report.ResultView.VerdictRow;

/** Puts a result into words. */
record ResultViews(AnalysisResult result, Judgement judgement, Optional<ProtocolDefinition> definition, Texts texts) {

    /** What may stand beside a headline, in the order of the columns. */
    private static final List<Statistic> OTHERS = List.of(Statistic.MEAN, Statistic.SD, Statistic.MIN, Statistic.MAX);

    ResultView view() {
        return new ResultView(
                head(),
                judgement.verdicts().stream().map(this::verdictRow).toList(),
                Arrays.stream(Standing.values()).map(this::group).toList(),
                new ItemsViews(result, definition, texts).view(),
                figures(),
                SourceView.of(result, definition, texts));
    }

    static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private ResultView.Head head() {
        int measured = (int) result.items().stream()
                .filter(item -> item.status() == ItemStatus.MEASURED)
                .count();
        return new ResultView.Head(
                definition
                        .map(found -> found.description().title())
                        .orElse(result.provenance().protocol().id()),
                result.provenance().protocol().toString(),
                VerdictView.of(judgement.overall(), texts),
                judgement.limitVersion(),
                measured,
                result.items().size() - measured);
    }

    private VerdictRow verdictRow(Verdict verdict) {
        Optional<Finding.Evaluated> value = result.measurement(verdict.key()).flatMap(Measurement::evaluated);
        Unit unit = value.map(found -> found.value().unit()).orElse(Unit.ONE);
        return new VerdictRow(
                name(verdict.key()),
                VerdictView.of(verdict.level(), texts),
                value.map(found -> value(verdict.key(), found)).orElse(""),
                bounds(verdict.key(), verdict.limit().warning(), unit),
                bounds(verdict.key(), verdict.limit().fail(), unit),
                new Because(verdict.becauseOfTheNumbers(), verdict.limit().reason(), rule(verdict)));
    }

    private String rule(Verdict verdict) {
        return verdict.ruling()
                .map(ruling -> texts.text(
                        "verdicts.rule." + ruling.rule().word(),
                        texts.text("verdicts.source." + ruling.source().word())))
                .orElse("");
    }

    /** A number, or the word it stands for. */
    String value(MeasurementKey key, Finding.Evaluated value) {
        return definition
                .flatMap(found -> found.metric(key.metric()))
                .flatMap(metric -> metric.level(value.value().value()))
                .map(texts::named)
                .orElseGet(() -> texts.decimals(NumberText.of(value)));
    }

    String bounds(MeasurementKey key, Bounds bounds, Unit unit) {
        Optional<String> words = definition
                .flatMap(found -> found.metric(key.metric()))
                .filter(metric -> !metric.levels().isEmpty())
                .map(metric -> LevelWords.of(metric, bounds, texts));
        return words.orElseGet(() -> bounds(bounds, unit));
    }

    private String bounds(Bounds bounds, Unit unit) {
        String sign = unit.sign().isEmpty() ? "" : "\u00a0" + unit.sign();
        OptionalDouble low = bounds.low();
        OptionalDouble high = bounds.high();
        if (low.isPresent() && high.isPresent()) {
            return texts.text("limit.between", bound(low), bound(high) + sign);
        }
        if (high.isPresent()) {
            return texts.text("limit.most", bound(high) + sign);
        }
        return low.isPresent() ? texts.text("limit.least", bound(low) + sign) : texts.text("limit.none");
    }

    private String bound(OptionalDouble value) {
        return texts.decimals(NumberText.bare(value.orElseThrow()));
    }

    MetricName name(MeasurementKey key) {
        Optional<MetricDefinition> metric = definition.flatMap(found -> found.metric(key.metric()));
        List<String> where = new ArrayList<>();
        if (key.channel() > 0 && severalChannels()) {
            where.add(texts.text("channel", key.channel()));
        }
        where.addAll(key.qualifiersInWords((name, value) -> texts.find("qualifier." + name, texts.named(value))
                .orElseGet(() -> MeasurementKey.inWords(name, value))));
        return new MetricName(
                metric.map(MetricDefinition::title).map(texts::named).orElse(key.metric()),
                key.metric(),
                String.join(", ", where),
                metric.map(MetricDefinition::definition).orElse(""));
    }

    /** A single channel need not be named in every row. */
    private boolean severalChannels() {
        return result.measurements().stream()
                        .map(measurement -> measurement.key().channel())
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    Standing standing(MeasurementKey key) {
        return definition
                .flatMap(found -> found.metric(key.metric()))
                .map(MetricDefinition::standing)
                .orElse(Standing.DETAIL);
    }

    private NumberGroup group(Standing standing) {
        Map<MeasurementKey, List<Measurement>> byMetric = result.measurements().stream()
                .filter(measurement -> standing(measurement.key()) == standing)
                .collect(Collectors.groupingBy(
                        measurement -> withoutStatistic(measurement.key()), LinkedHashMap::new, Collectors.toList()));
        List<Statistic> others = OTHERS.stream()
                .filter(statistic -> byMetric.values().stream()
                        .flatMap(measurements -> measurements.stream().skip(1))
                        .anyMatch(measurement -> measurement.key().statistic() == statistic))
                .toList();
        return new NumberGroup(
                word(standing),
                byMetric.values().stream()
                        .map(measurements -> numberRow(measurements, others))
                        .toList());
    }

    private static MeasurementKey withoutStatistic(MeasurementKey key) {
        return new MeasurementKey(key.metric(), key.channel(), key.qualifiers(), Statistic.VALUE);
    }

    /** The first measurement of a metric is its headline. */
    private NumberRow numberRow(List<Measurement> measurements, List<Statistic> others) {
        Measurement main = measurements.get(0);
        MetricName name = name(main.key());
        if (main.finding() instanceof Finding.NotEvaluated missing) {
            List<OtherStatistic> none = others.stream()
                    .map(statistic -> new OtherStatistic(statistic.word(), ""))
                    .toList();
            return new NumberRow(name, missing.reason(), false, new Spread(none, ""), List.of(), "");
        }
        Finding.Evaluated value = main.evaluated().orElseThrow();
        Spread spread = new Spread(
                others.stream()
                        .map(statistic ->
                                new OtherStatistic(statistic.word(), statistic(measurements, statistic, value)))
                        .toList(),
                value.n() > 0 ? Integer.toString(value.n()) : "");
        return new NumberRow(
                name,
                value(main.key(), value),
                true,
                spread,
                budget(value),
                value.formula().orElse(""));
    }

    private static String statistic(List<Measurement> measurements, Statistic statistic, Finding.Evaluated main) {
        OptionalDouble u = main.uncertainty()
                .map(Uncertainty::standard)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
        return measurements.stream()
                .skip(1)
                .filter(measurement -> measurement.key().statistic() == statistic)
                .flatMap(measurement -> measurement.evaluated().stream())
                .map(Finding.Evaluated::value)
                .map(value -> NumberText.fixed(value.value(), NumberText.decimals(value.value(), u), u.isEmpty()))
                .findFirst()
                .orElse("");
    }

    private static List<BudgetPart> budget(Finding.Evaluated value) {
        Optional<Uncertainty> u = value.uncertainty();
        if (u.isEmpty() || u.get().standard() == 0) {
            return List.of();
        }
        double variance = u.get().standard() * u.get().standard();
        String sign = value.value().unit().sign();
        return u.get().parts().stream()
                .map(part -> new BudgetPart(
                        part.name(),
                        NumberText.fixed(
                                        part.standard(),
                                        NumberText.decimals(
                                                0, OptionalDouble.of(u.get().standard() / 10)),
                                        false)
                                + (sign.isEmpty() ? "" : "\u00a0" + sign),
                        Math.round(100 * part.standard() * part.standard() / variance)))
                .toList();
    }

    private List<FigureView> figures() {
        return figures(result, texts);
    }

    /** The pictures of a whole result, those of single items apart. */
    static List<FigureView> figures(AnalysisResult result, Texts texts) {
        List<String> itemIds = result.items().stream()
                .map(Item::identity)
                .map(Item.ItemIdentity::id)
                .toList();
        return LabelledFigures.of(result, texts).stream()
                .filter(figure -> ItemsViews.itemOf(figure, itemIds).isEmpty())
                .map(ResultViews::figure)
                .toList();
    }

    static FigureView figure(Figure figure) {
        FigureRenderer.FigureSize size = new FigureRenderer().size(figure);
        return new FigureView(
                figure.caption().id(),
                figure.caption().title(),
                figure.caption().text(),
                size.width(),
                size.height());
    }
}
