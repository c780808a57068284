package org.fiducial.facility.schedule;

import java.time.Instant;
import java.util.UUID;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * What a counter of hours of use showed. Never edited.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param instrumentId the instrument
 * @param hours what the counter showed [h]
 * @param readAt when it was read
 * @param entry by whom and when it was entered
 */
public record HourReading(UUID id, UUID instrumentId, double hours, Instant readAt, Entry entry) {

    private static final double MOST_HOURS = 1e6;

    /** By whom, which may be empty, and when something was entered. */
    public record Entry(String by, Instant at) {}

    public HourReading {
        if (!(hours >= 0 && hours <= MOST_HOURS)) {
            throw new UnusableInputException("A counter shows 0 to " + (long) MOST_HOURS + " hours, but " + hours
                    + " were given; read it again.");
        }
    }
}
