package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fiducial.metrology.power.LogLayout.Column;
import org.fiducial.metrology.power.LogLayout.PowerColumn;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.table.DecimalNumbers;
import org.fiducial.metrology.table.Table;

/**
 * Logs whose columns carry English names, after any number of lines of head: plain tables ({@code time_s,power_mW},
 * {@code setpoint_percent,power_mW} and close spellings), Thorlabs Optical Power Monitor, QUAREP WG1, SmartLPM, and
 * loggers that write their names behind a {@code #}.
 */
final class HeaderedLog implements LogFormat {

    private static final int LATEST_HEADER = 80;
    private static final char[] SEPARATORS = {'\t', ';', ','};
    private static final Set<String> NO_POWER = Set.of("j", "mj", "uj", "\u00b5j", "nj");
    private static final List<String> WG1 = List.of("timestamp", "wavelength", "setting", "power");

    @Override
    public Optional<LogLayout> recognise(Table table, LogNotes notes) {
        List<String> head = table.head();
        for (int line = 1; line <= Math.min(head.size(), LATEST_HEADER); line++) {
            for (char separator : SEPARATORS) {
                Optional<LogLayout> layout = at(table, line, separator);
                if (layout.isPresent()) {
                    HeadWords.read(head.subList(0, line - 1), notes);
                    return layout;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LogLayout> at(Table table, int line, char separator) {
        List<String> cells = Table.cells(table.head().get(line - 1), separator);
        List<ColumnName> names = cells.stream().map(ColumnName::of).toList();
        List<Integer> powers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).role() == ColumnRole.POWER && !names.get(i).unit().equalsIgnoreCase("dBm")) {
                powers.add(i);
            }
        }
        if (powers.size() != 1 || !isHeader(names)) {
            return Optional.empty();
        }
        int power = powers.get(0);
        if (NO_POWER.contains(names.get(power).unit().toLowerCase(Locale.ROOT))) {
            throw energy(table, line, names.get(power).unit());
        }
        List<String> next = following(table, line, separator);
        boolean unitRow =
                next.size() > power && PowerUnit.parse(next.get(power)).isPresent();
        List<String> first = unitRow ? following(table, line + 1, separator) : next;
        Optional<List<Column>> columns = columns(names, first);
        Optional<PowerUnit> unit =
                PowerUnit.parse(unitRow ? next.get(power) : names.get(power).unit());
        if (columns.isEmpty() || (unit.isEmpty() && !readable(first, power))) {
            return Optional.empty();
        }
        LogLayout.Rows rows = new LogLayout.Rows(separator, line, line + (unitRow ? 2 : 1));
        Optional<DateOrder> order = names.stream()
                .filter(name -> name.role() == ColumnRole.DATE || name.role() == ColumnRole.TIMESTAMP)
                .flatMap(name -> DateOrder.ofPattern(name.unit()).stream())
                .findFirst();
        return Optional.of(new LogLayout(
                format(names, cells, separator),
                rows,
                columns.get(),
                List.of(new PowerColumn(power, unit, unitRow ? line + 1 : line, "")),
                new LogLayout.StatedClock(order, Optional.empty())));
    }

    /** A line of prose may hold the word power between commas; a header holds a second known name, or nothing else. */
    private static boolean isHeader(List<ColumnName> names) {
        long known =
                names.stream().filter(name -> name.role() != ColumnRole.OTHER).count();
        return known >= 2 || names.size() == 1;
    }

    private static UnusableInputException energy(Table table, int line, String unit) {
        return new UnusableInputException(
                "'" + table.file().getFileName() + "', line " + line + ": the readings are in " + unit
                        + ", the energy of pulses; expected power in W or mW, so set the meter to measure power.");
    }

    /** The first cells after a line that are not blank. */
    private static List<String> following(Table table, int line, char separator) {
        for (int i = line; i < table.head().size(); i++) {
            if (!table.head().get(i).isBlank()) {
                return Table.cells(table.head().get(i), separator);
            }
        }
        return List.of();
    }

    private static boolean readable(List<String> row, int power) {
        if (row.size() <= power) {
            return row.isEmpty();
        }
        String cell = row.get(power).toLowerCase(Locale.ROOT);
        return cell.isEmpty()
                || cell.startsWith("over")
                || cell.equals("nan")
                || DecimalNumbers.unsettled().parse(cell).isPresent();
    }

    /** What the columns hold; empty if a column of time says neither its unit nor a time of day. */
    private static Optional<List<Column>> columns(List<ColumnName> names, List<String> first) {
        List<Column> columns = new ArrayList<>();
        Set<ColumnRole> taken = EnumSet.of(ColumnRole.POWER, ColumnRole.OTHER);
        for (int i = 0; i < names.size(); i++) {
            ColumnRole role = names.get(i).role();
            if (role == ColumnRole.ELAPSED || role == ColumnRole.TIMESTAMP) {
                Optional<ColumnRole> time = time(names.get(i), i < first.size() ? first.get(i) : "");
                if (time.isEmpty() && !first.isEmpty()) {
                    return Optional.empty();
                }
                role = time.orElse(ColumnRole.TIMESTAMP);
            }
            if (taken.add(role)) {
                columns.add(new Column(i, role, names.get(i).unit()));
            }
        }
        return Optional.of(columns);
    }

    private static Optional<ColumnRole> time(ColumnName name, String first) {
        Optional<Moment> moment = Moment.parse(first);
        if (moment.isPresent()) {
            return Optional.of(
                    !moment.get().hasDate()
                            ? ColumnRole.TIME_OF_DAY
                            : moment.get().secondOfDay().isPresent() ? ColumnRole.TIMESTAMP : ColumnRole.DATE);
        }
        return LogClock.Elapsed.secondsPer(name.unit()).isPresent()
                ? Optional.of(ColumnRole.ELAPSED)
                : Optional.empty();
    }

    private static String format(List<ColumnName> names, List<String> cells, char separator) {
        List<String> plain = names.stream().map(ColumnName::name).toList();
        if (cells.get(0).strip().equals("Samples")) {
            return "Thorlabs Optical Power Monitor log";
        }
        if (separator == '\t'
                && plain.size() >= WG1.size()
                && plain.subList(0, WG1.size()).equals(WG1)) {
            return "QUAREP WG1 or SmartLPM text";
        }
        return cells.get(0).strip().startsWith("#")
                ? "text of a logger"
                : "table of "
                        + Shown.text(
                                plain.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(", ")), 80);
    }
}
