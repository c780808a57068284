package org.fiducial.facility.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What the columns of a kind of table hold, as a person confirmed it. Never edited; a later one of the same header stands
 * before it.
 *
 * @param configurationId the light path it was first confirmed for; it holds for its whole facility
 * @param header the names of the columns, by which the kind of table is known again
 * @param columns the value of the parameter {@code columns}
 * @param confirmed by whom and when
 */
public record ConfirmedColumns(UUID id, UUID configurationId, String header, String columns, Confirmed confirmed) {

    /** Who confirmed it, which may be empty, and when, to the millisecond. */
    public record Confirmed(String by, Instant at) {
        public Confirmed {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
