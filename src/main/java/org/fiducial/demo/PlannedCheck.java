package org.fiducial.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fiducial.facility.check.CheckReason;

/**
 * One check of the story.
 *
 * @param microscope the instrument
 * @param daysBeforeEnd how long before the end of the story
 * @param reason why it was done
 * @param task what was measured, and the state it finds
 * @param note what the person who did it wrote down
 */
record PlannedCheck(Microscope microscope, int daysBeforeEnd, CheckReason reason, Task task, String note) {

    /** When the file was begun. */
    Instant measuredAt(LocalDate lastDay, ZoneId zone) {
        return lastDay.minusDays(daysBeforeEnd)
                .atTime(task.startsAt(daysBeforeEnd))
                .atZone(zone)
                .toInstant();
    }

    /** The light path, written {@code instrument/configuration}. */
    String configurationPath() {
        return microscope.slug() + "/" + task.path(microscope);
    }

    /** The day the file was made. */
    LocalDate day(LocalDate lastDay) {
        return lastDay.minusDays(daysBeforeEnd);
    }
}
