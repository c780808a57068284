package org.fiducial.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.fiducial.bench.SimulatedFleet.Spent;
import org.fiducial.facility.advice.Adviser;
import org.fiducial.facility.advice.Aim;
import org.fiducial.facility.advice.Ladder;
import org.fiducial.facility.advice.Staircase;

/**
 * What rules for the interval between checks cost on simulated fleets more than the best constant interval of each instrument
 * would have, found in hindsight on the same lives: checks take 2 hours, a month in which an instrument is bad and nobody knows costs 20.
 * Source: the excess cost by which Kuster, Cenker and Castrup (NCSLI 2009) compared the rules of RP-1.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile exec:exec -Dbench.main=org.fiducial.bench.AdviceBenchmark -Dbench.args="--fleets 30"
 * }</pre>
 */
public final class AdviceBenchmark {

    private static final double PER_CHECK = 2;
    private static final double PER_BAD_MONTH = 20;
    private static final int INSTRUMENTS = 12;
    private static final double TARGET = 0.90;
    /** Intervals tried in hindsight: from a week on, each a quarter longer. */
    private static final double[] CONSTANTS =
            IntStream.range(0, 21).mapToDouble(i -> 0.23 * Math.pow(1.25, i)).toArray();

    private final PrintStream out;

    private AdviceBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs the comparison: {@code --fleets N} and {@code --seed N}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int fleets = 30;
        long seed = 20_261_123L;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--fleets" -> fleets = Integer.parseInt(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                default -> {
                    out.println("unknown option " + arguments[i] + "; options: --fleets N (default 30) --seed N");
                    System.exit(2);
                }
            }
        }
        new AdviceBenchmark(out).print(fleets, seed);
    }

    private static Map<String, IntervalRule> rules() {
        Map<String, IntervalRule> rules = new LinkedHashMap<>();
        Aim target = new Aim.Target(TARGET);
        Aim cost = new Aim.Cost(PER_CHECK, PER_BAD_MONTH);
        rules.put("never changed, 3 months", IntervalRule.never());
        rules.put("half longer, half shorter", IntervalRule.of(new Staircase(0.5, 0.5)));
        rules.put("rungs, two good up, one bad down", IntervalRule.rungs(2));
        rules.put("rungs, six good up, one bad down", IntervalRule.rungs(6));
        rules.put("staircase A1 to 0.90, a 0.1", IntervalRule.of(Staircase.hoveringAt(TARGET, 0.1)));
        rules.put("staircase A1 to 0.90, a 0.05", IntervalRule.of(Staircase.hoveringAt(TARGET, 0.05)));
        rules.put("interval test A3, 90 %", IntervalRule.intervalTest(TARGET, 0.90));
        rules.put("most likely rate, own checks", IntervalRule.mostLikely(target));
        rules.put("adviser, own checks", IntervalRule.of(Adviser.USUAL, target, false, false));
        rules.put("adviser, sisters", IntervalRule.of(Adviser.USUAL, target, true, false));
        rules.put("adviser, sisters and drift, 80 % either side", drifting(0.2, target));
        rules.put("adviser, sisters and drift, 90 % (usual)", drifting(0.1, target));
        rules.put("adviser, sisters and drift, 95 %", drifting(0.05, target));
        rules.put("the same by cost, 80 %", drifting(0.2, cost));
        rules.put("the same by cost, 90 % (usual)", drifting(0.1, cost));
        rules.put("the same by cost, 95 %", drifting(0.05, cost));
        return rules;
    }

    private static IntervalRule drifting(double tail, Aim aim) {
        return IntervalRule.of(new Adviser(Ladder.USUAL, tail), aim, true, true);
    }

    private void print(int fleets, long seed) {
        out.printf(
                Locale.ROOT,
                "seed %d, %d fleets of %d instruments, %.0f years each, from %.0f months on; %.0f h a check, %.0f h a bad month%n%n",
                seed,
                fleets,
                INSTRUMENTS,
                SimulatedFleet.YEARS,
                SimulatedFleet.STARTING_INTERVAL,
                PER_CHECK,
                PER_BAD_MONTH);
        Map<String, List<Spent>> spent = new LinkedHashMap<>();
        List<Double> best = new ArrayList<>();
        for (int fleet = 0; fleet < fleets; fleet++) {
            SimulatedFleet simulated = new SimulatedFleet(seed * 100_003 + fleet, INSTRUMENTS);
            best.add(inHindsight(simulated));
            rules().forEach((name, rule) -> spent.computeIfAbsent(name, unused -> new ArrayList<>())
                    .add(simulated.under(rule).stream().reduce(Spent::and).orElseThrow()));
        }
        Map<String, double[]> excess = new LinkedHashMap<>();
        spent.forEach((name, each) -> excess.put(name, excess(each, best)));
        String least = excess.keySet().stream()
                .min(Comparator.comparing(name -> mean(excess.get(name))))
                .orElseThrow();
        out.println(
                "| rule | cost above the best constant interval [%] | above the best rule [%] | checks a year | weeks bad a year |");
        out.println("|---|---|---|---|---|");
        excess.forEach((name, each) -> row(name, spent.get(name), each, excess.get(least)));
        out.printf(Locale.ROOT, "%nleast: %s; behind ± one standard error, of differences on the same fleets%n", least);
    }

    private static double[] excess(List<Spent> spent, List<Double> best) {
        return IntStream.range(0, best.size())
                .mapToDouble(i -> 100 * (spent.get(i).hours(PER_CHECK, PER_BAD_MONTH) / best.get(i) - 1))
                .toArray();
    }

    private void row(String name, List<Spent> spent, double[] excess, double[] least) {
        Spent all = spent.stream().reduce(Spent::and).orElseThrow();
        double years = spent.size() * INSTRUMENTS * SimulatedFleet.YEARS;
        double[] behind = IntStream.range(0, excess.length)
                .mapToDouble(i -> excess[i] - least[i])
                .toArray();
        out.printf(
                Locale.ROOT,
                "| %s | %.1f ± %.1f | %.1f ± %.1f | %.1f | %.1f |%n",
                name,
                mean(excess),
                standardError(excess),
                mean(behind),
                standardError(behind),
                all.checks() / years,
                all.badMonths() / years * 365.2425 / 84);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares =
                Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    /** What each instrument would have cost at the constant interval that was best for it. */
    private static double inHindsight(SimulatedFleet fleet) {
        double[] best = new double[INSTRUMENTS];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (double months : CONSTANTS) {
            List<Spent> spent = fleet.under(known -> months);
            for (int i = 0; i < INSTRUMENTS; i++) {
                best[i] = Math.min(best[i], spent.get(i).hours(PER_CHECK, PER_BAD_MONTH));
            }
        }
        return Arrays.stream(best).sum();
    }
}
