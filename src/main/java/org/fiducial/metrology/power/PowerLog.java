package org.fiducial.metrology.power;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Value;

/**
 * One file of readings, understood: what unit, which lines, when.
 *
 * @param series one for each line, set point and place, in order of first appearance
 * @param unreadable rows that are no readings, of each code the first thousands
 * @param left how many more there were of each code
 * @param said what the file says of itself
 */
record PowerLog(List<PowerSeries> series, List<UnreadableReading> unreadable, Map<ReadingCode, Long> left, Said said) {

    /**
     * What a file says besides its readings.
     *
     * @param startedAt local time of the first reading, without zone, where the file has dates
     * @param parameters in the words of the protocol, of origin FILE, for instance {@code meter-wavelength}
     * @param facts found before any computation: format, encoding, unit, number of rows, meter
     * @param remarks what the reader should know
     * @param sidecars files beside the log that decided how it was read
     */
    record Said(
            Optional<LocalDateTime> startedAt,
            List<Parameter> parameters,
            Map<String, Value> facts,
            List<Remark> remarks,
            List<Path> sidecars) {

        Said {
            sidecars = List.copyOf(sidecars);
        }
    }

    PowerLog {
        series = List.copyOf(series);
        unreadable = List.copyOf(unreadable);
    }
}
