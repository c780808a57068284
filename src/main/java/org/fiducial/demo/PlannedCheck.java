package org.fiducial.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.metrology.simulation.Aberration;

/**
 * One check of the story.
 *
 * @param microscope the instrument
 * @param daysBeforeEnd how long before the end of the story
 * @param reason why it was done
 * @param aberration the state of the microscope on that day
 * @param note what the person who did it wrote down
 */
record PlannedCheck(Microscope microscope, int daysBeforeEnd, CheckReason reason, Aberration aberration, String note) {

    /** When the stack was made: in the morning of its day. */
    Instant measuredAt(LocalDate lastDay, ZoneId zone) {
        return lastDay.minusDays(daysBeforeEnd)
                .atTime(LocalTime.of(9, 10).plusMinutes(daysBeforeEnd * 7L % 120))
                .atZone(zone)
                .toInstant();
    }

    /** The day the stack was made. */
    LocalDate day(LocalDate lastDay) {
        return lastDay.minusDays(daysBeforeEnd);
    }
}
