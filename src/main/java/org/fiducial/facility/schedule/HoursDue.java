package org.fiducial.facility.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a plan by hours of use is on a light path.
 *
 * @param plan the version in force, whose rhythm is {@link Rhythm.Hours}
 * @param path the light path
 * @param last the last check that counts, if there is one
 * @param count what the counter says
 */
public record HoursDue(Plan plan, PlannedPath path, Optional<LastCheck> last, Count count) {

    /** How it stands. */
    public enum Standing {
        /** The hours have been used. */
        REACHED,
        /** They have not, by a reading that is not too old. */
        COMING,
        /** Nobody knows, for want of a reading. */
        UNKNOWN;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the counter says.
     *
     * @param used hours since the last check that counts, or since the plan was made [h]; empty without a reading since
     * @param every hours from one check to the next [h]
     * @param readAt when the counter was read last
     * @param day the day the hours were reached, or are by the rate of the last months; empty where nobody can say
     */
    public record Count(
            OptionalDouble used, double every, Optional<Instant> readAt, Optional<LocalDate> day, Standing standing) {

        static Count of(HoursOfUse use, double every, Instant from, Instant now, ZoneId zone) {
            OptionalDouble used = use.since(from);
            Optional<LocalDate> reached = use.reached(from, every).map(at -> LocalDate.ofInstant(at, zone));
            if (reached.isPresent()) {
                return new Count(used, every, use.newest(), reached, Standing.REACHED);
            }
            if (use.isStale(now)) {
                return new Count(used, every, use.newest(), Optional.empty(), Standing.UNKNOWN);
            }
            double left = every - used.orElse(0);
            Optional<LocalDate> forecast = use.newest()
                    .filter(at -> use.rate().orElse(0) > 0)
                    .map(at -> at.plus(
                            Duration.ofMinutes(Math.round(left / use.rate().orElseThrow() * 24 * 60))))
                    .map(at -> LocalDate.ofInstant(at, zone));
            return new Count(used, every, use.newest(), forecast, Standing.COMING);
        }
    }

    /** As a due day among others, where there is a day. */
    Optional<Due> asDue(LocalDate on) {
        return count.day().map(day -> new Due(plan, path, day, on, last));
    }
}
