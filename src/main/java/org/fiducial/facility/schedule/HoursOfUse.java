package org.fiducial.facility.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Hours of use of an instrument over time, from the readings of its counter.
 *
 * <p>A reading below the one before is of a counter that began again at 0, as after the exchange of a lamp. Between two
 * readings use is taken as even; before the first nothing is known. The rate is that of the readings of the last
 * {@value #RATE_DAYS} days before the newest one, where they lie at least {@value #LEAST_DAYS} days apart. After {@value
 * #STALE_DAYS} days without a reading nothing is said of what is still to come, since nobody knows how much it was used.
 */
public final class HoursOfUse {

    /** Days after which a reading says nothing of today. */
    public static final int STALE_DAYS = 31;

    private static final int RATE_DAYS = 92;
    private static final int LEAST_DAYS = 3;
    private static final double HOURS_A_DAY = 24;

    private final List<Point> points;

    /** Hours of use since the first reading. */
    private record Point(Instant at, double total) {}

    /** All readings of one instrument, in any order. */
    public HoursOfUse(List<HourReading> readings) {
        List<HourReading> ascending = readings.stream()
                .sorted(Comparator.comparing(HourReading::readAt).thenComparing(HourReading::id))
                .toList();
        List<Point> all = new ArrayList<>();
        double total = 0;
        double before = ascending.isEmpty() ? 0 : ascending.get(0).hours();
        for (HourReading each : ascending) {
            total += each.hours() >= before ? each.hours() - before : each.hours();
            before = each.hours();
            all.add(new Point(each.readAt(), total));
        }
        points = List.copyOf(all);
    }

    /** When the counter was read last. */
    public Optional<Instant> newest() {
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(points.get(points.size() - 1).at());
    }

    /** Whether nobody knows any more how much it was used. */
    public boolean isStale(Instant now) {
        return newest().map(at -> Duration.between(at, now).compareTo(Duration.ofDays(STALE_DAYS)) > 0)
                .orElse(true);
    }

    /**
     * Hours of use from a time to the newest reading, evenly between two readings [h].
     *
     * @return empty without a reading, or where the newest one is older
     */
    public OptionalDouble since(Instant from) {
        if (newest().map(at -> at.isBefore(from)).orElse(true)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(points.get(points.size() - 1).total() - total(from));
    }

    private double total(Instant at) {
        Point before = points.get(0);
        if (!at.isAfter(before.at())) {
            return before.total();
        }
        for (Point each : points) {
            if (!each.at().isBefore(at)) {
                return before.total() + (each.total() - before.total()) * share(before.at(), at, each.at());
            }
            before = each;
        }
        return before.total();
    }

    private static double share(Instant from, Instant at, Instant until) {
        long whole = Duration.between(from, until).toMillis();
        return whole == 0 ? 1 : (double) Duration.between(from, at).toMillis() / whole;
    }

    /** The time by which so many hours were used since another, evenly between readings; empty if they were not. */
    public Optional<Instant> reached(Instant from, double hours) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double target = total(from) + hours;
        Point before = points.get(0);
        for (Point each : points) {
            if (each.total() >= target && !each.at().isBefore(from)) {
                double used = each.total() - before.total();
                double share = used == 0 ? 1 : (target - before.total()) / used;
                long millis =
                        Math.round(Duration.between(before.at(), each.at()).toMillis() * Math.max(0, share));
                return Optional.of(before.at().plusMillis(millis));
            }
            before = each;
        }
        return Optional.empty();
    }

    /** Hours a day lately, from 0 to 24; empty where the readings do not say. */
    public OptionalDouble rate() {
        if (points.isEmpty()) {
            return OptionalDouble.empty();
        }
        Point newest = points.get(points.size() - 1);
        Instant earliest = newest.at().minus(Duration.ofDays(RATE_DAYS));
        Point first = points.stream()
                .filter(each -> !each.at().isBefore(earliest))
                .findFirst()
                .orElse(newest);
        double days = Duration.between(first.at(), newest.at()).toMinutes() / (60 * HOURS_A_DAY);
        return days < LEAST_DAYS
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(HOURS_A_DAY, (newest.total() - first.total()) / days));
    }
}
