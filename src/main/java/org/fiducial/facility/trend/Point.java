package org.fiducial.facility.trend;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A value of a series.
 *
 * @param at when it was measured
 * @param value in the unit of the series
 * @param expandedUncertainty U (k = 2) in the same unit, where it is known
 */
public record Point(Instant at, double value, OptionalDouble expandedUncertainty) {

    public Point {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a point of a series has a finite value, was " + value);
        }
        if (!(expandedUncertainty.orElse(0) >= 0)) {
            throw new IllegalArgumentException(
                    "an uncertainty is at least 0, was " + expandedUncertainty.getAsDouble());
        }
    }

    /** A value whose uncertainty is not known. */
    public Point(Instant at, double value) {
        this(at, value, OptionalDouble.empty());
    }
}
