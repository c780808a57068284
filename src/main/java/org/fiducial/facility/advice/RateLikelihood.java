package org.fiducial.facility.advice;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fiducial.metrology.numeric.Bisection;

/**
 * The likelihood of a constant rate λ of failures behind observations of spans t: ln L = Σ_bad ln(1 − e^(−λt)) − λ (Σ_good t +
 * Σ_reported t) + r ln λ. Its slope falls, so that it has one maximum.
 */
final class RateLikelihood {

    private final double lasted;
    private final int reported;
    private final double[] badSpans;

    private RateLikelihood(double lasted, int reported, double[] badSpans) {
        this.lasted = lasted;
        this.reported = reported;
        this.badSpans = badSpans;
    }

    /** Of observations by the months since each was known good. */
    static RateLikelihood of(List<Observation> observations) {
        return of(observations, Observation::months);
    }

    /** Of observations whose spans are counted otherwise. */
    static RateLikelihood of(List<Observation> observations, ToDoubleFunction<Observation> span) {
        double lasted = 0;
        int reported = 0;
        double[] bad = new double[observations.size()];
        int failed = 0;
        for (Observation each : observations) {
            switch (each.outcome()) {
                case GOOD -> lasted += span.applyAsDouble(each);
                case BAD -> bad[failed++] = span.applyAsDouble(each);
                case REPORTED -> {
                    lasted += span.applyAsDouble(each);
                    reported++;
                }
            }
        }
        return new RateLikelihood(lasted, reported, Arrays.copyOf(bad, failed));
    }

    /** Spans of good and reported ones together. */
    double lasted() {
        return lasted;
    }

    /** How many were reported, r. */
    int reported() {
        return reported;
    }

    /** How many failed. */
    int failures() {
        return reported + badSpans.length;
    }

    /** ln L. */
    double log(double rate) {
        double sum = -rate * lasted + (reported > 0 ? reported * Math.log(rate) : 0);
        for (double span : badSpans) {
            sum += Math.log(-Math.expm1(-rate * span));
        }
        return sum;
    }

    /** λ d ln L/dλ. */
    double slope(double rate) {
        double sum = reported - rate * lasted;
        for (double span : badSpans) {
            double x = rate * span;
            sum += x / Math.expm1(x);
        }
        return sum;
    }

    /** ln L, and λ d ln L/dλ behind it. */
    double[] logAndSlope(double rate) {
        double log = -rate * lasted + (reported > 0 ? reported * Math.log(rate) : 0);
        double slope = reported - rate * lasted;
        for (double span : badSpans) {
            double failed = -Math.expm1(-rate * span);
            log += Math.log(failed);
            slope += rate * span * (1 - failed) / failed;
        }
        return new double[] {log, slope};
    }

    /** How long all lasted, bad ones to the middle of their spans. */
    double lastedAtMiddle() {
        return lasted + Arrays.stream(badSpans).sum() / 2;
    }

    /** Where it is largest; there has to be a failure and a span that lasted. Each bad one counts 1 − x/2 to 1 of a failure. */
    double maximum() {
        return Bisection.ofFalling(this::slope, failures() / lastedAtMiddle(), failures() / lasted);
    }
}
