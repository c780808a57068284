package org.fiducial.web.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.PartClaim;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.report.CoveringValues;
import org.fiducial.report.Texts;
import org.fiducial.report.VerdictView;
import org.fiducial.web.page.Days;

/**
 * The numbers of the checks of a part, a column for each check.
 *
 * @param subject the part
 * @param methods the protocols with their publications, each once
 * @param with what was measured with, each once
 * @param days when the checks were made, oldest first
 * @param judged what was judged
 * @param others what was not
 */
public record ValueTable(
        String subject,
        List<Method> methods,
        String with,
        List<Days.Moment> days,
        List<Line> judged,
        List<Line> others) {

    /** A protocol and the first publication it rests on; that may be empty. */
    public record Method(String name, String doi) {}

    /**
     * What was measured, by each check.
     *
     * @param limit outside of which it fails, and is remarked on; of several the one in force last comes last
     */
    public record Line(String name, List<Cell> cells, String limit) {}

    /**
     * A number of a check made on a day; empty where the check has none.
     *
     * @param why it was not evaluated, as the analysis wrote it: in English
     */
    public record Cell(String day, String value, String why, Optional<VerdictView> verdict) {

        static Cell of(String day, CoveringValues.Row row, Texts texts) {
            boolean evaluated = row.finding() instanceof Finding.Evaluated;
            return new Cell(
                    day,
                    evaluated ? row.words().value() : "",
                    evaluated ? "" : row.words().value(),
                    row.verdict().map(verdict -> VerdictView.of(verdict.level(), texts)));
        }
    }

    static List<ValueTable> of(Journey journey, Coverage coverage, Days days) {
        return coverage.parts().stream()
                .flatMap(part -> of(journey, part, days).stream())
                .toList();
    }

    private static Optional<ValueTable> of(Journey journey, PartClaim part, Days days) {
        Set<UUID> ids = part.checks().stream().map(each -> each.check().id()).collect(Collectors.toSet());
        List<CoveringValues.Row> rows = journey.values().stream()
                .filter(row -> ids.contains(row.check().id()))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Check> checks = rows.stream()
                .map(CoveringValues.Row::check)
                .distinct()
                .sorted(Check.OLDEST_FIRST)
                .toList();
        Function<Check, Days.Moment> day =
                check -> days.of(check.occasion().times().measuredAt());
        List<Line> judged = new ArrayList<>();
        List<Line> others = new ArrayList<>();
        Map<MeasurementKey, List<CoveringValues.Row>> alike = rows.stream()
                .collect(Collectors.groupingBy(CoveringValues.Row::key, LinkedHashMap::new, Collectors.toList()));
        for (List<CoveringValues.Row> same : alike.values()) {
            boolean any = same.stream().anyMatch(row -> row.verdict().isPresent());
            (any ? judged : others).add(line(same, checks, day, journey.text().texts()));
        }
        return Optional.of(new ValueTable(
                journey.text().subject(part),
                rows.stream()
                        .map(row -> new Method(row.words().method(), row.words().doi()))
                        .distinct()
                        .toList(),
                joined(rows.stream().map(row -> row.words().with())),
                checks.stream().map(day).toList(),
                judged,
                others));
    }

    private static Line line(
            List<CoveringValues.Row> same, List<Check> checks, Function<Check, Days.Moment> day, Texts texts) {
        CoveringValues.Words words = same.get(0).words();
        List<Cell> cells = checks.stream()
                .map(check -> same.stream()
                        .filter(row -> row.check().id().equals(check.id()))
                        .findFirst()
                        .map(row -> Cell.of(day.apply(check).day(), row, texts))
                        .orElseGet(() -> new Cell(day.apply(check).day(), "", "", Optional.empty())))
                .toList();
        String limits = same.stream()
                .filter(row -> !row.words().limit().isEmpty())
                .map(row -> texts.text(
                        "journey.limits", row.words().limit(), row.words().warning()))
                .distinct()
                .collect(Collectors.joining(" → "));
        String name = words.where().isEmpty() ? words.name() : words.name() + ", " + words.where();
        return new Line(name, cells, limits);
    }

    private static String joined(Stream<String> words) {
        return words.filter(each -> !each.isEmpty()).distinct().collect(Collectors.joining(", "));
    }
}
