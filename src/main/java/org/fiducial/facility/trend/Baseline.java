package org.fiducial.facility.trend;

import java.time.Instant;
import java.util.Arrays;

/**
 * Which points of a segment make its limits (phase I); limits know nothing of the others, which they judge (phase II).
 *
 * @param from index of the first
 * @param to index behind the last; equal to {@code from} where the window holds no point
 */
public record Baseline(int from, int to) {

    public Baseline {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "a baseline begins at 0 or later and ends not before, was " + from + " to " + to);
        }
    }

    /** All points of a segment. */
    public static Baseline all(Segment segment) {
        return new Baseline(0, segment.size());
    }

    /** The first points of a segment, or all where it has fewer. */
    public static Baseline first(Segment segment, int n) {
        return new Baseline(0, Math.min(n, segment.size()));
    }

    /** The points measured in a window of time, both ends included. */
    public static Baseline between(Segment segment, Instant from, Instant until) {
        int first = 0;
        while (first < segment.size() && segment.at(first).isBefore(from)) {
            first++;
        }
        int behind = first;
        while (behind < segment.size() && !segment.at(behind).isAfter(until)) {
            behind++;
        }
        return new Baseline(first, behind);
    }

    /** How many points. */
    public int size() {
        return to - from;
    }

    /** Whether a point belongs to it. */
    public boolean contains(int index) {
        return index >= from && index < to;
    }

    double[] of(double[] values) {
        if (to > values.length) {
            throw new IllegalArgumentException(
                    "a baseline lies within its segment of " + values.length + " points, was to " + to);
        }
        return Arrays.copyOfRange(values, from, to);
    }
}
