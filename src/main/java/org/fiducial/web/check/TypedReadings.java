package org.fiducial.web.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fiducial.metrology.protocol.ReadingTable;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Choice;

/**
 * Readings typed into numbered rows of a form; rows that are empty are left out. They become a text table, which is kept
 * and analysed as any file is.
 */
record TypedReadings(ReadingTable table, Map<String, String> typed) {

    /** The field that holds how many rows the form has. */
    static final String ROWS = "rows";

    /** The button that asks for more of them. */
    static final String MORE = "more-rows";

    /** What the table is called. */
    static final String FILE = "typed-readings.csv";

    private static final int FIRST = 12;
    private static final int MOST = 120;
    private static final int LONGEST_CELL = 30;

    /** A row as the template draws it. */
    public record RowView(int number, List<CellView> cells) {
        public RowView {
            cells = List.copyOf(cells);
        }
    }

    /** A cell: its field, what it is called, what was typed, and what can be chosen where it is not typed. */
    public record CellView(String field, String label, String value, List<Choice> words) {
        public CellView {
            words = List.copyOf(words);
        }
    }

    /** The head of a column, with the units to choose from. */
    public record HeadView(String field, String title, List<Choice> units) {
        public HeadView {
            units = List.copyOf(units);
        }
    }

    boolean isEmpty() {
        return IntStream.rangeClosed(1, rows()).noneMatch(this::isFilled);
    }

    /** How many rows the form has. */
    int rows() {
        String text = text(ROWS);
        int asked = text.matches("\\d{1,3}") ? Integer.parseInt(text) : FIRST;
        return Math.max(FIRST, Math.min(MOST, asked));
    }

    /** How many it has when more are asked for. */
    int moreRows() {
        return Math.min(MOST, rows() + FIRST);
    }

    List<HeadView> heads() {
        return table.columns().stream()
                .map(column -> new HeadView(
                        unitField(column), column.title(), choices(column.units(), text(unitField(column)))))
                .toList();
    }

    List<RowView> views() {
        return IntStream.rangeClosed(1, rows())
                .mapToObj(row -> new RowView(
                        row,
                        table.columns().stream()
                                .map(column -> cell(row, column))
                                .toList()))
                .toList();
    }

    private CellView cell(int row, ReadingTable.Column column) {
        String field = field(row, column);
        return new CellView(field, column.title(), text(field), choices(column.words(), text(field)));
    }

    private static List<Choice> choices(List<String> words, String chosen) {
        return words.stream()
                .map(word -> new Choice(word, word, word.equals(chosen)))
                .toList();
    }

    /**
     * The table in the form that is kept.
     *
     * @throws UnusableInputException naming the row that is wrong
     */
    byte[] csv() {
        List<ReadingTable.Column> used = table.columns().stream()
                .filter(column -> column.required()
                        || IntStream.rangeClosed(1, rows())
                                .anyMatch(row -> !text(field(row, column)).isEmpty()))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(used.stream().map(this::name).collect(Collectors.joining(",")));
        for (int row = 1; row <= rows(); row++) {
            if (isFilled(row)) {
                int number = row;
                lines.add(used.stream().map(column -> value(number, column)).collect(Collectors.joining(",")));
            }
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String name(ReadingTable.Column column) {
        if (column.units().isEmpty()) {
            return column.name();
        }
        String unit = text(unitField(column));
        if (!column.units().contains(unit)) {
            throw new UnusableInputException("No unit was chosen for '" + column.title()
                    + "'; choose the one the meter showed, because readings in W and in mW look alike.");
        }
        return column.name() + "_" + unit;
    }

    private String value(int row, ReadingTable.Column column) {
        String text = text(field(row, column));
        if (text.isEmpty()) {
            if (column.required()) {
                throw new UnusableInputException(
                        "Row " + row + " has nothing under '" + column.title() + "'; fill it in or empty the row.");
            }
            return "";
        }
        if (!column.words().isEmpty()) {
            if (!column.words().contains(text)) {
                throw refuse(row, column, text, "choose one of " + String.join(", ", column.words()));
            }
            return text;
        }
        if (text.matches("[-+]?\\d{1,3},\\d{3}")) {
            throw refuse(row, column, text, "it could mean a thousand times as much, so write it with a decimal point");
        }
        String number = text.replace(',', '.');
        if (!number.matches("[-+]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})([eE][-+]?\\d{1,3})?")) {
            throw refuse(row, column, text, "write a number such as 12.5");
        }
        return number;
    }

    private static UnusableInputException refuse(int row, ReadingTable.Column column, String text, String advice) {
        String shown = text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
        return new UnusableInputException(
                "Row " + row + ": '" + shown + "' under '" + column.title() + "' cannot be used; " + advice + ".");
    }

    private boolean isFilled(int row) {
        return table.columns().stream()
                .anyMatch(column -> !text(field(row, column)).isEmpty());
    }

    private static String field(int row, ReadingTable.Column column) {
        return "row." + row + "." + column.name();
    }

    private static String unitField(ReadingTable.Column column) {
        return "unit." + column.name();
    }

    private String text(String field) {
        return Optional.ofNullable(typed.get(field)).orElse("").strip();
    }
}
