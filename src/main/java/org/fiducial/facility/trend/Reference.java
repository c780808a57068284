package org.fiducial.facility.trend;

import java.util.Optional;
import java.util.OptionalInt;
import org.fiducial.metrology.numeric.NormalDistribution;
import org.fiducial.metrology.numeric.Robust;
import org.fiducial.metrology.numeric.StudentDistribution;

/**
 * Level and spread that later values are compared with. A charted value is a weighted sum of single ones, so one formula
 * serves single values, means and moving averages.
 *
 * <p>Deviates are in units of σ, and limits of k σ lie where the deviate is k. With a {@link Provisional} baseline the deviate
 * is the normal one as rare as the t of the prediction interval, so that a value lies beyond 3 with probability 0.27 % whatever
 * the number of points: exact for one next value of an undisturbed, independent, normal process.
 */
public sealed interface Reference {

    /** From so many points on the usual limits stand in place of the widened ones. */
    int ESTABLISHED = 20;

    /** Fewer points make limits of 22 standard deviations and more. */
    int FEWEST = 3;

    /** The level. */
    double centre();

    /** Standard deviation of a single value. */
    double sigma();

    /**
     * How far a charted value lies from the level, as a normal deviate.
     *
     * @param difference charted value less level
     */
    double deviate(double difference, Weights weights);

    /** Half the width of limits at so many σ. */
    double halfWidth(double sigmas, Weights weights);

    /** Of how many points the baseline is while they are fewer than {@value #ESTABLISHED}; empty once it is established. */
    default OptionalInt provisionalPoints() {
        return OptionalInt.empty();
    }

    /**
     * The weights of single values in a charted one.
     *
     * @param squares sum of their squares: the variance in units of σ²
     * @param sum their sum: how far an error of the level counts
     */
    record Weights(double squares, double sum) {

        /** A single value. */
        static final Weights SINGLE = new Weights(1, 1);

        /** The difference of two values. */
        static final Weights DIFFERENCE = new Weights(2, 0);

        /** The mean of n values. */
        static Weights mean(int n) {
            return new Weights(1.0 / n, 1);
        }
    }

    /**
     * Level and spread given, or taken from so many points that the usual factors serve: deviate (x − centre)/σ.
     *
     * @param centre the level
     * @param sigma standard deviation of a single value, above 0
     */
    record Established(double centre, double sigma) implements Reference {

        public Established {
            if (!Double.isFinite(centre) || !(sigma > 0)) {
                throw new IllegalArgumentException(
                        "a reference has a finite level and a spread above 0, was " + centre + " and " + sigma);
            }
        }

        @Override
        public double deviate(double difference, Weights weights) {
            return difference / (sigma * Math.sqrt(weights.squares()));
        }

        @Override
        public double halfWidth(double sigmas, Weights weights) {
            return sigmas * sigma * Math.sqrt(weights.squares());
        }
    }

    /**
     * Level and spread of a short baseline: limits are prediction limits, mean ± t(Φ(k), ν) s √(Σw² + (Σw)²/n). In units of s
     * and at k = 3 they lie at 7.25 for n = 5, 4.80 for 8, 4.29 for 10, 3.76 for 15, 3.57 for 19. Source: Hahn and Meeker,
     * Statistical Intervals (1991), section 4.7, doi:10.1002/9780470316771; ISO 16269-8.
     *
     * <p>Limits: with n up to 15 no point of the baseline itself can lie beyond 3, because |x − mean| ≤ s (n − 1)/√n.
     *
     * @param centre mean
     * @param sigma s with its degrees of freedom, above 0
     * @param n single values behind the mean
     * @param degreesOfFreedom ν of s
     */
    record Provisional(double centre, double sigma, int n, int degreesOfFreedom) implements Reference {

        public Provisional {
            if (!Double.isFinite(centre) || !(sigma > 0) || n < 2 || degreesOfFreedom < 1) {
                throw new IllegalArgumentException(
                        "a provisional reference has a finite level, a spread above 0 and two " + "values, was "
                                + centre + ", " + sigma + " of " + n);
            }
        }

        @Override
        public double deviate(double difference, Weights weights) {
            return new StudentDistribution(degreesOfFreedom).normalDeviate(difference / error(weights));
        }

        @Override
        public double halfWidth(double sigmas, Weights weights) {
            return new StudentDistribution(degreesOfFreedom).ofNormalDeviate(sigmas) * error(weights);
        }

        /**
         * Of some next values of an undisturbed process, the probability that one at least lies beyond 3σ limits: this or less.
         * Exact for one, 0.0027; 0.032 for twelve, of which 0.017 come with five points and 0.025 with ten, because they share
         * level and spread.
         */
        public double chanceOfAny(int next) {
            double beyond = 2 * NormalDistribution.cumulative(-3);
            return 1 - Math.pow(1 - beyond, next);
        }

        private double error(Weights weights) {
            return sigma * Math.sqrt(weights.squares() + weights.sum() * weights.sum() / n);
        }

        @Override
        public OptionalInt provisionalPoints() {
            return OptionalInt.of(n);
        }
    }

    /** What the values of a baseline lack to be a reference. */
    static Optional<Lack> lack(double[] baseline) {
        if (baseline.length < FEWEST) {
            return Optional.of(Lack.TOO_FEW_POINTS);
        }
        return Spread.STANDARD_DEVIATION.of(baseline).isEmpty() ? Optional.of(Lack.NO_SPREAD) : Optional.empty();
    }

    /**
     * The reference of single values: provisional below {@value #ESTABLISHED} of them, and the usual one from there on.
     *
     * @param baseline in their order, not lacking anything
     * @param spread what the usual limits rest on; provisional ones always on s
     */
    static Reference of(double[] baseline, Spread spread) {
        double mean = Robust.mean(baseline);
        int n = baseline.length;
        if (n < ESTABLISHED) {
            return new Provisional(mean, Robust.sd(baseline).orElseThrow(), n, n - 1);
        }
        return usual(baseline, spread);
    }

    /** The usual reference whatever the number of values: mean and σ from moving ranges or s. */
    static Established usual(double[] baseline, Spread spread) {
        return new Established(Robust.mean(baseline), spread.of(baseline).orElseThrow());
    }

    /** Why a baseline makes no reference. */
    enum Lack {
        /** It has fewer than {@value #FEWEST} points. */
        TOO_FEW_POINTS,
        /** All its values are the same: any other value would lie beyond any limit. */
        NO_SPREAD
    }
}
