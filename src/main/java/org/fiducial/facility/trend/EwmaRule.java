package org.fiducial.facility.trend;

/**
 * The exponentially weighted moving average z(t) = λ x(t) + (1 − λ) z(t − 1) with z(0) = centre beyond its limits
 * centre ± L σ √(λ/(2 − λ) [1 − (1 − λ)²ᵗ]), exact for each t. Sees a lasting shift of 1σ after ten points on average, where
 * the limit rule takes 44.
 *
 * <p>Source: Roberts, Technometrics 1:239 (1959), doi:10.1080/00401706.1959.10489860; Lucas and Saccucci, Technometrics 32:1
 * (1990), doi:10.1080/00401706.1990.10484583; ISO 7870-6.
 *
 * @param lambda λ in (0, 1], the weight of the newest value
 * @param width L, above 0
 */
public record EwmaRule(double lambda, double width) implements Rule {

    /** λ = 0.2 with L = 2.86, whose false alarms with limits of long t are as rare as those of the limit rule. */
    public static final EwmaRule USUAL = new EwmaRule(0.2, 2.86);

    public EwmaRule {
        if (!(lambda > 0 && lambda <= 1) || !(width > 0)) {
            throw new IllegalArgumentException(
                    "a moving average has a weight in (0, 1] and a width above 0, was " + lambda + " and " + width);
        }
    }

    @Override
    public String id() {
        return "ewma";
    }

    @Override
    public Pattern.Detector follow(Reference reference) {
        Average average = new Average(reference.centre());
        return value -> average.next(value).beyond(reference);
    }

    /** A moving average on its way. */
    final class Average {

        private final double centre;
        private double z;
        private int t;

        Average(double centre) {
            this.centre = centre;
            this.z = centre;
        }

        Average next(double value) {
            z += lambda * (value - z);
            t++;
            return this;
        }

        double z() {
            return z;
        }

        double deviate(Reference reference) {
            return reference.deviate(z - centre, weights(t));
        }

        double halfWidth(Reference reference) {
            return reference.halfWidth(width, weights(t));
        }

        boolean beyond(Reference reference) {
            return Math.abs(deviate(reference)) > width + Pattern.ROUNDING;
        }
    }

    /** The weights of the values in z(t), t from 1. */
    Reference.Weights weights(int t) {
        double forgotten = Math.pow(1 - lambda, t);
        return new Reference.Weights(lambda / (2 - lambda) * (1 - forgotten * forgotten), 1 - forgotten);
    }
}
