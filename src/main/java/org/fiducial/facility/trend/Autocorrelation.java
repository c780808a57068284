package org.fiducial.facility.trend;

import org.fiducial.metrology.numeric.NormalDistribution;
import org.fiducial.metrology.numeric.Robust;

/**
 * How much neighbouring values resemble each other: r₁ = Σ (xᵢ − x̄)(xᵢ₊₁ − x̄)/Σ (xᵢ − x̄)². Warm-up, seasons and slow drift make
 * it positive, and then moving ranges understate the spread and limits raise false alarms.
 *
 * <p>Its chance scatter without correlation: mean −1/n, variance (n − 2)²/(n²(n − 1)). Source: Moran, Biometrika 35:255 (1948),
 * doi:10.1093/biomet/35.3-4.255; Wheeler and Montgomery on charts of such data: Montgomery, section 10.4.
 *
 * @param n values
 * @param lagOne r₁; 0 where all values are the same
 */
public record Autocorrelation(int n, double lagOne) {

    /** Below it r₁ scatters by 0.26 and more. */
    public static final int FEWEST = 15;

    private static final double ONE_SIDED = 0.05;

    /** Of values in their order. */
    public static Autocorrelation of(double[] values) {
        double mean = values.length > 0 ? Robust.mean(values) : 0;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            products += i > 0 ? (values[i] - mean) * (values[i - 1] - mean) : 0;
        }
        return new Autocorrelation(values.length, squares > 0 ? products / squares : 0);
    }

    /** The probability of such an r₁ or a larger one by chance; 1 of fewer than three values. */
    public double probability() {
        if (n < 3) {
            return 1;
        }
        double scatter = (n - 2) / (n * Math.sqrt(n - 1.0));
        return NormalDistribution.cumulative(-(lagOne + 1.0 / n) / scatter);
    }

    /** Whether it should be shown and reckoned with: from {@value #FEWEST} values on, positive, by chance in 5 % of series. */
    public boolean matters() {
        return n >= FEWEST && lagOne > 0 && probability() < ONE_SIDED;
    }

    /**
     * Points to the first false alarm of the limit rule with σ from moving ranges of an AR(1) with this φ: 370 at 0, 34.2 at
     * 0.5, 15.0 at 0.7.
     */
    public static double limitRunLength(double phi) {
        return CorrelatedRunLength.ofLimitRule(phi);
    }

    /** σ from moving ranges over the true one where the correlation is that of an AR(1): √(1 − φ). */
    public static double movingRangeShare(double phi) {
        return Math.sqrt(1 - phi);
    }
}
