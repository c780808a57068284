package org.fiducial.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.MetricDefinition.Standing;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.report.ItemsView.Cell;
import org.fiducial.report.ItemsView.Column;
import org.fiducial.report.ItemsView.Row;
import org.fiducial.report.ItemsView.Status;
import org.fiducial.report.ResultView.FigureView;

/** Puts items into words. */
record ItemsViews(AnalysisResult result, Optional<ProtocolDefinition> definition, Texts texts) {

    ItemsView view() {
        Map<String, List<Estimate>> values = new LinkedHashMap<>();
        result.items().forEach(item -> item.values()
                .forEach((key, estimate) ->
                        values.computeIfAbsent(key, unused -> new ArrayList<>()).add(estimate)));
        Map<String, Digits> digits = new HashMap<>();
        values.forEach((key, estimates) -> digits.put(key, Digits.of(estimates)));
        List<Column> columns = new ArrayList<>();
        values.forEach((key, estimates) ->
                columns.add(column(key, estimates.get(0).quantity().unit())));
        return new ItemsView(
                kind(),
                columns,
                result.items().stream().map(item -> row(item, columns, digits)).toList(),
                figures());
    }

    /** The unit of a column, and the decimals of those of its values whose uncertainty is not known. */
    private record Digits(Unit unit, int decimals) {

        static Digits of(List<Estimate> estimates) {
            Unit unit = estimates.get(0).quantity().unit();
            double[] sorted = estimates.stream()
                    .mapToDouble(estimate -> Math.abs(estimate.quantity().valueIn(unit)))
                    .sorted()
                    .toArray();
            return new Digits(unit, NumberText.decimals(sorted[sorted.length / 2], OptionalDouble.empty()));
        }
    }

    /** What the protocol calls its items; of one this program does not carry, what the items say. */
    private String kind() {
        return definition
                .map(found -> found.description().items())
                .or(() -> result.items().stream()
                        .map(item -> item.identity().kind())
                        .findFirst())
                .orElse("bead");
    }

    private Map<String, List<FigureView>> figures() {
        List<String> ids =
                result.items().stream().map(item -> item.identity().id()).toList();
        Map<String, List<FigureView>> found = new LinkedHashMap<>();
        for (Figure figure : LabelledFigures.of(result, texts)) {
            itemOf(figure, ids).ifPresent(id -> found.computeIfAbsent(id, unused -> new ArrayList<>())
                    .add(ResultViews.figure(figure)));
        }
        return found;
    }

    /** The item a picture shows, if it shows a single one: its id is part of the picture's. */
    static Optional<String> itemOf(Figure figure, List<String> itemIds) {
        String id = "-" + figure.caption().id() + "-";
        return itemIds.stream().filter(item -> id.contains("-" + item + "-")).findFirst();
    }

    private Column column(String key, Unit unit) {
        Optional<MetricDefinition> metric = definition.flatMap(found -> found.metric(key));
        boolean first = key.contains(".position.")
                || key.equals("power.time")
                || key.equals("power.reading")
                || metric.map(found -> found.standing() == Standing.HEADLINE).orElse(false);
        return new Column(key, metric.map(MetricDefinition::title).orElse(key), unit.sign(), first);
    }

    private Row row(Item item, List<Column> columns, Map<String, Digits> digits) {
        String word = item.status().name().toLowerCase(Locale.ROOT);
        boolean flagged =
                item.status() == ItemStatus.MEASURED && !item.reasons().isEmpty();
        return new Row(
                item.identity().id(),
                item.identity().channel(),
                item.identity().input(),
                new Status(flagged ? "flagged" : word, texts.text("item." + (flagged ? "flagged" : word))),
                item.reasons().stream()
                        .map(reason -> ReasonText.of(item.identity().kind(), reason, texts))
                        .toList(),
                columns.stream().map(column -> cell(item, column, digits)).toList());
    }

    private static Cell cell(Item item, Column column, Map<String, Digits> digits) {
        Estimate estimate = item.values().get(column.key());
        Digits shown = digits.get(column.key());
        if (estimate == null || shown == null) {
            return new Cell("", "", column.first());
        }
        Unit unit = shown.unit();
        double value = estimate.quantity().valueIn(unit);
        OptionalDouble u = estimate.standardUncertainty();
        String text = u.isPresent() && u.getAsDouble() > 0
                ? NumberText.with(
                        new Quantity(value, Unit.ONE),
                        OptionalDouble.of(estimate.quantity().unit().convert(u.getAsDouble(), unit)))
                : NumberText.fixed(value, shown.decimals());
        return new Cell(text, Double.toString(value), column.first());
    }
}
