package org.fiducial.facility.trend;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fiducial.metrology.numeric.NormalDistribution;
import org.fiducial.metrology.numeric.Robust;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * How the standard deviation of single values is estimated. Unbiased for independent normal values. A moving range is the
 * distance of a value from the one before.
 *
 * <p>Sources: Montgomery, Introduction to Statistical Quality Control, section 6.4; NIST/SEMATECH e-Handbook 6.3.2.2
 * (https://doi.org/10.18434/M32189); ISO 7870-2. For values whose neighbours correlate by φ (AR(1)) both moving range
 * estimates come out too small by √(1 − φ): 0.87 at 0.25, 0.71 at 0.5, 0.55 at 0.7.
 */
public enum Spread {
    /** Mean moving range over d₂(2) = 2/√π = 1.128379: blind to slow change of the level. */
    MEAN_MOVING_RANGE {
        @Override
        double estimate(double[] values) {
            return Robust.mean(movingRanges(values)) / ShewhartConstants.MEAN_RANGE_OF_TWO;
        }
    },
    /** Median moving range over √2 Φ⁻¹(¾) = 0.953873: blind to a single jump or odd value too, and coarser with few points. */
    MEDIAN_MOVING_RANGE {
        @Override
        double estimate(double[] values) {
            return RobustStatistics.median(movingRanges(values)) / MEDIAN_RANGE;
        }
    },
    /** Standard deviation over c₄(n): counts slow change as spread. */
    STANDARD_DEVIATION {
        @Override
        double estimate(double[] values) {
            return Robust.sd(values).orElseThrow() / ShewhartConstants.meanDeviation(values.length);
        }
    };

    /** The median of |x − y| for two standard normal values. */
    static final double MEDIAN_RANGE = Math.sqrt(2) * NormalDistribution.quantile(0.75);

    private static final int FEWEST = 2;

    abstract double estimate(double[] values);

    /** The estimate from a few values in their order; none from fewer than two, or where it is zero. */
    public OptionalDouble of(double[] values) {
        if (values.length < FEWEST) {
            return OptionalDouble.empty();
        }
        double sigma = estimate(values);
        double rounding = 1e-12 * Arrays.stream(values).map(Math::abs).max().orElseThrow();
        return sigma > rounding ? OptionalDouble.of(sigma) : OptionalDouble.empty();
    }

    /** |xᵢ − xᵢ₋₁|, [n − 1]. */
    static double[] movingRanges(double[] values) {
        double[] ranges = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = Math.abs(values[i + 1] - values[i]);
        }
        return ranges;
    }
}
