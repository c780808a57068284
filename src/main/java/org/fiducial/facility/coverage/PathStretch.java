package org.fiducial.facility.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.status.Finding;
import org.fiducial.facility.status.ProtocolEvidence;
import org.fiducial.facility.status.Validity;

/**
 * A time in which a light path stayed the same.
 *
 * @param from its first moment
 * @param to its last moment
 * @param path the light path
 * @param evidence what is known of it, by each protocol ever performed on it or on one that shares its parts
 */
record PathStretch(Instant from, Instant to, Configuration path, List<ProtocolEvidence> evidence) {

    PathStretch {
        evidence = List.copyOf(evidence);
    }

    /** The stretch for one of the light paths; empty where that was not there, or not whole. */
    static Optional<PathStretch> of(Coverage.Stretch stretch, UUID asked, Validity validity) {
        return stretch.known().configurations().stream()
                .filter(path -> path.id().equals(asked))
                .findFirst()
                .map(path -> new PathStretch(
                        stretch.from(), stretch.to(), path, ProtocolEvidence.of(stretch.known(), path, validity)));
    }

    Optional<ProtocolEvidence> by(String protocolId) {
        return evidence.stream()
                .filter(each -> each.protocol().id().equals(protocolId))
                .findFirst();
    }

    /**
     * What a protocol says at each moment something may become another thing: the first, each check, the first after a check
     * holds no longer, the last. In between it stays.
     */
    List<Finding> findings(ProtocolEvidence speaking, Validity validity) {
        TreeSet<Instant> moments = new TreeSet<>(List.of(from, to));
        speaking.before(from).ifPresent(check -> add(moments, validity.holdsUntil(check)));
        for (CheckSummary check : within(speaking)) {
            moments.add(check.measuredAt());
            add(moments, validity.holdsUntil(check));
        }
        return moments.stream().map(at -> speaking.at(at, validity)).toList();
    }

    private void add(TreeSet<Instant> moments, Instant until) {
        if (!until.isBefore(from) && until.isBefore(to)) {
            moments.add(until.plusMillis(1));
        }
    }

    /** The checks of a protocol within it, oldest first. */
    List<CheckSummary> within(ProtocolEvidence speaking) {
        return speaking.checks().stream()
                .filter(check ->
                        check.measuredAt().isAfter(from) && !check.measuredAt().isAfter(to))
                .toList();
    }
}
