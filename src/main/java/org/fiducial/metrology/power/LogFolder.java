package org.fiducial.metrology.power;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;

/**
 * A folder of logs of one measurement, as the QUAREP-LiMi Tool Kit and SmartLPM keep them: files whose names share one
 * time stamp, in it or in folders within it, an {@code _info.txt} and perhaps the raw stream beside, which is read only if
 * it is alone.
 */
final class LogFolder {

    private static final Set<String> ENDINGS = Set.of(".txt", ".csv", ".tsv", ".xlsx");
    private static final int MOST_FILES = 200;
    private static final int MOST_VISITED = 20_000;

    /** Folders of an instrument, its light source, a day and a line in each other. */
    private static final int DEEPEST = 5;

    private static final int MOST_NAMED = 6;

    private final PowerLogs logs;

    LogFolder(PowerLogs logs) {
        this.logs = logs;
    }

    PowerLog read(Path folder, int source, Parameters parameters, Progress progress) {
        List<Path> files = files(folder);
        LogNotes notes = new LogNotes();
        List<Path> measured = measurement(folder, files, notes);
        List<PowerSeries> series = new ArrayList<>();
        List<UnreadableReading> unreadable = new ArrayList<>();
        Map<String, Value> facts = new LinkedHashMap<>();
        List<Parameter> said = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Map<ReadingCode, Long> left = new EnumMap<>(ReadingCode.class);
        List<LocalDateTime> starts = new ArrayList<>();
        notes.fact("files", measured.size());
        for (Path file : measured) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            PowerLog log = logs.readFile(file, source, parameters, progress);
            series.addAll(log.series());
            log.unreadable()
                    .forEach(each -> unreadable.add(new UnreadableReading(
                            each.source(), each.line(), each.code(), name + ": " + each.found())));
            log.left().forEach((code, count) -> left.merge(code, count, Long::sum));
            log.said().facts().forEach(facts::putIfAbsent);
            said.addAll(log.said().parameters());
            log.said().startedAt().ifPresent(starts::add);
            log.said()
                    .remarks()
                    .forEach(each -> remarks.add(new Remark(each.code(), each.severity(), name + ": " + each.text())));
        }
        PowerLog.Said own = notes.said(starts.stream().min(Comparator.naturalOrder()));
        own.facts().forEach(facts::put);
        remarks.addAll(own.remarks());
        return new PowerLog(
                series,
                unreadable,
                left,
                // The folder is hashed with all that is in it, so nothing read there lies beside it.
                new PowerLog.Said(own.startedAt(), List.copyOf(said), facts, List.copyOf(remarks), List.of()));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
            List<Path> files = found.limit(MOST_VISITED)
                    .filter(Files::isRegularFile)
                    .filter(LogFolder::isNamedAsLog)
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (files.size() > MOST_FILES) {
                throw refuse(folder, "holds more than " + MOST_FILES + " files; give the files of one measurement.");
            }
            return files;
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw unreadable(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    private static UnusableInputException unreadable(Path folder, IOException fault) {
        return refuse(
                folder, "could not be read, because " + DiskFault.of(fault) + "; check it and the folders in it.");
    }

    private static boolean isNamedAsLog(Path file) {
        String name = String.valueOf(file.getFileName());
        return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)
                && LogName.of(name).isPresent();
    }

    /** The files of the one measurement in the folder. */
    private static List<Path> measurement(Path folder, List<Path> files, LogNotes notes) {
        Map<String, List<Path>> measured = new TreeMap<>();
        Map<String, List<Path>> raw = new TreeMap<>();
        for (Path file : files) {
            Optional<LogName> name = LogName.of(String.valueOf(file.getFileName()));
            if (name.isPresent() && name.get().kind().equals("info")) {
                info(file, notes);
            } else if (name.isPresent()) {
                Map<String, List<Path>> group = name.get().kind().equals("raw") ? raw : measured;
                group.computeIfAbsent(name.get().stamp(), stamp -> new ArrayList<>())
                        .add(file);
            }
        }
        Map<String, List<Path>> found = measured.isEmpty() ? raw : measured;
        if (found.isEmpty()) {
            throw refuse(
                    folder,
                    "holds no log named as the QUAREP-LiMi Tool Kit does, for instance"
                            + " 20241108-1727_488nm_short_80%.txt; give the log itself.");
        }
        if (found.size() > 1) {
            throw refuse(
                    folder,
                    "holds " + found.size() + " measurements ("
                            + String.join(
                                    ", ",
                                    found.keySet().stream().limit(MOST_NAMED).toList())
                            + (found.size() > MOST_NAMED ? ", …" : "") + "); give the files of one of them.");
        }
        if (!measured.isEmpty() && !raw.isEmpty()) {
            notes.note("RAW_STREAM", "The raw stream beside the logs was left out; the logs are made from it.");
        }
        return found.values().iterator().next();
    }

    private static void info(Path file, LogNotes notes) {
        Map<String, String> values = PulsePlan.values(file);
        notes.fact("light source", values.getOrDefault("lightSourceModel", ""));
        notes.fact("light source identifier", values.getOrDefault("lightSourceIdentifier", ""));
        String factors = values.getOrDefault("calibrationFactors", "");
        boolean corrected =
                GivenKey.numbers(factors, "").orElse(List.of()).stream().anyMatch(factor -> factor != 1);
        if (corrected) {
            notes.caution(
                    "CORRECTED_BEFORE",
                    "'" + file.getFileName() + "' lists calibration factors " + factors
                            + "; the readings may have been multiplied with them already.");
        }
    }

    private static UnusableInputException refuse(Path folder, String complaint) {
        return new UnusableInputException("Folder '" + folder.getFileName() + "' " + complaint);
    }
}
