package org.fiducial.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Days and times in the words and the zone of the people who measured. */
record Days(ZoneId zone, Locale locale, String pattern) {

    private static final String FULL = "d MMMM uuuu";
    private static final String SHORT = "d MMM uuuu";

    /** Days with the month in full. */
    Days(ZoneId zone, Locale locale) {
        this(zone, locale, FULL);
    }

    /** The same with the month in short, for tables. */
    Days shortened() {
        return new Days(zone, locale, SHORT);
    }

    /** A point in time for people and for machines. */
    public record Moment(String day, String time, String iso, long millis) {}

    Moment of(Instant instant) {
        return new Moment(
                day(instant.atZone(zone).toLocalDate()),
                DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(zone)),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.atZone(zone).withNano(0)),
                instant.toEpochMilli());
    }

    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(date);
    }

    /** A day of this year: {@code 23 Nov}. */
    String bare(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM", locale).format(date);
    }

    /** A day in short: {@code Mon 23 Nov}. */
    String brief(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEE d MMM", locale).format(date);
    }

    /** The last moment of a day. */
    Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /** A day written {@code 2026-03-12}. */
    static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
