package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fiducial.metrology.power.LogLayout.Column;
import org.fiducial.metrology.power.LogLayout.PowerColumn;
import org.fiducial.metrology.protocol.TableQuestion;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.table.Table;

/**
 * Which column of a table holds what, as a person confirmed it: {@code time=Zeit [s]; power=Leistung; power-unit=mW}. A
 * column is named as in the table or by its number from the left ({@code #2}). Used where no known format is recognised.
 *
 * @param entries by key, in the order written
 */
record ColumnMapping(Map<String, String> entries) {

    /** The parameter that carries it. */
    static final String PARAMETER = "columns";

    /** What a log is called that was read with it. */
    static final String FORMAT = "table with given columns";

    private static final Map<String, ColumnRole> ROLES = Map.of(
            "time", ColumnRole.ELAPSED,
            "date", ColumnRole.DATE,
            "time-of-day", ColumnRole.TIME_OF_DAY,
            "power", ColumnRole.POWER,
            "set-point", ColumnRole.SET_POINT,
            "line", ColumnRole.LINE,
            "temperature", ColumnRole.TEMPERATURE,
            "uncertainty", ColumnRole.UNCERTAINTY,
            "location", ColumnRole.LOCATION);

    private static final Set<String> OTHERS = Set.of("power-unit", "time-unit", "separator", "header-line", "sheet");
    private static final Map<String, Character> SEPARATORS = Map.of("tab", '\t', "semicolon", ';', "comma", ',');
    private static final int LATEST_HEADER = 100;

