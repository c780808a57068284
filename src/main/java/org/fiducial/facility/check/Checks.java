package org.fiducial.facility.check;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.Statistic;

/** The record of checks. Append-only: nothing here changes or removes one. */
public interface Checks {

    /**
     * Stores a check and keeps its input files by content, all or nothing.
     *
     * @param inputs the files analysed, in the order of the result's provenance
     */
    void append(Check check, List<Path> inputs);

    /** The whole check of an id. */
    Optional<Check> byId(UUID checkId);

    /** All checks of an instrument, newest measurement first, void ones too. */
    List<CheckSummary> ofInstrument(UUID instrumentId);

    /** The checks of an instrument measured from a time on, newest measurement first, void ones too. */
    default List<CheckSummary> ofInstrument(UUID instrumentId, Instant from) {
        return ofInstrument(instrumentId).stream()
                .filter(check -> !check.measuredAt().isBefore(from))
                .toList();
    }

    /** What was ever checked on an instrument, void checks too. */
    default Set<CheckedPath> checkedPaths(UUID instrumentId) {
        return ofInstrument(instrumentId).stream()
                .map(check -> new CheckedPath(
                        check.configurationId(), check.protocol().id()))
                .collect(Collectors.toSet());
    }

    /** One metric of an instrument over time, oldest first, all configurations and channels; void checks left out. */
    List<SeriesPoint> series(UUID instrumentId, String metric, Statistic statistic);

    /** Whether an input of this content was analysed before, and in which check. */
    Optional<UUID> withInput(String sha256);

    /** The kept file of a content, where it is a file. */
    default Optional<Path> input(String sha256) {
        return Optional.empty();
    }

    /** The checks that name a meter or an artefact and were measured in a stretch of time, newest first. */
    List<KitUse> measuredWith(String slug, Recall.Period period);

    /** What the newest check of a protocol on a light path gave for a parameter in words, such as its artefact. */
    Optional<String> lastGiven(UUID configurationId, String protocolId, String parameter);
}
