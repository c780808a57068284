package org.fiducial.metrology.protocol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.metrology.quantity.Unit;

/**
 * The items of a result as {@code items.csv}: one row an item, two columns a metric (value and standard uncertainty),
 * the unit in the heading. Comma separated, UTF-8, points as decimal marks; a metric that an item lacks is an empty cell.
 */
public final class ItemTable {

    private ItemTable() {}

    /** The table of a result's items, as UTF-8. */
    public static byte[] write(List<Item> items) {
        Map<String, Unit> columns = columns(items);
        StringBuilder table = new StringBuilder();
        List<String> heading = new ArrayList<>(List.of("id", "kind", "channel", "input", "status", "reasons"));
        columns.forEach((key, unit) -> {
            heading.add(key + " [" + unit.code() + "]");
            heading.add("u(" + key + ") [" + unit.code() + "]");
        });
        line(table, heading);
        items.forEach(item -> line(table, row(item, columns)));
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Unit> columns(List<Item> items) {
        Map<String, Unit> columns = new LinkedHashMap<>();
        for (Item item : items) {
            item.values()
                    .forEach((key, estimate) ->
                            columns.putIfAbsent(key, estimate.quantity().unit()));
        }
        return columns;
    }

    private static List<String> row(Item item, Map<String, Unit> columns) {
        List<String> cells = new ArrayList<>(List.of(
                item.identity().id(),
                item.identity().kind(),
                Integer.toString(item.identity().channel()),
                noFormula(item.identity().input()),
                JsonWords.word(item.status()),
                item.reasons().stream().map(Reason::code).collect(Collectors.joining(" "))));
        columns.forEach((key, unit) -> {
            Optional<Estimate> estimate = Optional.ofNullable(item.values().get(key));
            cells.add(estimate.map(found -> number(found.quantity().valueIn(unit)))
                    .orElse(""));
            cells.add(estimate.filter(found -> found.standardUncertainty().isPresent())
                    .map(found -> number(found.quantity()
                            .unit()
                            .convert(found.standardUncertainty().getAsDouble(), unit)))
                    .orElse(""));
        });
        return cells;
    }

    /** A file may be called {@code =1+1.tif}; a spreadsheet that opens the table shall not compute its name. */
    private static String noFormula(String name) {
        return name.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + name : name;
    }

    private static String number(double value) {
        BigDecimal rounded = Digits.TWELVE.node(value).decimalValue();
        return rounded.toString();
    }

    private static void line(StringBuilder table, List<String> cells) {
        table.append(cells.stream().map(ItemTable::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
