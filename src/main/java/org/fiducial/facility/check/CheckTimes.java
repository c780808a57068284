package org.fiducial.facility.check;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a check happened, to the millisecond; three times that are never mixed.
 *
 * @param measuredAt when the data were acquired
 * @param enteredAt when the check was entered into a record
 * @param receivedAt when it arrived here from another record
 * @param zone the zone the people who measured live by
 */
public record CheckTimes(Instant measuredAt, Instant enteredAt, Optional<Instant> receivedAt, ZoneId zone) {

    public CheckTimes {
        measuredAt = measuredAt.truncatedTo(ChronoUnit.MILLIS);
        enteredAt = enteredAt.truncatedTo(ChronoUnit.MILLIS);
        receivedAt = receivedAt.map(each -> each.truncatedTo(ChronoUnit.MILLIS));
    }
}
