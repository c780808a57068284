package org.fiducial.facility.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * A day, or several in a row.
 *
 * @param first the first day
 * @param last the last day; the first, where it is a single one
 * @param zone where the days are counted
 */
public record Span(LocalDate first, LocalDate last, ZoneId zone) {

    /** So many days at most: a year and the day it ends on. */
    public static final int MOST_DAYS = 367;

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;

    /**
     * Days in a row.
     *
     * @throws UnusableInputException if they are none, too many, or of no year a record may speak of
     */
    public Span {
        if (!allows(first) || !allows(last)) {
            throw new UnusableInputException("Days are asked for between the years " + EARLIEST_YEAR + " and "
                    + LATEST_YEAR + "; choose the days you imaged.");
        }
        if (last.isBefore(first)) {
            throw new UnusableInputException(
                    "The last day, " + last + ", is before the first, " + first + "; choose them the other way round.");
        }
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days > MOST_DAYS) {
            throw new UnusableInputException(
                    "From " + first + " to " + last + " are " + days + " days; ask for a year at most at a time.");
        }
    }

    /** Whether a day is of a year a record may speak of. */
    public static boolean allows(LocalDate day) {
        return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
    }

    /** The first moment of it. */
    public Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The last moment of it. */
    public Instant to() {
        return last.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /** Whether it is one day. */
    public boolean isDay() {
        return first.equals(last);
    }
}
