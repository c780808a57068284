package org.fiducial.metrology.power;

import java.util.List;
import java.util.Optional;

/**
 * Readings that belong together: one line at one set point and place. All columns have equal length, in file order.
 *
 * @param source which file, counted from 0
 * @param key line, set point, place
 * @param powerMw readings in mW as the meter gave them, not yet corrected by its calibration
 * @param timing time and temperature
 * @param fileLine line of the file each reading stands in, counted from 1
 */
record PowerSeries(int source, SeriesKey key, ReadingColumn powerMw, Timing timing, ReadingColumn fileLine) {

    /**
     * What was recorded beside the power.
     *
     * @param timeS seconds since the first reading of the file; absent in a table of set points
     * @param temperatureCelsius of the sensor or the room, where the log has it; same length, NaN never
     * @param standardUncertaintyMw of each reading, where the file states it
     * @param resumed places of the readings before which the series paused because other lines or set points had their
     *     turn, or the source was off between two pulses; rising
     */
    record Timing(
            Optional<ReadingColumn> timeS,
            Optional<ReadingColumn> temperatureCelsius,
            Optional<ReadingColumn> standardUncertaintyMw,
            List<Integer> resumed) {

        Timing {
            resumed = List.copyOf(resumed);
        }

        /** Of a series without planned pauses. */
        Timing(
                Optional<ReadingColumn> timeS,
                Optional<ReadingColumn> temperatureCelsius,
                Optional<ReadingColumn> standardUncertaintyMw) {
            this(timeS, temperatureCelsius, standardUncertaintyMw, List.of());
        }
    }

    PowerSeries {
        if (powerMw.size() != fileLine.size()) {
            throw new IllegalArgumentException(
                    "columns have equal length, were " + powerMw.size() + " and " + fileLine.size());
        }
    }

    int size() {
        return powerMw.size();
    }
}
