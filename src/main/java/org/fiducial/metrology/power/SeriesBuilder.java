package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A series that grows while its log is read. */
final class SeriesBuilder {

    private static final int FIRST_ROOM = 64;

    /** More pauses than this are those of lines that take turns at every reading, which are none. */
    private static final int MOST_RESUMED = 10_000;

    private final SeriesKey key;
    private final boolean timed;
    private final ReadingColumn powerMw = new ReadingColumn(FIRST_ROOM);
    private final ReadingColumn timeS = new ReadingColumn(FIRST_ROOM);
    private final ReadingColumn lines = new ReadingColumn(FIRST_ROOM);
    private final ReadingColumn temperature = new ReadingColumn(FIRST_ROOM);
    private final ReadingColumn uncertaintyMw = new ReadingColumn(FIRST_ROOM);
    private final List<Integer> resumed = new ArrayList<>();

    SeriesBuilder(SeriesKey key, boolean timed) {
        this.key = key;
        this.timed = timed;
    }

    SeriesKey key() {
        return key;
    }

    /** Says that other series had their turn since the last reading. */
    void resume() {
        if (powerMw.size() > 0 && resumed.size() <= MOST_RESUMED) {
            resumed.add(powerMw.size());
        }
    }

    void add(long line, double seconds, double power) {
        powerMw.add(power);
        lines.add((double) line);
        if (timed) {
            timeS.add(seconds);
        }
    }

    void beside(OptionalDouble celsius, OptionalDouble standardUncertaintyMw) {
        if (celsius.isPresent()) {
            temperature.add(celsius.getAsDouble());
        }
        if (standardUncertaintyMw.isPresent()) {
            uncertaintyMw.add(standardUncertaintyMw.getAsDouble());
        }
    }

    /** Readings that lack a temperature although others have one. */
    int withoutTemperature() {
        return temperature.size() == 0 ? 0 : powerMw.size() - temperature.size();
    }

    /** Readings that lack an uncertainty although others have one. */
    int withoutUncertainty() {
        return uncertaintyMw.size() == 0 ? 0 : powerMw.size() - uncertaintyMw.size();
    }

    PowerSeries build(int source) {
        return new PowerSeries(
                source,
                key,
                powerMw,
                new PowerSeries.Timing(
                        timed ? Optional.of(timeS) : Optional.empty(),
                        whole(temperature),
                        whole(uncertaintyMw),
                        resumed.size() > MOST_RESUMED ? List.of() : resumed),
                lines);
    }

    private Optional<ReadingColumn> whole(ReadingColumn column) {
        return column.size() == powerMw.size() && column.size() > 0 ? Optional.of(column) : Optional.empty();
    }
}
