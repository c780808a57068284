package org.fiducial.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.report.ResultView.FigureView;

/**
 * Beads or readings as a table.
 *
 * @param kind what they are, {@code bead} or {@code reading}; templates choose their words by it
 * @param columns the values, in a stable order
 * @param rows one for each item
 * @param figuresOf pictures that show a single item, by its id
 */
public record ItemsView(String kind, List<Column> columns, List<Row> rows, Map<String, List<FigureView>> figuresOf) {

    public ItemsView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        figuresOf = Map.copyOf(figuresOf);
    }

    /** The pictures of an item. */
    public List<FigureView> figures(String id) {
        return figuresOf.getOrDefault(id, List.of());
    }

    /**
     * A column of values.
     *
     * @param key metric key
     * @param title for people
     * @param unit sign of the unit; may be empty
     * @param first whether it is shown at once; the others are shown on request
     */
    public record Column(String key, String title, String unit, boolean first) {}

    /**
     * An item.
     *
     * @param id for instance {@code c1-b007}
     * @param channel counted from 1, 0 for none
     * @param input the file it was found in
     * @param status {@code measured} or {@code rejected}, with its label
     * @param reasons why it was rejected, or the flags of a measured one, with their numbers
     * @param cells one for each column
     */
    public record Row(String id, int channel, String input, Status status, List<String> reasons, List<Cell> cells) {
        public Row {
            reasons = List.copyOf(reasons);
            cells = List.copyOf(cells);
        }
    }

    /** Whether an item counts: a stable word and the label people read. */
    public record Status(String word, String label) {}

    /**
     * A value in the table.
     *
     * @param text number with uncertainty, in the unit of its column; empty where there is none
     * @param sort the bare number to sort by; empty where there is none
     * @param first whether its column is shown at once
     */
    public record Cell(String text, String sort, boolean first) {}

    /** The items a report lists: of beads those that do not count, of readings all that carry a reason. */
    public List<Row> listed() {
        return kind.equals("reading") ? rows : rejected();
    }

    /** The items that do not count. */
    public List<Row> rejected() {
        return rows.stream()
                .filter(row -> "rejected".equals(row.status().word()))
                .toList();
    }

    /** The item of an id. */
    public Optional<Row> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
