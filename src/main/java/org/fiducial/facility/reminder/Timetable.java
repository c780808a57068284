package org.fiducial.facility.reminder;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * When reminders are sent: on a day of the week from an hour on, where the facility is. A server that was off sends up to
 * {@value #LATE_HOURS} hours late and otherwise leaves it to the next week. What the server refused is tried again after 5,
 * 15, 60 and 240 minutes, and then no more that week.
 *
 * @param weekday the day
 * @param hour from 0 to 23; one a night of summer time leaves out is the next
 * @param zone where the facility is
 */
public record Timetable(DayOfWeek weekday, int hour, ZoneId zone) {

    private static final int LATE_HOURS = 36;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));

    /** The period something is to be sent for now; empty outside of its hours. */
    public Optional<String> period(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(weekday));
        if (moment(day).isAfter(now)) {
            day = day.minusWeeks(1);
        }
        boolean late = moment(day).plus(Duration.ofHours(LATE_HOURS)).isBefore(now);
        return late ? Optional.empty() : Optional.of(day.toString());
    }

    /** The last period that has begun, however long ago. */
    public String latest(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(weekday));
        return (moment(day).isAfter(now) ? day.minusWeeks(1) : day).toString();
    }

    /** Whether it is the hour or later, on any day. */
    public boolean isHour(Instant now) {
        return !now.isBefore(moment(LocalDate.ofInstant(now, zone)));
    }

    /** When the next digest is due. */
    public Instant next(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.nextOrSame(weekday));
        return moment(day).isAfter(now) ? moment(day) : moment(day.plusWeeks(1));
    }

    private Instant moment(LocalDate day) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }

    /** Which attempt is to be made now, by those there were; empty where none is. */
    public static Optional<Integer> attempt(List<Sending> made, Instant now) {
        if (made.isEmpty()) {
            return Optional.of(1);
        }
        Sending last = made.get(made.size() - 1);
        int pause = last.attempt() - 1;
        if (!last.hasFailed() || pause >= PAUSES.size()) {
            return Optional.empty();
        }
        return last.claimedAt().plus(PAUSES.get(pause)).isAfter(now)
                ? Optional.empty()
                : Optional.of(last.attempt() + 1);
    }
}
