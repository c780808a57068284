package org.fiducial.facility.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a series in which nothing is known to have changed.
 *
 * @param first index of its first point in the series
 * @param points oldest first, at least one
 * @param opening the last known thing before it, unless it begins the series
 */
public record Segment(int first, List<Point> points, Optional<Mark> opening) {

    private static final double MILLISECONDS_PER_DAY = 86_400_000;

    public Segment {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a segment has at least one point");
        }
    }

    /** How many points. */
    public int size() {
        return points.size();
    }

    /** The values, [n] in the unit of the series. */
    public double[] values() {
        return points.stream().mapToDouble(Point::value).toArray();
    }

    /** When the points were measured, [n] in days after the first. */
    public double[] days() {
        return points.stream().mapToDouble(point -> daysTo(point.at())).toArray();
    }

    /** When a point was measured. */
    public Instant at(int index) {
        return points.get(index).at();
    }

    /** Days from the first point to a time, negative before it. */
    double daysTo(Instant at) {
        return Duration.between(at(0), at).toMillis() / MILLISECONDS_PER_DAY;
    }

    /** The time so many days after the first point. */
    Instant after(double days) {
        return at(0).plusMillis(Math.round(days * MILLISECONDS_PER_DAY));
    }
}
