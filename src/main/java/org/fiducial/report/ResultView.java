package org.fiducial.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.MetricDefinition.Standing;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/**
 * A result and its verdicts in the words and digits people read; page and report show the same.
 *
 * @param head what was done and what came of it
 * @param verdicts one row for each measurement judged
 * @param numbers every measurement, by standing
 * @param items beads or readings
 * @param figures pictures, without those of single items
 * @param source parameters, inputs, remarks and software
 */
public record ResultView(
        Head head,
        List<VerdictRow> verdicts,
        List<NumberGroup> numbers,
        ItemsView items,
        List<FigureView> figures,
        SourceView source) {

    public ResultView {
        verdicts = List.copyOf(verdicts);
        numbers = List.copyOf(numbers);
        figures = List.copyOf(figures);
    }

    /**
     * What was done and what came of it.
     *
     * @param title of the protocol
     * @param protocol id and version
     * @param overall the verdict on the whole
     * @param limits the version of the limits in force
     * @param measured items that count
     * @param rejected items that do not
     */
    public record Head(String title, String protocol, VerdictView overall, String limits, int measured, int rejected) {}

    /**
     * A verdict with the numbers it rests on.
     *
     * @param name what was judged
     * @param verdict the verdict
     * @param value value with uncertainty and unit, empty where there is none
     * @param warning the warning limit in words
     * @param fail the fail limit in words
     * @param because why the verdict, and why the limit
     */
    public record VerdictRow(
            MetricName name, VerdictView verdict, String value, String warning, String fail, Because because) {}

    /**
     * Why a verdict came out as it did.
     *
     * @param verdict the numbers in one sentence
     * @param limit why its limit is where it is
     * @param rule the decision rule and whose limit it is; empty where nothing was judged
     */
    public record Because(String verdict, String limit, String rule) {}

    /** Whether all that was judged was judged by one rule and limits of one source, so that it need be said only once. */
    public boolean judgedAlike() {
        return rules().count() <= 1;
    }

    /** By which rules and whose limits was judged, each once. */
    public String judgedBy() {
        return rules().collect(Collectors.joining("; "));
    }

    private Stream<String> rules() {
        return verdicts.stream()
                .map(row -> row.because().rule())
                .filter(rule -> !rule.isEmpty())
                .distinct();
    }

    /** Why limits are where they are, each reason once, with the metrics it is for. */
    public List<LimitSource> limitSources() {
        Map<String, Set<String>> metrics = new LinkedHashMap<>();
        verdicts.stream().filter(row -> !row.because().limit().isEmpty()).forEach(row -> metrics.computeIfAbsent(
                        row.because().limit(), each -> new LinkedHashSet<>())
                .add(row.name().title()));
        return metrics.entrySet().stream()
                .map(each -> new LimitSource(String.join(", ", each.getValue()), each.getKey()))
                .toList();
    }

    /** Why the limits of some metrics are where they are. */
    public record LimitSource(String metrics, String reason) {}

    /**
     * The name of a measurement.
     *
     * @param title for people
     * @param key for machines
     * @param where channel and qualifiers in words; may be empty
     * @param definition one sentence; may be empty
     */
    public record MetricName(String title, String key, String where, String definition) {}

    /**
     * The measurements of one standing.
     *
     * @param word {@code headline}, {@code detail} or {@code comparison}
     * @param rows one for each metric, channel and qualifiers
     */
    public record NumberGroup(String word, List<NumberRow> rows) {
        public NumberGroup {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A metric with all its statistics.
     *
     * @param name what was measured
     * @param value headline value with uncertainty and unit, or why there is none
     * @param evaluated whether there is a value
     * @param spread the other statistics
     * @param budget parts of the uncertainty; may be empty
     * @param formula id of the definition used; may be empty
     */
    public record NumberRow(
            MetricName name, String value, boolean evaluated, Spread spread, List<BudgetPart> budget, String formula) {
        public NumberRow {
            budget = List.copyOf(budget);
        }
    }

    /**
     * What stands beside a value.
     *
     * @param others the other statistics that any metric of its standing has, the same for all of them; each may be empty
     * @param n how many items the value rests on; may be empty
     */
    public record Spread(List<OtherStatistic> others, String n) {
        public Spread {
            others = List.copyOf(others);
        }
    }

    /** A statistic besides the headline: its stable word, and the number or nothing. */
    public record OtherStatistic(String word, String value) {}

    /**
     * A part of an uncertainty.
     *
     * @param name what it comes from
     * @param value with unit
     * @param percent its share of the variance
     */
    public record BudgetPart(String name, String value, long percent) {}

    /** The pictures of a result without those of single items, in their order. */
    public static List<FigureView> figuresOf(AnalysisResult result, Texts texts) {
        return ResultViews.figures(result, texts);
    }

    /**
     * A picture.
     *
     * @param id stem of its address
     * @param title a few words
     * @param text what one sees; may be empty
     * @param width in CSS pixels
     * @param height in CSS pixels
     */
    public record FigureView(String id, String title, String text, int width, int height) {}

    /** The view of a result; without the protocol's definition metrics are named by their keys. */
    public static ResultView of(
            AnalysisResult result, Judgement judgement, Optional<ProtocolDefinition> definition, Texts texts) {
        return new ResultViews(result, judgement, definition, texts).view();
    }

    /** The numbers of one standing. */
    public List<NumberRow> numbers(Standing standing) {
        String word = ResultViews.word(standing);
        return numbers.stream()
                .filter(group -> group.word().equals(word))
                .flatMap(group -> group.rows().stream())
                .toList();
    }
}
