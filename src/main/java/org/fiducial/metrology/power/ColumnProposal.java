package org.fiducial.metrology.power;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.TableQuestion;
import org.fiducial.metrology.protocol.TableQuestion.Setting;
import org.fiducial.metrology.table.DecimalNumbers;
import org.fiducial.metrology.table.Table;

/**
 * A guess which column of an unknown table holds what, for a person to look at and to confirm. It guesses columns and the
 * unit of time; a unit of power it takes only from the table.
 *
 * @param file name of the file
 * @param headerLine line of the names, 0 without names
 * @param table what a page shows and asks
 */
record ColumnProposal(String file, int headerLine, TableQuestion table) {

    private static final int SAMPLES = 5;
    private static final int LATEST_HEADER = 100;

    /** Words inside the names of columns in the languages of our users; the first that fits counts. */
    private static final Map<ColumnRole, List<String>> WORDS = new EnumMap<>(Map.of(
            ColumnRole.POWER, List.of("power", "leistung", "puissance", "potencia", "potenza", "watt"),
            ColumnRole.ELAPSED, List.of("time", "zeit", "temps", "tiempo", "tempo", "datum", "date", "fecha"),
            ColumnRole.SET_POINT,
                    List.of("set", "sollwert", "soll", "einstellung", "consigne", "percent", "prozent", "%"),
            ColumnRole.LINE, List.of("wavelength", "wellenl", "line", "linie", "longueur", "laser"),
            ColumnRole.TEMPERATURE, List.of("temp"),
            ColumnRole.LOCATION, List.of("location", "ort", "lieu", "place")));

    /**
     * A proposal for a file.
     *
     * @return empty if no line of it has a number
     */
    static Optional<ColumnProposal> of(Path file) {
        return of(Table.open(file));
    }

    static Optional<ColumnProposal> of(Table table) {
        int first = firstNumbers(table);
        if (first == 0) {
            return Optional.empty();
        }
        char separator = table.separator(first);
        List<String> row = Table.cells(table.head().get(first - 1), separator);
        List<String> above = first > 1 ? Table.cells(table.head().get(first - 2), separator) : List.of();
        boolean named = above.size() == row.size() && above.stream().noneMatch(ColumnProposal::isNumber);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            names.add(named ? above.get(i) : "#" + (i + 1));
        }
        List<List<String>> samples = table.head().stream()
                .skip(first - 1L)
                .filter(line -> !line.isBlank())
                .limit(SAMPLES)
                .map(line -> Table.cells(line, separator))
                .toList();
        Map<ColumnRole, Integer> roles = roles(names, row);
        if (!roles.containsKey(ColumnRole.POWER)) {
            return Optional.empty();
        }
        return Optional.of(new ColumnProposal(
                String.valueOf(table.file().getFileName()),
                named ? first - 1 : 0,
                question(names, named, row, roles, samples)));
    }

    /** The first of two lines that both have a number among their cells, else the first line that has one. */
    private static int firstNumbers(Table table) {
        for (int i = 0; i < Math.min(LATEST_HEADER, table.head().size()); i++) {
            List<String> cells = Table.cells(table.head().get(i), table.separator(i + 1));
            if (cells.size() > 1 && cells.stream().anyMatch(ColumnProposal::isNumber)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isNumber(String cell) {
        return DecimalNumbers.unsettled().parse(cell).isPresent();
    }

    private static Map<ColumnRole, Integer> roles(List<String> names, List<String> row) {
        Map<ColumnRole, Integer> roles = new EnumMap<>(ColumnRole.class);
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            String name = names.get(i).toLowerCase(java.util.Locale.ROOT);
            boolean stamped = Moment.parse(row.get(i)).isPresent();
            WORDS.entrySet().stream()
                    .filter(entry -> entry.getValue().stream().anyMatch(name::contains))
                    .map(Map.Entry::getKey)
                    .filter(role -> role == ColumnRole.LOCATION
                            || isNumber(row.get(column))
                            || (role == ColumnRole.ELAPSED && stamped))
                    .findFirst()
                    .ifPresent(role -> roles.putIfAbsent(role, column));
            if (stamped) {
                roles.putIfAbsent(ColumnRole.ELAPSED, i);
            }
        }
        for (int i = row.size() - 1; i >= 0 && !roles.containsKey(ColumnRole.POWER); i--) {
            if (isNumber(row.get(i)) && !roles.containsValue(i)) {
                roles.put(ColumnRole.POWER, i);
            }
        }
        if (!roles.containsKey(ColumnRole.ELAPSED) && isNumber(row.get(0)) && !roles.containsValue(0)) {
            roles.put(ColumnRole.ELAPSED, 0);
        }
        return roles;
    }

    private static TableQuestion question(
            List<String> names,
            boolean named,
            List<String> row,
            Map<ColumnRole, Integer> roles,
            List<List<String>> samples) {
        List<TableQuestion.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            columns.add(new TableQuestion.Column(
                    names.get(i),
                    roles.entrySet().stream()
                            .filter(entry -> entry.getValue() == column)
                            .map(entry -> entry.getKey().word())
                            .findFirst()
                            .orElse("")));
        }
        return new TableQuestion(
                columns,
                named,
                samples,
                Arrays.stream(ColumnRole.values())
                        .map(ColumnRole::word)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList(),
                List.of(timeUnit(names, row, roles), powerUnit(names, roles)));
    }

    private static Setting timeUnit(List<String> names, List<String> row, Map<ColumnRole, Integer> roles) {
        boolean needed = Optional.ofNullable(roles.get(ColumnRole.ELAPSED))
                .filter(time -> Moment.parse(row.get(time)).isEmpty())
                .filter(time -> LogClock.Elapsed.secondsPer(
                                ColumnName.of(names.get(time)).unit())
                        .isEmpty())
                .isPresent();
        return new Setting("time-unit", List.of("s", "ms", "min", "h"), needed, needed ? "s" : "");
    }

    private static Setting powerUnit(List<String> names, Map<ColumnRole, Integer> roles) {
        boolean stated = Optional.ofNullable(roles.get(ColumnRole.POWER))
                .flatMap(
                        power -> PowerUnit.parse(ColumnName.of(names.get(power)).unit()))
                .isPresent();
        List<String> words =
                Arrays.stream(PowerUnit.values()).map(PowerUnit::word).toList();
        return new Setting("power-unit", words, !stated, "");
    }

    /** The guess as a command line takes it. */
    String columns() {
        return table.proposal();
    }

    /** The question to a person, who confirms or corrects. */
    MissingParameterException question() {
        return new MissingParameterException(
                ColumnMapping.PARAMETER,
                finding(),
                "confirm what its columns hold, correcting what is wrong, with --set columns=\"" + columns() + "\".",
                table);
    }

    private String finding() {
        String names = table.columns().stream()
                .limit(12)
                .map(column -> Shown.text(column.name(), 40))
                .collect(Collectors.joining(", "));
        return "'" + file + "' is a table of an unknown kind ("
                + (headerLine > 0 ? "line " + headerLine + ": " : "columns ")
                + names + ")";
    }
}
