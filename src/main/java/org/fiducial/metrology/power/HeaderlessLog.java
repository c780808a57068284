package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.power.LogLayout.Column;
import org.fiducial.metrology.power.LogLayout.PowerColumn;
import org.fiducial.metrology.table.DecimalNumbers;
import org.fiducial.metrology.table.Table;

/**
 * The text of QUAREP WG1 scripts and of SmartLPM without its header, which both leave out at times: from the first line on
 * time stamp, wavelength in nm, setting in per cent, power and perhaps temperature with tabs between. It states no unit.
 */
final class HeaderlessLog implements LogFormat {

    private static final double SHORTEST_NM = 200;
    private static final double LONGEST_NM = 2500;

    @Override
    public Optional<LogLayout> recognise(Table table, LogNotes notes) {
        int line = 1;
        while (line < table.head().size() && table.head().get(line - 1).isBlank()) {
            line++;
        }
        List<String> cells = Table.cells(table.head().get(line - 1), '\t');
        if (cells.size() < 4 || cells.size() > 6 || !isRow(cells)) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>(List.of(
                new Column(0, ColumnRole.TIMESTAMP, ""),
                new Column(1, ColumnRole.LINE, "nm"),
                new Column(2, ColumnRole.SET_POINT, "%")));
        if (cells.size() > 4 && !cells.get(4).isEmpty()) {
            columns.add(new Column(4, ColumnRole.TEMPERATURE, ""));
        }
        return Optional.of(new LogLayout(
                "QUAREP WG1 or SmartLPM text without header",
                new LogLayout.Rows('\t', 0, line),
                columns,
                List.of(new PowerColumn(3, Optional.empty(), 0, "")),
                LogLayout.StatedClock.silent()));
    }

    private static boolean isRow(List<String> cells) {
        DecimalNumbers numbers = DecimalNumbers.unsettled();
        OptionalDouble line = numbers.parse(cells.get(1));
        OptionalDouble setting = numbers.parse(cells.get(2));
        boolean stamped = Moment.parse(cells.get(0))
                .filter(moment -> moment.hasDate() && moment.secondOfDay().isPresent())
                .isPresent();
        return stamped
                && line.isPresent()
                && line.getAsDouble() >= SHORTEST_NM
                && line.getAsDouble() <= LONGEST_NM
                && setting.isPresent()
                && setting.getAsDouble() >= 0
                && setting.getAsDouble() <= 100
                && numbers.parse(cells.get(3)).isPresent();
    }
}
