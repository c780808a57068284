package org.fiducial.facility.trend;

import java.util.List;
import java.util.Optional;

/**
 * A control chart of a segment.
 *
 * @param kind what its points are
 * @param centre level of the points drawn
 * @param reference what the limits rest on
 * @param points oldest first
 * @param hits at most one a point, oldest first
 */
public record ControlChart(Kind kind, double centre, Reference reference, List<ChartPoint> points, List<Hit> hits) {

    /** What the points of a chart are. */
    public enum Kind {
        /** Single values. */
        INDIVIDUALS,
        /** Distances of single values from the one before. */
        MOVING_RANGES,
        /** Exponentially weighted moving averages. */
        MOVING_AVERAGES,
        /** Means of replicates. */
        MEANS,
        /** Standard deviations of replicates. */
        STANDARD_DEVIATIONS
    }

    public ControlChart {
        points = List.copyOf(points);
        hits = List.copyOf(hits);
    }

    /** The hit of a point, if it is one. */
    public Optional<Hit> hitAt(int point) {
        return hits.stream().filter(hit -> hit.point() == point).findFirst();
    }
}
