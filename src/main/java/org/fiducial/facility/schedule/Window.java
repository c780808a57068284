package org.fiducial.facility.schedule;

import java.time.LocalDate;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * The days around a planned day on which a check is in time.
 *
 * @param daysBefore days it may be early
 * @param daysAfter days it may be late; after them it is overdue
 */
public record Window(int daysBefore, int daysAfter) {

    private static final int LONGEST_DAYS = 366;

    public Window {
        if (daysBefore < 0 || daysAfter < 0 || daysBefore > LONGEST_DAYS || daysAfter > LONGEST_DAYS) {
            throw new UnusableInputException("The window of a plan is 0 to " + LONGEST_DAYS
                    + " days before and after the due day, but " + daysBefore + " before and " + daysAfter
                    + " after were given.");
        }
    }

    /** The first day a check of this due day is in time. */
    public LocalDate opens(LocalDate due) {
        return due.minusDays(daysBefore);
    }

    /** The last day a check of this due day is in time. */
    public LocalDate closes(LocalDate due) {
        return due.plusDays(daysAfter);
    }
}
