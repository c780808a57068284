package org.fiducial.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Days and times in the words and the zone of the people who measured. */
public record Days(ZoneId zone, Locale locale, DateTimeFormatter form) {

    private static final DateTimeFormatter FULL = form("d MMMM uuuu");
    private static final DateTimeFormatter SHORT = form("d MMM uuuu");
    private static final DateTimeFormatter BARE = form("d MMM");
    private static final DateTimeFormatter BRIEF = form("EEE d MMM");
    private static final DateTimeFormatter TIME = form("HH:mm");

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** Days with the month in full. */
    public Days(ZoneId zone, Locale locale) {
        this(zone, locale, FULL);
    }

    /** The same with the month in short, for tables. */
    public Days shortened() {
        return new Days(zone, locale, SHORT);
    }

    /** A point in time for people and for machines. */
    public record Moment(String day, String time, String iso, long millis) {}

    public Moment of(Instant instant) {
        return new Moment(
                day(instant.atZone(zone).toLocalDate()),
                TIME.withLocale(locale).format(instant.atZone(zone)),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.atZone(zone).withNano(0)),
                instant.toEpochMilli());
    }

    public String day(LocalDate date) {
        return form.withLocale(locale).format(date);
    }

    /** A day of this year: {@code 23 Nov}. */
    String bare(LocalDate date) {
        return BARE.withLocale(locale).format(date);
    }

    /** A day in short: {@code Mon 23 Nov}. */
    public String brief(LocalDate date) {
        return BRIEF.withLocale(locale).format(date);
    }

    /** The last moment of a day. */
    public Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /** A day written {@code 2026-03-12}. */
    public static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
