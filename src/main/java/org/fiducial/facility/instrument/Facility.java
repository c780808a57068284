package org.fiducial.facility.instrument;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A place that runs instruments.
 *
 * @param id never changes
 * @param name what people call it
 * @param zone the time zone its days are counted in
 * @param kind whether it is the home of this record or a place that was visited
 */
public record Facility(UUID id, String name, ZoneId zone, Kind kind) {

    /** One data folder has one home facility and any number of visited ones. */
    public enum Kind {
        HOME,
        VISITED
    }

    public Facility {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a facility has a name");
        }
    }
}
