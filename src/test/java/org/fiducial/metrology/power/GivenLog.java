package org.fiducial.metrology.power;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;

/** A log made of given series, analysed without any file format in between. */
final class GivenLog {

    private final List<PowerSeries> series = new ArrayList<>();
    private final List<UnreadableReading> unreadable = new ArrayList<>();
    private final List<String[]> parameters = new ArrayList<>();
    private Optional<LocalDateTime> startedAt = Optional.empty();
    private Optional<LocalDate> measuredOn = Optional.empty();

    GivenLog with(PowerSeries one) {
        series.add(one);
        return this;
    }

    GivenLog with(UnreadableReading row) {
        unreadable.add(row);
        return this;
    }

    GivenLog set(String name, String value) {
        parameters.add(new String[] {name, value});
        return this;
    }

    GivenLog startedAt(LocalDateTime time) {
        startedAt = Optional.of(time);
        return this;
    }

    /** The day somebody says besides the log. */
    GivenLog measuredOn(LocalDate day) {
        measuredOn = Optional.of(day);
        return this;
    }

    static SeriesKey key(double lineNm, double setPoint) {
        return new SeriesKey(OptionalDouble.of(lineNm), OptionalDouble.of(setPoint), "");
    }

    static SeriesKey noKey() {
        return new SeriesKey(OptionalDouble.empty(), OptionalDouble.empty(), "");
    }

    /** A series in the lines from 2 on. */
    static PowerSeries timed(SeriesKey key, double[] timeS, double[] powerMw) {
        return series(key, Optional.of(timeS), powerMw, 2);
    }

    static PowerSeries series(SeriesKey key, Optional<double[]> timeS, double[] powerMw, int firstLine) {
        ReadingColumn lines = new ReadingColumn(powerMw.length);
        for (int i = 0; i < powerMw.length; i++) {
            lines.add(firstLine + i);
        }
        return new PowerSeries(
                0,
                key,
                ReadingColumn.of(powerMw),
                new PowerSeries.Timing(timeS.map(ReadingColumn::of), Optional.empty(), Optional.empty()),
                lines);
    }

    /** Times at an even interval from 0. */
    static double[] every(double intervalS, int n) {
        double[] times = new double[n];
        for (int i = 0; i < n; i++) {
            times[i] = i * intervalS;
        }
        return times;
    }

    AnalysisResult analyse(String protocolId) {
        ProtocolDefinition protocol = ProtocolFile.load(protocolId, "1.0");
        PowerLogReader reader = (file, source, given, progress) -> new PowerLog(
                series, unreadable, Map.of(), new PowerLog.Said(startedAt, List.of(), Map.of(), List.of(), List.of()));
        Parameters given = Parameters.none();
        for (String[] each : parameters) {
            Parameter parameter = protocol.parse(each[0], each[1], Origin.GIVEN);
            given = given.with(parameter);
        }
        try {
            Path file = Files.createTempFile("power", ".csv");
            try {
                return new PowerModule(protocol, new SoftwareReference("Fiducial", "test", "unknown"), reader)
                        .analyse(inputs(file), given, Progress.unwatched());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Inputs inputs(Path file) {
        Inputs inputs = Inputs.of(List.of(file), Runnable::run);
        return measuredOn.map(inputs::measuredOn).orElse(inputs);
    }

    /** The value of the first measurement of a metric. */
    static double value(AnalysisResult result, String metric) {
        return evaluated(result, metric).value().value();
    }

    static Finding.Evaluated evaluated(AnalysisResult result, String metric) {
        return first(result, metric).evaluated().orElseThrow();
    }

    static Measurement first(AnalysisResult result, String metric) {
        return result.measurements().stream()
                .filter(each -> each.key().metric().equals(metric))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + metric));
    }

    static String whyNot(AnalysisResult result, String metric) {
        return ((Finding.NotEvaluated) first(result, metric).finding()).reason();
    }
}
