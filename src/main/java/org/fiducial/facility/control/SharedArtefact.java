package org.fiducial.facility.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.trend.Baseline;
import org.fiducial.facility.trend.Reference;
import org.fiducial.facility.trend.Segment;
import org.fiducial.facility.trend.SharedShift;

/**
 * Whether instruments measured with one slide or meter moved together: then it is to be suspected before them ({@link
 * SharedShift}). Each is compared with its own points of the newest stretch before that time. Limits: another slide or lot begins
 * another stretch, so that only what happens to the same one is seen.
 */
public final class SharedArtefact {

    private SharedArtefact() {}

    /**
     * Judges it.
     *
     * @param artefact what all were measured with
     * @param instruments their series of one metric by the name of the instrument
     * @param since from when on one of them seems to have moved
     * @return empty where nothing speaks against the artefact or too little is known
     */
    public static Optional<SharedShift.Suspected> suspected(
            String artefact, Map<String, List<WatchedSeries>> instruments, Instant since) {
        List<SharedShift.Measured> measured = new ArrayList<>();
        instruments.forEach((instrument, all) -> all.forEach(series -> series.newest()
                .map(WatchedSeries.Stretch::segment)
                .flatMap(segment -> measured(instrument, artefact, segment, since))
                .ifPresent(measured::add)));
        return SharedShift.among(measured, since).stream()
                .filter(SharedShift.Suspected.class::isInstance)
                .map(SharedShift.Suspected.class::cast)
                .findFirst();
    }

    private static Optional<SharedShift.Measured> measured(
            String instrument, String artefact, Segment segment, Instant since) {
        int before = 0;
        while (before < segment.size() && segment.at(before).isBefore(since)) {
            before++;
        }
        return before < WatchedSeries.FEWEST
                ? Optional.empty()
                : Optional.of(new SharedShift.Measured(
                        instrument,
                        artefact,
                        segment,
                        Baseline.first(segment, Math.min(before, Reference.ESTABLISHED))));
    }
}
