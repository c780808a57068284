package org.fiducial.facility.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.fiducial.metrology.numeric.GammaFunction;

/**
 * What is believed of a rate of failures before an instrument's own checks are looked at: Gamma(a, b), as if a failures had been
 * seen in b months.
 *
 * @param shape a, above 0
 * @param months b, above 0
 */
public record GammaRate(double shape, double months) {

    /** Half a failure: Jeffreys' rule for a rate. */
    private static final double JEFFREYS = 0.5;

    /** How alike sisters may be taken to be: from very different to as good as the same. */
    private static final double[] SHAPES = {0.5, 1, 2, 4, 8, 16, 32};

    public GammaRate {
        if (!(shape > 0) || !(months > 0) || Double.isInfinite(shape) || Double.isInfinite(months)) {
            throw new IllegalArgumentException(
                    "failures and months of a belief are above 0, were " + shape + " and " + months);
        }
    }

    /**
     * That a planned interval was chosen well, and no more: one failure, and the rate for which the interval is right as its
     * median, which for a = 1 is ln 2/b.
     */
    static GammaRate ofPlan(double planned, Aim aim) {
        return new GammaRate(1, Math.log(2) / aim.rate(planned));
    }

    /**
     * What checks of sister instruments say, the mean rate of all and how far sisters differ: the shape for which what each of
     * them showed is most likely (parametric empirical Bayes; for the shape a bad check counts as a failure in the middle of its span). It is never as if more failures had been seen than
     * were, and half a one.
     *
     * @param sisters the observations of each
     * @return empty where none of them ever was good at a check
     */
    public static Optional<GammaRate> pooled(List<List<Observation>> sisters) {
        List<Observation> all = sisters.stream().flatMap(List::stream).toList();
        RateLikelihood together = RateLikelihood.of(all);
        if (together.lasted() == 0) {
            return Optional.empty();
        }
        double mean = new RatePosterior(JEFFREYS, 0, together).mean();
        double most = together.failures() + JEFFREYS;
        List<RateLikelihood> each = sisters.stream().map(RateLikelihood::of).toList();
        double best = SHAPES[0];
        double bestEvidence = Double.NEGATIVE_INFINITY;
        for (double shape :
                DoubleStream.of(SHAPES).filter(shape -> shape <= most).toArray()) {
            GammaRate candidate = new GammaRate(shape, shape / mean);
            double evidence = each.stream().mapToDouble(candidate::logEvidence).sum();
            if (evidence > bestEvidence) {
                best = shape;
                bestEvidence = evidence;
            }
        }
        return Optional.of(new GammaRate(best, best / mean));
    }

    /** ln of the probability of failures k in a time E, of which each bad one is taken in the middle of its span. */
    private double logEvidence(RateLikelihood seen) {
        int failures = seen.failures();
        return GammaFunction.logarithm(shape + failures)
                - GammaFunction.logarithm(shape)
                + shape * Math.log(months)
                - (shape + failures) * Math.log(months + seen.lastedAtMiddle());
    }

    /** What is believed behind observations. */
    public RatePosterior behind(List<Observation> observations) {
        return new RatePosterior(shape, months, RateLikelihood.of(observations));
    }
}
