package org.fiducial.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fiducial.facility.advice.Entry;
import org.fiducial.facility.advice.History;
import org.fiducial.facility.advice.Observation;
import org.fiducial.facility.advice.Occasion;
import org.fiducial.facility.advice.Sisters;
import org.fiducial.facility.trend.Point;
import org.fiducial.facility.trend.ToleranceBand;

/**
 * Instruments whose true failures are known, checked for ten years by a rule. Each fails at a rate of its own, drawn from
 * Gamma(2, 40 months); every third drifts to its limit as well, in a median of ten months and differently after each repair, and
 * its values scatter by 5 % of the limit. A failure stays until a check finds it; then the instrument is put right at once. The
 * same seed gives the same lives under every rule.
 *
 * @param seed of the lives
 * @param instruments how many
 */
record SimulatedFleet(long seed, int instruments) {

    static final double YEARS = 10;
    static final double STARTING_INTERVAL = 3;

    private static final double MONTHS = 12 * YEARS;
    private static final double LIMIT = 10;
    private static final double SCATTER = 0.5;
    private static final int DRIFTING_EVERY = 3;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ToleranceBand LIMITS = ToleranceBand.atMost(LIMIT);

    /** What a decade cost. */
    record Spent(int checks, double badMonths) {

        double hours(double perCheck, double perBadMonth) {
            return checks * perCheck + badMonths * perBadMonth;
        }

        Spent and(Spent other) {
            return new Spent(checks + other.checks, badMonths + other.badMonths);
        }
    }

    /** Each instrument's cost under a rule. */
    List<Spent> under(IntervalRule rule) {
        List<Instrument> all = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            all.add(new Instrument(seed * 1009 + i, i % DRIFTING_EVERY == 0));
        }
        for (int year = 1; year <= YEARS; year++) {
            List<List<Observation>> seen =
                    all.stream().map(each -> each.history().observations()).toList();
            for (int i = 0; i < all.size(); i++) {
                List<List<Observation>> others = new ArrayList<>(seen);
                others.remove(i);
                all.get(i).live(12.0 * year, rule, Sisters.of(others));
            }
        }
        return all.stream().map(Instrument::spent).toList();
    }

    /** An instrument and what became of it. */
    private static final class Instrument {

        private final RandomGenerator lives;
        private final RandomGenerator scatter;
        private final double rate;
        private final double drift;
        private final List<Entry> entries = new ArrayList<>();
        private List<Point> adjusted = new ArrayList<>();
        private double interval = STARTING_INTERVAL;
        private int before;
        private double begun;
        private double breaks;
        private double slope;
        private double next = STARTING_INTERVAL;
        private int checks;
        private double badMonths;

        Instrument(long seed, boolean drifts) {
            RandomGenerator kind = new SplittableRandom(seed);
            rate = (exponential(kind) + exponential(kind)) / 40;
            double aMonth = LIMIT / 10 * Math.exp(0.5 * kind.nextGaussian());
            drift = drifts ? aMonth : 0;
            lives = new SplittableRandom(seed + 1_000_003);
            scatter = new SplittableRandom(seed + 2_000_003);
            entries.add(new Entry.Checked(START, Occasion.START, true));
            begin(0);
        }

        private static double exponential(RandomGenerator random) {
            return -Math.log(1 - random.nextDouble());
        }

        private void begin(double at) {
            begun = at;
            breaks = at + exponential(lives) / rate;
            slope = drift * Math.exp(0.2 * lives.nextGaussian());
            adjusted = new ArrayList<>();
        }

        /** When it fails, by itself or by drift. */
        private double fails() {
            return slope > 0 ? Math.min(breaks, begun + LIMIT / slope) : breaks;
        }

        void live(double until, IntervalRule rule, Sisters sisters) {
            while (next <= until) {
                check(next);
                double planned = rule.next(known(sisters));
                if (planned != interval) {
                    before = history().observations().size();
                    interval = planned;
                }
                next += interval;
            }
        }

        private void check(double at) {
            checks++;
            double value = slope * (at - begun) + SCATTER * scatter.nextGaussian();
            boolean good = breaks > at && value <= LIMIT;
            entries.add(new Entry.Checked(time(at), Occasion.ROUTINE, good));
            if (good) {
                adjusted.add(new Point(time(at), value));
                return;
            }
            badMonths += Math.max(0, at - fails());
            entries.add(new Entry.Checked(time(at).plusSeconds(1), Occasion.START, true));
            begin(at);
        }

        private IntervalRule.Known known(Sisters sisters) {
            History history = history();
            List<Observation> all = history.observations();
            return new IntervalRule.Known(
                    interval, history, all.subList(before, all.size()), sisters, List.copyOf(adjusted), LIMITS);
        }

        History history() {
            return History.of(entries);
        }

        Spent spent() {
            return new Spent(checks, badMonths + Math.max(0, MONTHS - fails()));
        }

        private static Instant time(double months) {
            return START.plusMillis(Math.round(months * History.DAYS_PER_MONTH * 86_400_000));
        }
    }
}
