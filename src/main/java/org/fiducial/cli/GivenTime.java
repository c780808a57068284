package org.fiducial.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Times typed by people. */
final class GivenTime {

    private GivenTime() {}

    /**
     * Reads {@code 2026-03-12}, {@code 2026-03-12T14:30} or {@code 2026-03-12T14:30+01:00}; a day stands for its noon.
     *
     * @param zone where a time without offset is meant
     */
    static Instant moment(String text, ZoneId zone) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atTime(12, 0).atZone(zone).toInstant();
            }
            return text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new UnusableCommandException(
                    "A time is written 2026-03-12 or 2026-03-12T14:30, but '" + text + "' was given.", e);
        }
    }

    /**
     * Reads a time at which something has happened; the day of today stands for now where its noon is yet to come.
     *
     * @param zone where a time without offset is meant
     */
    static Instant past(String text, ZoneId zone, Instant now) {
        Instant moment = moment(text, zone);
        boolean today = text.equals(LocalDate.ofInstant(now, zone).toString());
        return today && moment.isAfter(now) ? now : moment;
    }

    /** Reads a day. */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnusableCommandException("A day is written 2026-03-12, but '" + text + "' was given.", e);
        }
    }
}
