package org.fiducial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.ItemKind;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.report.NumberText;

/** A result in a few lines of text: the headline numbers, what limits say of them, and the remarks. */
final class ResultSummary {

    private final ProtocolDefinition protocol;
    private final AnalysisResult result;
    private final Judgement judgement;

    ResultSummary(ProtocolDefinition protocol, AnalysisResult result, Judgement judgement) {
        this.protocol = protocol;
        this.result = result;
        this.judgement = judgement;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(protocol.description().title() + ", " + protocol.reference() + ": " + items() + ", "
                + words(judgement.overall()));
        result.measurements().stream().filter(this::isHeadline).map(this::line).forEach(lines::add);
        judgement.verdicts().stream()
                .filter(verdict -> verdict.level() == VerdictLevel.FAIL || verdict.level() == VerdictLevel.WARNING)
                .map(this::line)
                .forEach(lines::add);
        judgedBy().ifPresent(lines::add);
        result.remarks()
                .forEach(remark ->
                        lines.add("  " + remark.severity().name().toLowerCase(Locale.ROOT) + ": " + remark.text()));
        return lines;
    }

    /** By whose limits and which rules was judged, in one line. */
    private Optional<String> judgedBy() {
        List<Verdict.Ruling> rulings = judgement.verdicts().stream()
                .flatMap(verdict -> verdict.ruling().stream())
                .distinct()
                .toList();
        if (rulings.isEmpty()) {
            return Optional.empty();
        }
        String rules =
                rulings.stream().map(ruling -> ruling.rule().words()).distinct().collect(Collectors.joining(" and "));
        boolean proposed = rulings.stream().allMatch(ruling -> ruling.source() == Verdict.Source.PROTOCOL);
        String whose = proposed ? "the limits the protocol proposes" : judgement.limitVersion();
        return Optional.of("  judged by " + whose + ": " + rules);
    }

    private String items() {
        return ItemKind.of(protocol.description().items())
                .say("count", count(Item.ItemStatus.MEASURED), count(Item.ItemStatus.REJECTED));
    }

    private long count(Item.ItemStatus status) {
        return result.items().stream().filter(item -> item.status() == status).count();
    }

    private boolean isHeadline(Measurement measurement) {
        Statistic statistic = measurement.key().statistic();
        return (statistic == Statistic.MEDIAN
                        || statistic == Statistic.VALUE
                        || (statistic == Statistic.MEAN && protocol.form().isPresent()))
                && protocol.metric(measurement.key().metric())
                        .filter(metric -> metric.standing() == MetricDefinition.Standing.HEADLINE)
                        .isPresent();
    }

    private String line(Measurement measurement) {
        return "  " + name(measurement.key()) + ": " + found(measurement);
    }

    private String line(Verdict verdict) {
        return "  " + words(verdict.level()) + ": " + name(verdict.key()) + ": " + verdict.because();
    }

    private String name(MeasurementKey key) {
        String title =
                protocol.metric(key.metric()).map(MetricDefinition::title).orElse(key.metric());
        String channel = key.channel() == 0 ? "" : ", channel " + key.channel();
        return title
                + channel
                + key.qualifiersInWords().stream().map(words -> ", " + words).collect(Collectors.joining());
    }

    private String found(Measurement measurement) {
        Optional<String> word = measurement.evaluated().flatMap(value -> protocol.metric(
                        measurement.key().metric())
                .flatMap(metric -> metric.level(value.value().value())));
        return word.orElseGet(() -> found(measurement.finding()));
    }

    private static String found(Finding finding) {
        if (finding instanceof Finding.NotEvaluated not) {
            return "not evaluated (" + not.reason() + ")";
        }
        Finding.Evaluated evaluated = (Finding.Evaluated) finding;
        // A space that does not break would hide from those who search what was printed.
        return NumberText.of(evaluated).replace('\u00a0', ' ') + ", n = " + evaluated.n();
    }

    static String words(VerdictLevel level) {
        return level.word().replace('-', ' ');
    }
}
