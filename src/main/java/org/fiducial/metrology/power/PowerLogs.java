package org.fiducial.metrology.power;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.power.LogLayout.Column;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.table.Table;
import org.fiducial.metrology.table.UnreadableTableException;

/** Reads the log of any power meter: recognises its kind by its content and asks for what it does not say. */
final class PowerLogs implements PowerLogReader {

    private static final int MOST_FOUND = 60;

    private final List<LogFormat> formats = List.of(new StarLabLog(), new HeaderedLog(), new HeaderlessLog());

    @Override
    public PowerLog read(Path file, int source, Parameters parameters, Progress progress) {
        try {
            return Files.isDirectory(file)
                    ? new LogFolder(this).read(file, source, parameters, progress)
                    : readFile(file, source, parameters, progress);
        } catch (UnreadableTableException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()), e);
        }
    }

    PowerLog readFile(Path file, int source, Parameters parameters, Progress progress) {
        Optional<ColumnMapping> mapping = parameters
                .of(ColumnMapping.PARAMETER)
                .map(Parameter::value)
                .map(value -> ColumnMapping.parse(value.toString()));
        Table table = Table.open(file, mapping.flatMap(ColumnMapping::sheet));
        LogNotes notes = new LogNotes();
        LogLayout layout = recognise(table, mapping, notes);
        mapping.filter(used -> layout.format().equals(ColumnMapping.FORMAT)).ifPresent(used -> used.keep(table, notes));
        notes.fact("format", layout.format());
        notes.fact("encoding", table.kind());
        List<PowerUnit> units = new UnitDecision(table, layout, parameters).units(notes);
        Optional<LogClock> clock = clock(table, layout, parameters, notes);
        Optional<LogName> name = LogName.of(String.valueOf(file.getFileName()));
        GivenKey given = GivenKey.of(parameters, name);
        RejectedRows rejected = new RejectedRows(source);
        ReadingCollector collector = new ReadingCollector(table, layout, units, clock, given, rejected, progress);
        table.rows(layout.rows().separator(), layout.rows().first(), collector);
        requireReadings(table, layout, collector, rejected);
        List<PowerSeries> series =
                collector.series().stream().map(each -> each.build(source)).toList();
        Optional<Parameters> corrected = new UnitDecision(table, layout, parameters).corrected(parameters, series);
        if (corrected.isPresent()) {
            return readFile(file, source, corrected.get(), progress);
        }
        new UnitDecision(table, layout, parameters).confirm(series, notes);
        remark(collector, notes);
        compare(series, given, notes);
        if (layout.format().startsWith("Ophir")) {
            StarLabLog.check(table, readings(series), rejected.count(ReadingCode.METER_SATURATED), notes);
        }
        notes.fact("rows", collector.rows());
        PulseTrains trains = new PulseTrains(file, given, rejected, notes);
        List<PowerSeries> separated = clock.isPresent() ? trains.separate(series) : series;
        return new PowerLog(
                separated,
                rejected.rows(),
                rejected.left(),
                notes.said(clock.flatMap(LogClock::start)
                        .map(start -> start.plusNanos(Math.round(collector.firstSecond() * 1e9)))));
    }

    private LogLayout recognise(Table table, Optional<ColumnMapping> mapping, LogNotes notes) {
        for (LogFormat format : formats) {
            Optional<LogLayout> layout = format.recognise(table, notes);
            if (layout.isPresent()) {
                return layout.get();
            }
        }
        return mapping.map(columns -> columns.layout(table)).orElseThrow(() -> unknown(table));
    }

    private static UnusableInputException unknown(Table table) {
        Optional<ColumnProposal> proposal = ColumnProposal.of(table);
        if (proposal.isEmpty()) {
            String found = table.head().stream()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
            return new UnusableInputException("'" + table.file().getFileName()
                    + "' is no log of a power meter that is known and holds no table with a column of numbers;"
                    + " expected for instance 'time_s,power_mW' and rows of numbers, found '"
                    + Shown.text(found, MOST_FOUND) + "'.");
        }
        return proposal.get().question();
    }

    private static Optional<LogClock> clock(Table table, LogLayout layout, Parameters parameters, LogNotes notes) {
        Optional<Column> stamp = layout.column(ColumnRole.TIMESTAMP);
        Optional<Column> date = stamp.or(() -> layout.column(ColumnRole.DATE));
        Optional<Column> time = stamp.or(() -> layout.column(ColumnRole.TIME_OF_DAY));
        if (date.isPresent() && time.isPresent()) {
            DateOrder order = new DateEvidence(table, layout, date.get().index()).settle(parameters, notes);
            return Optional.of(new LogClock.Calendar(
                    java.util.OptionalInt.of(date.get().index()), time.get().index(), order));
        }
        Optional<Column> elapsed = layout.column(ColumnRole.ELAPSED);
        if (elapsed.isPresent()) {
            double seconds = LogClock.Elapsed.secondsPer(elapsed.get().unit()).orElse(1);
            return Optional.of(new LogClock.Elapsed(
                    elapsed.get().index(), seconds, layout.clock().start()));
        }
        return time.map(
                column -> new LogClock.Calendar(java.util.OptionalInt.empty(), column.index(), DateOrder.YEAR_FIRST));
    }

    private static void requireReadings(
            Table table, LogLayout layout, ReadingCollector collector, RejectedRows rejected) {
        if (!collector.series().isEmpty()) {
            return;
        }
        String name = "'" + table.file().getFileName() + "'";
        if (rejected.rows().isEmpty()) {
            String line = layout.rows().header() > 0 ? ", line " + layout.rows().header() : "";
            throw new UnusableInputException(name + line + ", " + layout.format()
                    + ", has a header but no readings below it; expected at least one row, check that the log"
                    + " was saved.");
        }
        UnreadableReading first = rejected.rows().get(0);
        throw new UnusableInputException(name + ", line " + first.line() + ": none of its " + rejected.count()
                + " rows is a reading (" + layout.format() + "); expected a number, found '" + first.found() + "' ("
                + first.code() + ").");
    }

    private static void remark(ReadingCollector collector, LogNotes notes) {
        if (collector.writesCommas()) {
            notes.fact("decimal mark", "comma");
        }
        long lacking = collector.series().stream()
                .mapToLong(SeriesBuilder::withoutTemperature)
                .sum();
        if (lacking > 0) {
            notes.note(
                    "TEMPERATURE_MISSING", lacking + " readings have no temperature; it was left out of their series.");
        }
        long unknown = collector.series().stream()
                .mapToLong(SeriesBuilder::withoutUncertainty)
                .sum();
        if (unknown > 0) {
            notes.note(
                    "UNCERTAINTY_MISSING", unknown + " readings have no uncertainty; it was left out of their series.");
        }
    }

    /** What rows say of line and set point holds; what a person or the name of the file says otherwise is named. */
    private static void compare(List<PowerSeries> series, GivenKey given, LogNotes notes) {
        boolean line = given.lineNm().isEmpty()
                || series.stream().anyMatch(each -> each.key().lineNm().equals(given.lineNm()));
        boolean point = given.setPoint().isEmpty()
                || series.stream().anyMatch(each -> each.key().setPoint().equals(given.setPoint()));
        if (!line) {
            notes.caution(
                    "LINE_DIFFERS",
                    "No row states the line "
                            + PlausiblePower.digits(given.lineNm().orElse(0))
                            + " nm, which was given or stands in the name of the file; the rows hold.");
        }
        if (!point) {
            notes.caution(
                    "SET_POINT_DIFFERS",
                    "No row states the set point "
                            + PlausiblePower.digits(given.setPoint().orElse(0))
                            + ", which stands in the name of the file; the rows hold.");
        }
    }

    private static long readings(List<PowerSeries> series) {
        return new ArrayList<>(series).stream().mapToLong(PowerSeries::size).sum();
    }
}
