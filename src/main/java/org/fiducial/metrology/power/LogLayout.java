package org.fiducial.metrology.power;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Where in a log things stand.
 *
 * @param format in words, for instance {@code Ophir StarLab log}
 * @param rows separator and first row
 * @param columns all that is used besides the power, at most one of a role
 * @param power one of a meter, or one of each of its channels
 * @param clock what the head says of date and time
 */
record LogLayout(String format, Rows rows, List<Column> columns, List<PowerColumn> power, StatedClock clock) {

    /**
     * Where the rows are.
     *
     * @param separator between cells
     * @param header line of the names, 0 without names
     * @param first line of the first reading, counted from 1
     */
    record Rows(char separator, int header, int first) {}

    /**
     * A column.
     *
     * @param index counted from 0
     * @param unit as written, empty where none is
     */
    record Column(int index, ColumnRole role, String unit) {

        /** Stands for a column the log does not have; beyond every row, its cells are blank. */
        static final Column ABSENT = new Column(Integer.MAX_VALUE, ColumnRole.OTHER, "");

        boolean isAbsent() {
            return index == ABSENT.index;
        }
    }

    /**
     * A column of power.
     *
     * @param index counted from 0
     * @param unit where the file states it
     * @param statedInLine line of that statement, 0 where a person stated it
     * @param channel name of the channel of a meter with several, else empty
     */
    record PowerColumn(int index, Optional<PowerUnit> unit, int statedInLine, String channel) {}

    /**
     * What the head says of date and time.
     *
     * @param order of the dates in the rows
     * @param start of the log, where the rows hold elapsed time only
     */
    record StatedClock(Optional<DateOrder> order, Optional<LocalDateTime> start) {
        static StatedClock silent() {
            return new StatedClock(Optional.empty(), Optional.empty());
        }
    }

    LogLayout {
        columns = List.copyOf(columns);
        power = List.copyOf(power);
    }

    Optional<Column> column(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).findFirst();
    }
}