    static ColumnMapping parse(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            if (part.isBlank()) {
                continue;
            }
            if (equals < 0 || !(ROLES.containsKey(key) || OTHERS.contains(key))) {
                throw new UnusableInputException(
                        "Parameter 'columns' takes entries such as 'power=Leistung' with semicolons between them,"
                                + " their keys being time, date, time-of-day, power, set-point, line, temperature,"
                                + " uncertainty, location, power-unit, time-unit, separator, header-line or sheet, but '"
                                + Shown.text(part, 60) + "' was found.");
            }
            entries.put(key, part.substring(equals + 1).strip());
        }
        if (!entries.containsKey("power")) {
            throw new UnusableInputException(
                    "Parameter 'columns' must say which column holds the power, for instance 'power=Leistung [mW]',"
                            + " but '"
                            + Shown.text(text, 60) + "' was given.");
        }
        return new ColumnMapping(entries);
    }

    Optional<String> sheet() {
        return Optional.ofNullable(entries.get("sheet"));
    }

    /**
     * Notes what the facility may keep for the next table with this header: the mapping without the unit of power. Two
     * tables that look alike differ in it, so it is stated in the header or asked for each time; a mapping that overrules
     * the header is kept for this once only.
     */
    void keep(Table table, LogNotes notes) {
        Optional<TableQuestion> known = ColumnProposal.of(table).map(ColumnProposal::table);
        Optional<String> header = known.flatMap(TableQuestion::signature);
        Optional<PowerUnit> given = PowerUnit.parse(entries.getOrDefault("power-unit", ""));
        Optional<PowerUnit> stated = known.flatMap(question -> statedUnit(question.columns()));
        boolean overruled = given.isPresent() && stated.isPresent() && !given.equals(stated);
        if (header.isPresent() && !overruled && sheet().isEmpty()) {
            notes.fact("header", header.get());
            notes.fact(
                    PARAMETER,
                    entries.entrySet().stream()
                            .filter(entry -> !entry.getKey().equals("power-unit"))
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("; ")));
        }
    }

    /** The unit in the name of the column of power. */
    private Optional<PowerUnit> statedUnit(List<TableQuestion.Column> columns) {
        String power = entries.getOrDefault("power", "");
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(power) || power.equals("#" + (i + 1)))
                .mapToObj(i ->
                        PowerUnit.parse(ColumnName.of(columns.get(i).name()).unit()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    LogLayout layout(Table table) {
        int header = header(table);
        char separator = separator(table, Math.max(1, header));
        List<String> names = header == 0 ? List.of() : Table.cells(table.head().get(header - 1), separator);
        List<Column> columns = new ArrayList<>();
        List<String> first = firstRow(table, header, separator);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            ColumnRole role = ROLES.getOrDefault(entry.getKey(), ColumnRole.OTHER);
            if (role != ColumnRole.OTHER && role != ColumnRole.POWER) {
                columns.add(column(table, role, index(table, entry.getValue(), names, header), names, first));
            }
        }
        int power = index(table, entries.getOrDefault("power", ""), names, header);
        Optional<PowerUnit> stated = unit(names, power);
        return new LogLayout(
                FORMAT,
                new LogLayout.Rows(separator, header, firstLine(table, header, separator, power)),
                columns,
                List.of(new PowerColumn(power, stated, entries.containsKey("power-unit") ? 0 : header, "")),
                LogLayout.StatedClock.silent());
    }

    private Optional<PowerUnit> unit(List<String> names, int power) {
        String given = entries.getOrDefault("power-unit", "");
        if (!given.isEmpty()) {
            return Optional.of(PowerUnit.parse(given)
                    .orElseThrow(() -> new UnusableInputException(
                            "Parameter 'columns' takes power-unit=W, mW, uW or nW, but '" + given + "' was given.")));
        }
        return power < names.size()
                ? PowerUnit.parse(ColumnName.of(names.get(power)).unit())
                : Optional.empty();
    }

    private Column column(Table table, ColumnRole role, int index, List<String> names, List<String> first) {
        String unit = index < names.size() ? ColumnName.of(names.get(index)).unit() : "";
        if (role != ColumnRole.ELAPSED) {
            return new Column(index, role, unit);
        }
        Optional<Moment> moment = index < first.size() ? Moment.parse(first.get(index)) : Optional.empty();
        if (moment.isPresent()) {
            return new Column(index, moment.get().hasDate() ? ColumnRole.TIMESTAMP : ColumnRole.TIME_OF_DAY, unit);
        }
        String timeUnit = entries.getOrDefault("time-unit", unit);
        if (LogClock.Elapsed.secondsPer(timeUnit).isEmpty()) {
            throw new UnusableInputException("'" + table.file().getFileName()
                    + "' does not say the unit of its time; add time-unit=s, ms, min or h to the parameter 'columns'.");
        }
        return new Column(index, role, timeUnit);
    }

    private int header(Table table) {
        String given = entries.getOrDefault("header-line", "");
        if (!given.isEmpty()) {
            if (!given.matches("\\d{1,4}")
                    || Integer.parseInt(given) > table.head().size()) {
                throw new UnusableInputException("Parameter 'columns' takes header-line from 0 (no names) to "
                        + table.head().size() + ", but '" + given + "' was given.");
            }
            return Integer.parseInt(given);
        }
        List<String> named = entries.entrySet().stream()
                .filter(entry -> ROLES.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(name -> !name.startsWith("#"))
                .toList();
        for (int i = 0; i < Math.min(LATEST_HEADER, table.head().size()) && !named.isEmpty(); i++) {
            List<String> cells = Table.cells(table.head().get(i), separator(table, i + 1));
            if (cells.containsAll(named)) {
                return i + 1;
            }
        }
        if (!named.isEmpty()) {
            throw new UnusableInputException("'" + table.file().getFileName() + "' has no line with the columns "
                    + String.join(", ", named) + " that the parameter 'columns' names; its first line is '"
                    + Shown.text(table.head().get(0), 60) + "'.");
        }
        return 0;
    }

    private char separator(Table table, int fromLine) {
        String given = entries.getOrDefault("separator", "");
        if (given.isEmpty()) {
            return table.separator(fromLine);
        }
        if (!SEPARATORS.containsKey(given)) {
            throw new UnusableInputException(
                    "Parameter 'columns' takes separator=tab, semicolon or comma, but '" + given + "' was given.");
        }
        return SEPARATORS.getOrDefault(given, ',');
    }

    private static int index(Table table, String name, List<String> names, int header) {
        int index = name.matches("#\\d{1,3}") ? Integer.parseInt(name.substring(1)) - 1 : names.indexOf(name);
        if (index < 0) {
            throw new UnusableInputException("'" + table.file().getFileName() + "', line " + header + ": no column '"
                    + name + "', which the parameter 'columns' names; the columns are "
                    + Shown.text(String.join(", ", names), 200) + ".");
        }
        return index;
    }

    private static List<String> firstRow(Table table, int header, char separator) {
        List<String> cells = new ArrayList<>();
        table.rows(separator, header + 1, row -> {
            cells.clear();
            cells.addAll(row.texts());
            return cells.stream().noneMatch(cell -> cell.matches(".*\\d.*"));
        });
        return cells;
    }

    /** The first line below the header, or below a row of units. */
    private static int firstLine(Table table, int header, char separator, int power) {
        int[] line = {header + 1};
        table.rows(separator, header + 1, row -> {
            line[0] = PowerUnit.parse(row.text(power)).isPresent() ? (int) row.line() + 1 : (int) row.line();
            return false;
        });
        return line[0];
    }
}
