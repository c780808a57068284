package org.fiducial.metrology.power;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;

/** Reads the logs of an acquisition one after the other and judges their readings. */
final class LogReading {

    private final ProtocolDefinition protocol;
    private final PowerLogReader reader;
    private final Progress progress;

    LogReading(ProtocolDefinition protocol, PowerLogReader reader, Progress progress) {
        this.protocol = protocol;
        this.reader = reader;
        this.progress = progress;
    }

    PowerAcquisition read(Inputs inputs, Parameters given) {
        Parameters known = given.with(protocol.defaults().all());
        List<Named> series = new ArrayList<>();
        List<UnreadableReading> unreadable = new ArrayList<>();
        Map<ReadingCode, Long> left = new EnumMap<>(ReadingCode.class);
        List<Sidecar> sidecars = new ArrayList<>();
        List<Map<String, Value>> facts = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Parameters all = known;
        for (int source = 0; source < inputs.files().size(); source++) {
            Path file = inputs.files().get(source);
            Parameters own = ofFile(known, source, inputs.files().size());
            PowerLog log = reader.read(file, source, own, progress);
            progress.throwIfCancelled();
            refuseNothing(log, file);
            all = all.with(log.said().parameters());
            Parameters used = own.with(log.said().parameters());
            Traceability traceability = new Traceability(used, dayOf(log, inputs));
            ReadingJudge judge = new ReadingJudge(MeterRange.of(used));
            for (PowerSeries each : log.series()) {
                JudgedSeries judged = judge.judge(each, traceability.scale(each.key()));
                series.add(new Named(judged, Words.series(each.key(), SetPointKind.of(used))));
            }
            unreadable.addAll(log.unreadable());
            log.left().forEach((code, count) -> left.merge(code, count, Long::sum));
            log.said().sidecars().forEach(each -> sidecars.add(new Sidecar(each, file)));
            facts.add(facts(log, inputs));
            remarks.addAll(log.said().remarks());
            remarks.addAll(traceability.remarks());
        }
        refuseUselessUnit(known, inputs, facts);
        return new PowerAcquisition(
                all,
                numbered(series),
                new Unread(unreadable, left),
                facts,
                remarks.stream().distinct().toList(),
                sidecars.stream().distinct().toList());
    }

    /** A unit given for files that do not say, where all of them do and another one, is a mistake of the person or the files. */
    private static void refuseUselessUnit(Parameters known, Inputs inputs, List<Map<String, Value>> facts) {
        Optional<String> given = known.of(UnitDecision.PARAMETER)
                .map(parameter -> parameter.value().toString());
        List<String> units = facts.stream()
                .map(each -> String.valueOf(each.get(UnitDecision.FACT)))
                .toList();
        if (given.isEmpty() || units.size() < 2 || units.stream().anyMatch(UnitDecision::isGiven)) {
            return;
        }
        for (int i = 0; i < units.size(); i++) {
            if (!units.get(i).startsWith(given.get() + " ")) {
                throw new UnusableInputException("Every file states the unit of its power, '"
                        + inputs.files().get(i).getFileName() + "' " + units.get(i) + ", but power-unit=" + given.get()
                        + " was given, which is for files that do not say; leave power-unit out, or correct the file.");
            }
        }
    }

    private record Named(JudgedSeries judged, String name) {}

    /** The series with their runs counted. */
    private static List<SeriesResult> numbered(List<Named> series) {
        Map<SeriesKey, Long> of = series.stream()
                .collect(Collectors.groupingBy(each -> each.judged().key(), Collectors.counting()));
        Map<SeriesKey, Integer> runs = new HashMap<>();
        return series.stream()
                .map(each -> {
                    SeriesKey key = each.judged().key();
                    int number = runs.merge(key, 1, Integer::sum);
                    boolean several = Objects.requireNonNull(of.get(key)) > 1;
                    return new SeriesResult(
                            each.judged(), each.name(), several ? OptionalInt.of(number) : OptionalInt.empty());
                })
                .toList();
    }

    /** The parameters of one file: what was said for it alone ({@code location.2}) stands for all of its readings. */
    private static Parameters ofFile(Parameters known, int source, int files) {
        Parameters own = Parameters.none();
        for (Parameter parameter : known.all()) {
            String name = parameter.name().name();
            Optional<Parameter> found = known.of(name, source + 1);
            if (found.isPresent()) {
                boolean unitOfAll = files > 1
                        && name.equals(UnitDecision.PARAMETER)
                        && found.get().name().equals(ParameterName.of(name));
                own = own.with(new Parameter(
                        ParameterName.of(unitOfAll ? UnitDecision.OTHERWISE : name),
                        found.get().value(),
                        found.get().origin()));
            }
        }
        return own;
    }

    /** When a log was recorded: what it says itself, else what is said of the acquisition. */
    private static Optional<LocalDate> dayOf(PowerLog log, Inputs inputs) {
        return log.said().startedAt().map(LocalDateTime::toLocalDate).or(inputs::measuredOn);
    }

    /** What the file says; where it has no date, the day it was taken to be of stands with it. */
    private static Map<String, Value> facts(PowerLog log, Inputs inputs) {
        Map<String, Value> facts = new LinkedHashMap<>(log.said().facts());
        if (log.said().startedAt().isPresent()) {
            String begun =
                    log.said().startedAt().get().truncatedTo(ChronoUnit.SECONDS).toString();
            facts.put(InputFile.ACQUIRED_AT, new Value.Text(begun));
            return facts;
        }
        if (inputs.measuredOn().isEmpty()) {
            return facts;
        }
        facts.put(
                "day (of the check, the log has none)",
                new Value.Text(inputs.measuredOn().get().toString()));
        return facts;
    }

    private static void refuseNothing(PowerLog log, Path file) {
        if (log.series().stream().allMatch(series -> series.size() == 0)) {
            throw new UnusableInputException("File '" + file.getFileName()
                    + "' holds no reading; a table with a column of" + " power was expected, export the log again.");
        }
    }
}
