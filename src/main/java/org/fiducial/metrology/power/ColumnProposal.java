package org.fiducial.metrology.power;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.table.DecimalNumbers;
import org.fiducial.metrology.table.Table;

/**
 * A guess which column of an unknown table holds what, for a person to look at and to confirm. It guesses columns and the
 * unit of time; a unit of power it takes only from the table.
 *
 * @param file name of the file
 * @param headerLine line of the names, 0 without names
 * @param header names of the columns, {@code #1}, {@code #2} … without names
 * @param samples the first rows below
 * @param columns the guess in the form of the parameter {@code columns}
 */
public record ColumnProposal(
        String file, int headerLine, List<String> header, List<List<String>> samples, String columns) {

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

    public ColumnProposal {
        header = List.copyOf(header);
        samples = List.copyOf(samples);
    }

    /**
     * A proposal for a file.
     *
     * @return empty if no line of it has a number
     */
    public static Optional<ColumnProposal> of(Path file) {
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
                names,
                samples,
                columns(names, row, roles)));
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

    private static String columns(List<String> names, List<String> row, Map<ColumnRole, Integer> roles) {
        List<String> entries = new ArrayList<>();
        roles.forEach((role, index) -> entries.add(role.word() + "=" + reference(names, index)));
        Integer time = roles.get(ColumnRole.ELAPSED);
        if (time != null && Moment.parse(row.get(time)).isEmpty()) {
            String unit = ColumnName.of(names.get(time)).unit();
            if (LogClock.Elapsed.secondsPer(unit).isEmpty()) {
                entries.add("time-unit=s");
            }
        }
        Optional<PowerUnit> unit = Optional.ofNullable(roles.get(ColumnRole.POWER))
                .flatMap(
                        power -> PowerUnit.parse(ColumnName.of(names.get(power)).unit()));
        entries.add("power-unit=" + unit.map(PowerUnit::word).orElse("…"));
        return String.join("; ", entries);
    }

    /** The name of a column, or its number where the name cannot stand in a mapping. */
    private static String reference(List<String> names, int index) {
        String name = names.get(index);
        boolean clear = !name.isBlank()
                && name.length() <= 40
                && name.chars().noneMatch(c -> c == ';' || c == '=' || c == '"' || Character.isISOControl(c))
                && names.indexOf(name) == names.lastIndexOf(name);
        return clear ? name : "#" + (index + 1);
    }

    /** The question to a person, who confirms or corrects. */
    MissingParameterException question() {
        return new MissingParameterException(
                ColumnMapping.PARAMETER,
                finding(),
                "confirm what its columns hold, correcting what is wrong, with --set columns=\"" + columns + "\".");
    }

    private String finding() {
        String names =
                header.stream().limit(12).map(name -> Shown.text(name, 40)).collect(Collectors.joining(", "));
        return "'" + file + "' is a table of an unknown kind ("
                + (headerLine > 0 ? "line " + headerLine + ": " : "columns ")
                + names + ")";
    }
}
