package org.fiducial.facility.advice;

import java.util.List;
import org.fiducial.metrology.numeric.Bisection;
import org.fiducial.metrology.numeric.NormalDistribution;

/**
 * The rate λ of failures that come by chance, as likely in any month as in any other, from checks that only tell good from bad:
 * by maximum likelihood, with the interval of 95 % in which twice the logarithm of the likelihood is at most 3.84 below its
 * maximum. Of instruments {@code t} months after a good check the share e^(−λt) is good.
 *
 * <p>Source: Nelson, Applied Life Data Analysis (1982), chapter 9; NCSLI RP-1, methods S2 and S3. Assumes that a failure stays
 * until it is found. Limit: no estimate without failures ({@link NoFailures}) nor without anything that lasted.
 */
public sealed interface ConstantRate {

    double CONFIDENCE = 0.95;

    /** ln L may be so far below its maximum: half the square of the normal deviate of 97.5 %. */
    double DROP = 0.5 * Math.pow(NormalDistribution.quantile((1 + CONFIDENCE) / 2), 2);

    /**
     * A rate.
     *
     * @param perMonth λ [1/month]
     * @param standardError from the information expected at the estimate, Σ t² e^(−λt)/(1 − e^(−λt)) over all checks and 1/λ² a
     *     reported failure; the range is to be preferred
     * @param logLikelihood ln L
     * @param range of λ, 95 %
     */
    record Estimated(double perMonth, double standardError, double logLikelihood, Range range) implements ConstantRate {

        /** Months after which a share of instruments is still good: −ln R/λ. */
        public double monthsTo(double share) {
            return -Math.log(share) / perMonth;
        }

        /** The range of {@link #monthsTo}. */
        public Range rangeOfMonthsTo(double share) {
            return new Range(-Math.log(share) / range.high(), -Math.log(share) / range.low());
        }
    }

    /**
     * No failure was seen: λ may be zero.
     *
     * @param months how long all lasted together
     */
    record NoFailures(double months) implements ConstantRate {

        /** The rate at which so long a time without failure has the probability 1 − confidence: −ln(1 − C)/months. */
        public double atMost(double confidence) {
            return -Math.log(1 - confidence) / months;
        }
    }

    /**
     * Every check found a failure: λ may be as large as any.
     *
     * @param atLeast lower limit of λ, 95 %
     */
    record OnlyFailures(double atLeast) implements ConstantRate {}

    /** Nothing was observed. */
    record NothingObserved() implements ConstantRate {}

    /** The rate behind observations. */
    static ConstantRate of(List<Observation> observations) {
        if (observations.isEmpty()) {
            return new NothingObserved();
        }
        RateLikelihood likelihood = RateLikelihood.of(observations);
        if (likelihood.failures() == 0) {
            return new NoFailures(likelihood.lasted());
        }
        if (likelihood.lasted() == 0) {
            double shortest =
                    observations.stream().mapToDouble(Observation::months).min().orElseThrow();
            // ln(1 − e^(−x)) is above −DROP at x = 1.
            return new OnlyFailures(lower(likelihood, Math.log(2 * observations.size()) / shortest, 0));
        }
        double rate = likelihood.maximum();
        double most = likelihood.log(rate);
        return new Estimated(
                rate,
                1 / Math.sqrt(information(observations, rate)),
                most,
                new Range(lower(likelihood, rate, most), upper(likelihood, rate, most)));
    }

    private static double lower(RateLikelihood likelihood, double rate, double most) {
        double low = rate;
        while (likelihood.log(low) > most - DROP) {
            low /= 2;
        }
        return Bisection.ofRising(x -> likelihood.log(x) - most + DROP, low, rate);
    }

    private static double upper(RateLikelihood likelihood, double rate, double most) {
        double high = rate;
        while (likelihood.log(high) > most - DROP) {
            high *= 2;
        }
        return Bisection.ofFalling(x -> likelihood.log(x) - most + DROP, rate, high);
    }

    private static double information(List<Observation> observations, double rate) {
        return observations.stream()
                .mapToDouble(each -> {
                    double t = each.months();
                    return each.outcome() == Observation.Outcome.REPORTED
                            ? 1 / (rate * rate)
                            : t * t / Math.expm1(rate * t);
                })
                .sum();
    }
}
