package org.fiducial.metrology.numeric;

import java.util.List;

/**
 * Values that differ by more than their own uncertainties: their common mean and how far they scatter beyond them.
 *
 * <p>yᵢ = μ + bᵢ + eᵢ with u(eᵢ) known and sd(bᵢ) = τ. Paule and Mandel (J. Res. NBS 87:377 (1982),
 * doi:10.6028/jres.087.022): τ² ≥ 0 is chosen so that Σ (yᵢ − μ)²/(uᵢ² + τ²) = n − 1 with μ the mean weighted by
 * 1/(uᵢ² + τ²).
 *
 * @param mean μ with its standard uncertainty (Σ 1/(uᵢ² + τ²))^−½
 * @param between τ
 */
public record RandomEffects(Estimate mean, double between) {

    /** Fits at least two values, each with an uncertainty above 0. */
    public static RandomEffects of(List<Estimate> values) {
        if (values.size() < 2 || values.stream().anyMatch(value -> !(value.u() > 0))) {
            throw new IllegalArgumentException(
                    "random effects need two values with uncertainties above 0, had " + values.size());
        }
        double low = 0;
        double high = spread(values);
        if (excess(values, 0) > 0) {
            // The statistic falls as τ² grows; halve the interval to rounding.
            while (excess(values, high) > 0) {
                high *= 2;
            }
            for (int i = 0; i < 100; i++) {
                double middle = 0.5 * (low + high);
                if (excess(values, middle) > 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
        }
        return new RandomEffects(mean(values, low), Math.sqrt(low));
    }

    private static double spread(List<Estimate> values) {
        double min = values.stream().mapToDouble(Estimate::value).min().orElseThrow();
        double max = values.stream().mapToDouble(Estimate::value).max().orElseThrow();
        return Math.max((max - min) * (max - min), Double.MIN_NORMAL);
    }

    private static Estimate mean(List<Estimate> values, double tauSquared) {
        double weights = 0;
        double sum = 0;
        for (Estimate each : values) {
            double weight = 1 / (each.u() * each.u() + tauSquared);
            weights += weight;
            sum += weight * each.value();
        }
        return new Estimate(sum / weights, 1 / Math.sqrt(weights));
    }

    private static double excess(List<Estimate> values, double tauSquared) {
        double mean = mean(values, tauSquared).value();
        double statistic = 0;
        for (Estimate each : values) {
            double off = each.value() - mean;
            statistic += off * off / (each.u() * each.u() + tauSquared);
        }
        return statistic - (values.size() - 1);
    }
}
