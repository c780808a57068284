package org.fiducial.facility.check;

import java.util.Set;
import java.util.UUID;

/**
 * Which numbers of one light path over time.
 *
 * @param instrumentId the instrument
 * @param configurationId the light path
 * @param protocolId the protocol
 * @param metrics the metrics, with every statistic
 * @param newest of so many newest checks, void ones not counted
 */
public record SeriesQuery(UUID instrumentId, UUID configurationId, String protocolId, Set<String> metrics, int newest) {

    public SeriesQuery {
        metrics = Set.copyOf(metrics);
    }
}
