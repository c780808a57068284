package org.fiducial.facility.trend;

import java.util.OptionalDouble;

/**
 * What a value may not fall below and not rise above, one side or both, in the unit of the series.
 *
 * @param low none where nothing is too low
 * @param high none where nothing is too high
 */
public record ToleranceBand(OptionalDouble low, OptionalDouble high) {

    public ToleranceBand {
        if (low.isPresent() && high.isPresent() && low.getAsDouble() >= high.getAsDouble()) {
            throw new IllegalArgumentException(
                    "a lower limit lies below the upper one, were " + low.getAsDouble() + " and " + high.getAsDouble());
        }
    }

    /** A lower limit alone. */
    public static ToleranceBand atLeast(double low) {
        return new ToleranceBand(OptionalDouble.of(low), OptionalDouble.empty());
    }

    /** An upper limit alone. */
    public static ToleranceBand atMost(double high) {
        return new ToleranceBand(OptionalDouble.empty(), OptionalDouble.of(high));
    }

    /** The limit a slope leads to. */
    OptionalDouble ahead(double slope) {
        return slope < 0 ? low : high;
    }
}
