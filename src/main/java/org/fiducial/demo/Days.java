package org.fiducial.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The days of the story in the calendar, and identifiers that are made on them.
 *
 * @param last the day the story ends on
 * @param ids makes identifiers by a clock
 */
record Days(LocalDate last, ZoneId zone, Function<Clock, Supplier<UUID>> ids) {

    LocalDate day(int daysBeforeEnd) {
        return last.minusDays(daysBeforeEnd);
    }

    Instant at(int daysBeforeEnd, LocalTime time) {
        return day(daysBeforeEnd).atTime(time).atZone(zone).toInstant();
    }

    /** A clock that stands still at a time of a day. */
    Clock clock(int daysBeforeEnd, LocalTime time) {
        return Clock.fixed(at(daysBeforeEnd, time), zone);
    }

    Supplier<UUID> ids(Clock clock) {
        return ids.apply(clock);
    }
}
