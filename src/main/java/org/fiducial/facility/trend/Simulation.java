package org.fiducial.facility.trend;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.numeric.Estimate;

/**
 * Alarms of rules on independent normal values that are made up: for sets of rules that no formula covers, and for limits that
 * rest on a few points. The same seed gives the same figures.
 *
 * @param seed of the generator
 * @param runs how many series are made
 */
public record Simulation(long seed, int runs) {

    /** Ten thousand runs with a fixed seed: run lengths true to 1 %, within a second. */
    public static final Simulation USUAL = new Simulation(2026, 10_000);

    /** Rules that practically never alarm must not run for ever: a run is cut here, and counts as this long. */
    private static final int LONGEST = 1_000_000;

    private static final long MOST_POINTS = 100L * LONGEST;

    public Simulation {
        if (runs < 2) {
            throw new IllegalArgumentException("a simulation has two runs or more, had " + runs);
        }
    }

    /**
     * Points to the first alarm on average where level and spread are known, with its standard error.
     *
     * @param shift of the level from the first point on, in σ
     */
    public Estimate runLength(RuleSet rules, double shift) {
        Reference known = new Reference.Established(0, 1);
        RandomGenerator random = new SplittableRandom(seed);
        Tally tally = new Tally();
        long points = 0;
        for (int run = 0; run < runs && (run < 2 || points < MOST_POINTS); run++) {
            List<Pattern.Detector> detectors = follow(rules, known);
            int length = 1;
            while (!alarm(detectors, shift + random.nextGaussian()) && length < LONGEST) {
                length++;
            }
            tally.add(length);
            points += length;
        }
        return tally.mean();
    }

    /**
     * What happens in a stretch of points behind a baseline.
     *
     * @param alarms how many on average; after each the rules begin anew
     * @param any the share of stretches with one at least
     */
    public record Stretch(Estimate alarms, Estimate any) {}

    /**
     * Alarms in the points behind a baseline, each run with a baseline of its own.
     *
     * @param baseline how many points it has
     * @param reference what is made of them
     * @param points how many follow
     * @param shift of their level, in σ
     */
    public Stretch behindBaseline(
            RuleSet rules, int baseline, Function<double[], Reference> reference, int points, double shift) {
        RandomGenerator random = new SplittableRandom(seed);
        Tally alarms = new Tally();
        Tally any = new Tally();
        for (int run = 0; run < runs; run++) {
            double[] values = new double[baseline];
            for (int i = 0; i < baseline; i++) {
                values[i] = random.nextGaussian();
            }
            int count = alarms(rules, reference.apply(values), points, shift, random);
            alarms.add(count);
            any.add(Math.min(1, count));
        }
        return new Stretch(alarms.mean(), any.mean());
    }

    private static int alarms(RuleSet rules, Reference reference, int points, double shift, RandomGenerator random) {
        List<Pattern.Detector> detectors = follow(rules, reference);
        int count = 0;
        for (int i = 0; i < points; i++) {
            if (alarm(detectors, shift + random.nextGaussian())) {
                count++;
                detectors = follow(rules, reference);
            }
        }
        return count;
    }

    private static List<Pattern.Detector> follow(RuleSet rules, Reference reference) {
        return rules.rules().stream().map(rule -> rule.follow(reference)).toList();
    }

    private static boolean alarm(List<Pattern.Detector> detectors, double value) {
        return SingleValues.first(detectors, value) < detectors.size();
    }

    /** Mean and standard error of numbers that come one by one (Welford 1962, doi:10.1080/00401706.1962.10490022). */
    private static final class Tally {

        private int n;
        private double mean;
        private double squares;

        void add(double value) {
            n++;
            double difference = value - mean;
            mean += difference / n;
            squares += difference * (value - mean);
        }

        Estimate mean() {
            return new Estimate(mean, Math.sqrt(squares / (n - 1) / n));
        }
    }
}
