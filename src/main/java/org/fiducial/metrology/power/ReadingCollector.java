package org.fiducial.metrology.power;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.power.LogLayout.Column;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.table.DecimalNumbers;
import org.fiducial.metrology.table.RowVisitor;
import org.fiducial.metrology.table.Table;
import org.fiducial.metrology.table.TableRow;

/** Takes the rows of a log and sorts their readings into series. */
final class ReadingCollector implements RowVisitor {

    /** What meters send instead of a number beyond their range: the infinity of SCPI-99, 9.9E37. */
    private static final double SCPI_INFINITY = 9e37;

    private static final long ROWS_PER_REPORT = 1 << 16;
    private static final int MOST_SERIES = 5000;
    private static final int LONGEST_DATE = 40;

    private final LogLayout layout;
    private final List<PowerUnit> units;
    private final Optional<LogClock> clock;
    private final GivenKey given;
    private final Progress progress;
    private final RejectedRows rejected;
    private final String fileName;
    private final List<String> header;
    private final Column line;
    private final Column setPoint;
    private final Column location;
    private final Column temperature;
    private final Column uncertainty;
    private final boolean keyed;
    private final long expectedRows;
    private final DecimalNumbers numbers = DecimalNumbers.unsettled();
    private final Map<SeriesKey, SeriesBuilder> series = new LinkedHashMap<>();
    private final List<SeriesBuilder> latest = new ArrayList<>();
    private long rows;
    private boolean started;
    private double firstSecond;

    ReadingCollector(
            Table table,
            LogLayout layout,
            List<PowerUnit> units,
            Optional<LogClock> clock,
            GivenKey given,
            RejectedRows rejected,
            Progress progress) {
        this.layout = layout;
        this.units = List.copyOf(units);
        this.clock = clock;
        this.given = given;
        this.progress = progress;
        this.rejected = rejected;
        this.fileName = String.valueOf(table.file().getFileName());
        this.header = header(table, layout);
        this.line = layout.column(ColumnRole.LINE).orElse(Column.ABSENT);
        this.setPoint = layout.column(ColumnRole.SET_POINT).orElse(Column.ABSENT);
        this.location = layout.column(ColumnRole.LOCATION).orElse(Column.ABSENT);
        this.temperature = layout.column(ColumnRole.TEMPERATURE).orElse(Column.ABSENT);
        this.uncertainty = layout.column(ColumnRole.UNCERTAINTY).orElse(Column.ABSENT);
        this.expectedRows = expectedRows(table);
        this.keyed = !line.isAbsent() || !setPoint.isAbsent() || !location.isAbsent();
    }

    /** About how many rows a text has, judged by its size and its first lines; 0 for a workbook, which is compressed. */
    private static long expectedRows(Table table) {
        double bytesPerLine = table.head().stream()
                .mapToInt(text -> text.length() + 1)
                .average()
                .orElse(0);
        if (bytesPerLine == 0 || table.kind().startsWith("workbook")) {
            return 0;
        }
        try {
            return Math.round(Files.size(table.file()) / bytesPerLine);
        } catch (IOException onlyForAProgressBar) {
            return 0;
        }
    }

    private static List<String> header(Table table, LogLayout layout) {
        List<String> cells = new ArrayList<>();
        if (layout.rows().header() > 0) {
            table.rows(layout.rows().separator(), layout.rows().header(), row -> {
                cells.addAll(row.texts());
                return false;
            });
        }
        return cells;
    }

    @Override
    public boolean visit(TableRow row) {
        if (++rows % ROWS_PER_REPORT == 0) {
            progress.throwIfCancelled();
            progress.report(rows, Math.max(rows + ROWS_PER_REPORT, expectedRows), "reading the log");
        }
        if (tooWide(row)) {
            noReading(row, row.size() + " cells under " + header.size() + " names: " + row.shortened(40));
            return true;
        }
        double seconds = 0;
        if (clock.isPresent()) {
            OptionalDouble time = clock.get().seconds(row, numbers);
            if (time.isEmpty()) {
                refuseOtherOrder(row, clock.get());
                noReading(row, row.text(clock.get().column()));
                return true;
            }
            seconds = time.getAsDouble();
        }
        for (int channel = 0; channel < layout.power().size(); channel++) {
            take(row, channel, seconds);
        }
        return true;
    }

    /** A row that cannot be placed because another program dated it is no bad number: the file is two logs in one. */
    private void refuseOtherOrder(TableRow row, LogClock clock) {
        clock.otherwiseDated(row).ifPresent(date -> {
            throw new UnusableInputException("'" + fileName + "', line " + row.line() + ": the date '"
                    + Shown.text(date, LONGEST_DATE)
                    + "' is written in another order of day, month and year than the others; split the file where the"
                    + " order changes.");
        });
    }

    /**
     * Decimal commas between commas would be read as cells of their own: a row that is wider than the names is no reading.
     */
    private boolean tooWide(TableRow row) {
        if (row.size() <= header.size() || header.isEmpty() || layout.rows().separator() != ',') {
            return false;
        }
        for (int i = header.size(); i < row.size(); i++) {
            if (!row.isBlank(i)) {
                return true;
            }
        }
        return false;
    }

