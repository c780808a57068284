package org.fiducial.metrology.power;

import java.util.Arrays;
import java.util.Optional;
import org.fiducial.metrology.numeric.Numbers;

/** A series with its readings judged: those that count, in the order of time; in file order where there are no times. */
final class JudgedSeries {

    private final PowerSeries series;
    private final ReadingFlags flags;
    private final int[] order;
    private final Tests tests;
    private final MeterScale scale;

    /**
     * A judged series.
     *
     * @param series as read
     * @param flags codes of each reading, by its place in the series
     * @param order places in the series of the readings that count, by rising time
     * @param tests the numbers the readings were held against
     * @param scale turns readings of the meter into power
     */
    JudgedSeries(PowerSeries series, ReadingFlags flags, int[] order, Tests tests, MeterScale scale) {
        this.series = series;
        this.flags = flags;
        this.order = order;
        this.tests = tests;
        this.scale = scale;
    }

    /**
     * What readings were held against.
     *
     * @param longestPauseS pause in s above which a gap is flagged; 0 without times
     * @param stepScaleMw robust spread of the steps between neighbouring readings; a spike is 5 times as large
     * @param medianStepMw median of those steps
     * @param floorMw readings at or below it are rejected
     * @param rangeMw readings at or above it are rejected, infinite where the range is not known
     */
    record Tests(double longestPauseS, double stepScaleMw, double medianStepMw, double floorMw, double rangeMw) {}

    PowerSeries series() {
        return series;
    }

    ReadingFlags flags() {
        return flags;
    }

    Tests tests() {
        return tests;
    }

    MeterScale scale() {
        return scale;
    }

    /** Place in the series of a reading that counts. */
    int place(int index) {
        return order[index];
    }

    /** How many readings count. */
    int n() {
        return order.length;
    }

    SeriesKey key() {
        return series.key();
    }

    /** Power in mW, corrected by the meter's calibration and background, of the readings that count. */
    Numbers powerMw() {
        return through(scale.of(series.powerMw()));
    }

    /** Time in s since the first reading of the file. */
    Optional<Numbers> timeS() {
        return series.timing().timeS().map(this::through);
    }

    Optional<Numbers> temperatureCelsius() {
        return series.timing().temperatureCelsius().map(this::through);
    }

    Optional<Numbers> standardUncertaintyMw() {
        return series.timing().standardUncertaintyMw().map(this::through);
    }

    /** Whether a reading that counts carries a flag. */
    boolean flagged(int index) {
        return flags.any(order[index]);
    }

    /** The same series with only those readings that carry no flag. */
    JudgedSeries withoutFlagged() {
        int[] clean = new int[order.length];
        int n = 0;
        for (int place : order) {
            if (!flags.any(place)) {
                clean[n++] = place;
            }
        }
        return n == order.length ? this : new JudgedSeries(series, flags, Arrays.copyOf(clean, n), tests, scale);
    }

    private Numbers through(Numbers column) {
        return new Numbers() {
            @Override
            public int size() {
                return order.length;
            }

            @Override
            public double get(int index) {
                return column.get(order[index]);
            }
        };
    }
}
