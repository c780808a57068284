package org.fiducial.web.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.control.Reading;
import org.fiducial.facility.control.SharedArtefact;
import org.fiducial.facility.control.WatchedSeries;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.facility.trend.SharedShift;
import org.fiducial.web.records.FacilityRecords;

/** Where the newest numbers of an instrument moved: whether others measured with the same slide or meter moved with it. */
final class SharedShifts {

    /** More light paths are not looked at: so many tell, and each takes some milliseconds to read. */
    private static final int MOST_PATHS = 12;

    private final FacilityRecords records;
    private final WatchedNumbers numbers;

    SharedShifts(FacilityRecords records, WatchedNumbers numbers) {
        this.records = records;
        this.numbers = numbers;
    }

    /**
     * What was found out.
     *
     * @param shift who moved and how far
     * @param since from when on
     */
    record Found(SharedShift.Suspected shift, Instant since) {}

    private record Path(UUID instrument, UUID configuration) {}

    /** Nothing where nothing moved, no slide or meter is known, or the others did not move. */
    Optional<Found> of(Instrument instrument, Watched watched, RuleSet rules) {
        List<Reading> readings = watched.series().readings();
        Optional<Instant> since = watched.series().moved();
        Optional<String> kit = readings.isEmpty()
                ? Optional.empty()
                : readings.get(readings.size() - 1).kit();
        if (since.isEmpty() || kit.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<WatchedSeries>> series = new LinkedHashMap<>();
        series.put(instrument.name(), new ArrayList<>(List.of(watched.series())));
        String metric = watched.numbers().trended().metric();
        for (Path path : others(instrument, kit.get(), since.get())) {
            read(path, metric, rules).forEach((name, found) -> series.computeIfAbsent(name, unused -> new ArrayList<>())
                    .addAll(found.stream()
                            .filter(each -> isWith(kit.get(), each))
                            .toList()));
        }
        return SharedArtefact.suspected(kit.get(), series, since.get()).map(shift -> new Found(shift, since.get()));
    }

    private Set<Path> others(Instrument instrument, String kit, Instant since) {
        Set<Path> paths = new LinkedHashSet<>();
        records.checks().measuredWith(kit, new Recall.Period(since, Optional.empty())).stream()
                .filter(use -> !use.instrumentId().equals(instrument.id()))
                .map(use -> new Path(use.instrumentId(), use.check().configurationId()))
                .forEach(paths::add);
        return paths.stream().limit(MOST_PATHS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<String, List<WatchedSeries>> read(Path path, String metric, RuleSet rules) {
        Optional<Instrument> instrument = records.instruments().instrument(path.instrument());
        Optional<Configuration> configuration =
                instrument.flatMap(found -> records.instruments().configurations(found.id()).stream()
                        .filter(each -> each.id().equals(path.configuration()))
                        .findFirst());
        if (configuration.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                instrument.orElseThrow().name(),
                numbers.ofMetric(instrument.orElseThrow(), configuration.get(), metric, rules).stream()
                        .map(Watched::series)
                        .toList());
    }

    private static boolean isWith(String kit, WatchedSeries series) {
        List<Reading> readings = series.readings();
        return !readings.isEmpty()
                && readings.get(readings.size() - 1).kit().filter(kit::equals).isPresent();
    }
}
