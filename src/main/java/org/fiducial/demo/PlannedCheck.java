package org.fiducial.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fiducial.facility.check.CheckReason;

/**
 * One check of the story.
 *
 * @param microscope the instrument
 * @param visit when and why it was done, and what the person who did it wrote down
 * @param task what was measured, and the state it finds
 */
record PlannedCheck(Microscope microscope, Diary.Visit visit, Task task) {

    /** How long before the end of the story. */
    int daysBeforeEnd() {
        return visit.day();
    }

    CheckReason reason() {
        return visit.reason();
    }

    String note() {
        return visit.note();
    }

    /** When the file was begun. */
    Instant measuredAt(LocalDate lastDay, ZoneId zone) {
        return day(lastDay).atTime(task.startsAt(daysBeforeEnd())).atZone(zone).toInstant();
    }

    /** The light path, written {@code instrument/configuration}. */
    String configurationPath() {
        return microscope.slug() + "/" + task.path(microscope);
    }

    /** The day the file was made. */
    LocalDate day(LocalDate lastDay) {
        return lastDay.minusDays(daysBeforeEnd());
    }
}
