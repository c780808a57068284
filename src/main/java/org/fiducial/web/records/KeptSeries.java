package org.fiducial.web.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.fiducial.facility.check.SeriesQuery;

/**
 * The numbers of light paths over time, kept until something is added of their instrument: short stretches of many
 * instruments, which their pages show, and the longer ones somebody looked at last of a few.
 */
final class KeptSeries {

    /** Numbers of so few checks take 100 kB for an instrument. */
    private static final int SHORT = 40;

    private static final int INSTRUMENTS = 250;

    /** Numbers of so many checks take 300 kB for a light path; more are not kept. */
    private static final int LONG = 120;

    private static final int FEW_INSTRUMENTS = 40;
    private static final int FEW = 3;

    private final Function<SeriesQuery, Series> reading;
    private final PerInstrument<Map<SeriesQuery, Series>> shorter;
    private final PerInstrument<Newest> longer;

    /** Those asked for last. */
    private static final class Newest {

        private final Map<SeriesQuery, Series> kept = new LinkedHashMap<>(FEW, 0.75f, true);

        synchronized Optional<Series> known(SeriesQuery query) {
            return Optional.ofNullable(kept.get(query));
        }

        synchronized Series keep(SeriesQuery query, Series series) {
            kept.put(query, series);
            if (kept.size() > FEW) {
                kept.remove(kept.keySet().iterator().next());
            }
            return series;
        }
    }

    KeptSeries(Growth growth, Function<SeriesQuery, Series> reading) {
        this.reading = reading;
        this.shorter = new PerInstrument<>(growth, instrument -> new ConcurrentHashMap<>(), INSTRUMENTS);
        this.longer = new PerInstrument<>(growth, instrument -> new Newest(), FEW_INSTRUMENTS);
    }

    Series of(SeriesQuery query) {
        if (query.newest() > LONG) {
            return reading.apply(query);
        }
        if (query.newest() <= SHORT) {
            return shorter.of(query.instrumentId()).computeIfAbsent(query, reading);
        }
        Newest newest = longer.of(query.instrumentId());
        return newest.known(query).orElseGet(() -> newest.keep(query, reading.apply(query)));
    }
}
