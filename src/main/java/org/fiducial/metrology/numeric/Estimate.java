package org.fiducial.metrology.numeric;

/**
 * An estimated number with its standard uncertainty, both in the unit the owner names.
 *
 * @param value the estimate
 * @param u its standard uncertainty, never negative
 */
public record Estimate(double value, double u) {

    public Estimate {
        if (!Double.isFinite(value) || !(u >= 0)) {
            throw new IllegalArgumentException(
                    "an estimate needs a finite value and an uncertainty of at least 0, was " + value + " ± " + u);
        }
    }

    /** The same number in another unit: value and uncertainty times a positive factor. */
    public Estimate times(double factor) {
        return new Estimate(value * factor, u * Math.abs(factor));
    }
}
