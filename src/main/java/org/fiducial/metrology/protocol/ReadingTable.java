package org.fiducial.metrology.protocol;

import java.util.List;

/**
 * A table of readings that may be typed instead of sending a file; it is kept as a text table with these columns.
 *
 * @param columns from the left
 */
public record ReadingTable(List<Column> columns) {

    public ReadingTable {
        columns = List.copyOf(columns);
    }

    /**
     * A column; its cells are numbers unless there are words.
     *
     * @param name in the table that is kept, for instance {@code line_nm}
     * @param title for people
     * @param words what can be chosen; empty for numbers
     * @param units of which one is chosen for the whole column and ends its name; empty where the name has it
     * @param required whether every row has it
     */
    public record Column(String name, String title, List<String> words, List<String> units, boolean required) {
        public Column {
            words = List.copyOf(words);
            units = List.copyOf(units);
        }
    }
}