    private void take(TableRow row, int channel, double seconds) {
        int index = layout.power().get(channel).index();
        OptionalDouble power = row.number(index, numbers);
        if (power.isEmpty()) {
            if (layout.power().size() == 1 || !row.isBlank(index)) {
                noPower(row, index);
            }
            return;
        }
        if (power.getAsDouble() >= SCPI_INFINITY) {
            rejected.add(row.line(), ReadingCode.METER_SATURATED, row.text(index));
            return;
        }
        Optional<SeriesBuilder> into = series(row, channel);
        if (into.isEmpty()) {
            return;
        }
        if (!started) {
            started = true;
            firstSecond = seconds;
        }
        into.get().add(row.line(), seconds - firstSecond, units.get(channel).toMw(power.getAsDouble()));
        if (!temperature.isAbsent() || !uncertainty.isAbsent()) {
            into.get().beside(celsius(row), uncertaintyMw(row, channel));
        }
    }

    private OptionalDouble celsius(TableRow row) {
        return temperature.isAbsent() ? OptionalDouble.empty() : row.number(temperature.index(), numbers);
    }

    private OptionalDouble uncertaintyMw(TableRow row, int channel) {
        if (uncertainty.isAbsent()) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = row.number(uncertainty.index(), numbers);
        PowerUnit unit = PowerUnit.parse(uncertainty.unit()).orElse(units.get(channel));
        return number.isEmpty() || number.getAsDouble() < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(unit.toMw(number.getAsDouble()));
    }

    /** The series of a row; empty if the row was rejected for what it says of its line or set point. */
    private Optional<SeriesBuilder> series(TableRow row, int channel) {
        if (!keyed && channel < latest.size()) {
            return Optional.of(latest.get(channel));
        }
        OptionalDouble lineNm = line.isAbsent() ? given.lineNm() : cell(row, line, "nm");
        OptionalDouble point = setPoint.isAbsent() ? given.setPoint() : cell(row, setPoint, "%");
        if ((!line.isAbsent() && lineNm.isEmpty() && !row.isBlank(line.index()))
                || (!setPoint.isAbsent() && point.isEmpty() && !row.isBlank(setPoint.index()))) {
            noReading(row, row.shortened(80));
            return Optional.empty();
        }
        if (!setPoint.isAbsent()
                && given.wantedSetPoint().isPresent()
                && !given.wantedSetPoint().equals(point)) {
            rejected.add(row.line(), ReadingCode.WRONG_SETPOINT, row.text(setPoint.index()));
            return Optional.empty();
        }
        String place = location.isAbsent()
                ? given.location(
                        channel,
                        layout.power().size(),
                        layout.power().get(channel).channel())
                : row.text(location.index());
        SeriesKey key = new SeriesKey(lineNm.isEmpty() ? given.lineNm() : lineNm, point, place);
        if (channel < latest.size() && latest.get(channel).key().equals(key)) {
            return Optional.of(latest.get(channel));
        }
        SeriesBuilder builder = series.computeIfAbsent(key, each -> new SeriesBuilder(each, clock.isPresent()));
        if (series.size() > MOST_SERIES) {
            throw new UnusableInputException("'" + fileName + "', line " + row.line() + ": more than " + MOST_SERIES
                    + " different lines, set points and places; expected few of them with many readings each, check"
                    + " which column is which.");
        }
        while (latest.size() <= channel) {
            latest.add(builder);
        }
        latest.set(channel, builder);
        builder.resume();
        return Optional.of(builder);
    }

    private OptionalDouble cell(TableRow row, Column column, String unit) {
        OptionalDouble number = row.number(column.index(), numbers);
        return number.isPresent()
                ? number
                : numbers.parse(row.text(column.index()).replace(unit, ""));
    }

    private void noPower(TableRow row, int index) {
        String text = row.text(index);
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        boolean over =
                plain.equals("over") || plain.equals("overrange") || plain.equals("ol") || plain.equals("saturated");
        if (over) {
            rejected.add(row.line(), ReadingCode.METER_SATURATED, text);
            return;
        }
        noReading(row, text.isEmpty() ? "an empty cell" : text);
    }

    /** A log that was appended to repeats its header and its line of units. */
    private void noReading(TableRow row, String found) {
        if (row.texts().equals(header)) {
            return;
        }
        int index = layout.power().get(0).index();
        Optional<PowerUnit> unit = row.size() > 1 ? PowerUnit.parse(row.text(index)) : Optional.empty();
        if (unit.isEmpty()) {
            rejected.add(row.line(), ReadingCode.BAD_NUMBER, found);
            return;
        }
        if (unit.get() != layout.power().get(0).unit().orElse(unit.get())) {
            throw new UnusableInputException(
                    "'" + fileName + "', line " + row.line() + ": the unit of power changes to "
                            + unit.get().word() + " inside the file; split the file where the unit changes.");
        }
    }

    List<SeriesBuilder> series() {
        return List.copyOf(series.values());
    }

    long rows() {
        return rows;
    }

    boolean writesCommas() {
        return numbers.writesCommas();
    }

    /** Seconds of the clock at the first reading. */
    double firstSecond() {
        return firstSecond;
    }
}
