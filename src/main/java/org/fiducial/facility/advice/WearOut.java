package org.fiducial.facility.advice;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.numeric.NormalDistribution;

/**
 * Whether failures come more often with age: the distribution of Weibull, good to age t with R(t) = e^(−(t/η)^β), beside that of a
 * constant rate, β = 1. Only where twice the gain of ln L is above 3.84 does it say anything; else the constant rate stands.
 *
 * <p>For each β the ages to the power of β have a constant rate ({@link RateLikelihood}); the β of the largest likelihood is sought
 * by golden section. Source: Nelson, Applied Life Data Analysis (1982), chapter 9. Limit: β is sought from {@value #FLATTEST} to
 * {@value #STEEPEST}; where the likelihood still rises at one of them there is no estimate.
 *
 * @param shape β: above 1 things wear out, below 1 they fail soon after they were put right
 * @param scale η [months], the age by which 63 % have failed
 * @param logLikelihood ln L
 * @param gain 2 (ln L − ln L of the constant rate)
 */
public record WearOut(double shape, double scale, double logLikelihood, double gain) {

    static final double FLATTEST = 0.1;
    static final double STEEPEST = 10;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double SMALLEST = 1e-7;
    private static final double SIGNIFICANT = 2 * ConstantRate.DROP;

    /** The estimate; empty without a failure, without anything that lasted, or where no β is most likely. */
    public static Optional<WearOut> of(List<Observation> observations) {
        if (!(ConstantRate.of(observations) instanceof ConstantRate.Estimated constant)) {
            return Optional.empty();
        }
        double low = Math.log(FLATTEST);
        double high = Math.log(STEEPEST);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = log(observations, Math.exp(left));
        double atRight = log(observations, Math.exp(right));
        while (high - low > SMALLEST) {
            if (atLeft < atRight) {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = log(observations, Math.exp(right));
            } else {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = log(observations, Math.exp(left));
            }
        }
        double shape = Math.exp(0.5 * (low + high));
        if (shape < FLATTEST * 1.001 || shape > STEEPEST / 1.001) {
            return Optional.empty();
        }
        double most = log(observations, shape);
        double scale = Math.pow(aged(observations, shape).maximum(), -1 / shape);
        return Optional.of(new WearOut(shape, scale, most, Math.max(0, 2 * (most - constant.logLikelihood()))));
    }

    private static RateLikelihood aged(List<Observation> observations, double shape) {
        return RateLikelihood.of(observations, each -> Math.pow(each.to(), shape) - Math.pow(each.from(), shape));
    }

    private static double log(List<Observation> observations, double shape) {
        RateLikelihood aged = aged(observations, shape);
        double density = observations.stream()
                .filter(each -> each.outcome() == Observation.Outcome.REPORTED)
                .mapToDouble(each -> Math.log(shape) + (shape - 1) * Math.log(each.to()))
                .sum();
        return aged.log(aged.maximum()) + density;
    }

    /** Whether the constant rate is to be doubted. */
    public boolean isSeen() {
        return gain > SIGNIFICANT;
    }

    /** Probability of so large a gain, or a larger one, where the rate is constant. */
    public double probability() {
        return 2 * NormalDistribution.cumulative(-Math.sqrt(gain));
    }

    /** Months after which a share of instruments is still good: η (−ln R)^(1/β). */
    public double monthsTo(double share) {
        return scale * Math.pow(-Math.log(share), 1 / shape);
    }
}
