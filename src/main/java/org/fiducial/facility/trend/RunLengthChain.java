package org.fiducial.facility.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.fiducial.metrology.numeric.LinearSystem;
import org.fiducial.metrology.numeric.NormalDistribution;

/**
 * Average run lengths of patterns of zones, exactly: the memories of all patterns together are the states of a Markov chain,
 * and the expected number of points to the first alarm solves L = 1 + Q L, with Q the probabilities of going on from state to
 * state. States that no future tells apart are joined first (Moore's partition refinement).
 *
 * <p>Source: Champ and Woodall, Technometrics 29:393 (1987), doi:10.1080/00401706.1987.10488266. Errors: those of rounding,
 * below 10⁻⁹ of the result.
 */
final class RunLengthChain {

    private static final int ALARM = -1;

    private final List<ZonePattern> patterns;
    private final double[] lines;
    /** For each state where each zone leads. */
    private final int[][] next;

    RunLengthChain(List<ZonePattern> patterns) {
        this.patterns = List.copyOf(patterns);
        TreeSet<Double> edges = new TreeSet<>();
        for (ZonePattern pattern : patterns) {
            edges.add(pattern.line());
            edges.add(0 - pattern.line());
        }
        this.lines = edges.stream().mapToDouble(Double::doubleValue).toArray();
        this.next = joined(explored());
    }

    /** How many states there are, those of alarms not counted. */
    int states() {
        return next.length;
    }

    /**
     * Points to the first alarm on average, the alarm counted.
     *
     * @param shift of the level from the first point on, in σ
     * @return empty where they are so many that the alarm practically never comes, 10¹¹ and more
     */
    OptionalDouble average(double shift) {
        double[] probability = probabilities(shift);
        double[][] remaining = new double[next.length][next.length];
        double[] one = new double[next.length];
        for (int state = 0; state < next.length; state++) {
            one[state] = 1;
            remaining[state][state] += 1;
            for (int zone = 0; zone < probability.length; zone++) {
                if (next[state][zone] != ALARM) {
                    remaining[state][next[state][zone]] -= probability[zone];
                }
            }
        }
        return LinearSystem.solve(remaining, one)
                .map(length -> OptionalDouble.of(length[0]))
                .orElseGet(OptionalDouble::empty);
    }

    private double[] probabilities(double shift) {
        double[] below = new double[lines.length + 2];
        below[lines.length + 1] = 1;
        for (int i = 0; i < lines.length; i++) {
            below[i + 1] = NormalDistribution.cumulative(lines[i] - shift);
        }
        return IntStream.range(0, lines.length + 1)
                .mapToDouble(i -> below[i + 1] - below[i])
                .toArray();
    }

    /** A deviate of each zone. */
    private double[] examples() {
        double[] examples = new double[lines.length + 1];
        examples[0] = lines[0] - 1;
        examples[lines.length] = lines[lines.length - 1] + 1;
        for (int i = 1; i < lines.length; i++) {
            examples[i] = 0.5 * (lines[i - 1] + lines[i]);
        }
        return examples;
    }

    /** All states that can be reached, the first one first. */
    private int[][] explored() {
        double[] examples = examples();
        Map<List<Long>, Integer> known = new HashMap<>();
        List<List<Long>> order = new ArrayList<>();
        List<int[]> transitions = new ArrayList<>();
        List<Long> start = LongStream.generate(() -> ZonePattern.NOTHING)
                .limit(patterns.size())
                .boxed()
                .toList();
        known.put(start, 0);
        order.add(start);
        for (int state = 0; state < order.size(); state++) {
            int[] leads = new int[examples.length];
            for (int zone = 0; zone < examples.length; zone++) {
                leads[zone] = number(after(order.get(state), examples[zone]), known, order);
            }
            transitions.add(leads);
        }
        return transitions.toArray(int[][]::new);
    }

    private List<Long> after(List<Long> memories, double deviate) {
        return IntStream.range(0, patterns.size())
                .mapToObj(i -> patterns.get(i).after(memories.get(i), deviate))
                .toList();
    }

    private int number(List<Long> memories, Map<List<Long>, Integer> known, List<List<Long>> order) {
        for (int i = 0; i < memories.size(); i++) {
            if (patterns.get(i).complete(memories.get(i))) {
                return ALARM;
            }
        }
        return known.computeIfAbsent(memories, added -> {
            order.add(added);
            return order.size() - 1;
        });
    }

    /** The same with states joined that lead to the same for ever; the first stays first. */
    private static int[][] joined(int[][] transitions) {
        int[] classes = new int[transitions.length];
        int count = 1;
        while (true) {
            Map<List<Integer>, Integer> signatures = new HashMap<>();
            int[] refined = new int[transitions.length];
            for (int state = 0; state < transitions.length; state++) {
                List<Integer> signature = new ArrayList<>();
                signature.add(classes[state]);
                for (int lead : transitions[state]) {
                    signature.add(lead == ALARM ? ALARM : classes[lead]);
                }
                refined[state] = signatures.computeIfAbsent(signature, unused -> signatures.size());
            }
            if (signatures.size() == count) {
                return quotient(transitions, classes, count);
            }
            count = signatures.size();
            classes = refined;
        }
    }

    private static int[][] quotient(int[][] transitions, int[] classes, int count) {
        int[][] joined = new int[count][];
        for (int state = 0; state < transitions.length; state++) {
            joined[classes[state]] = Arrays.stream(transitions[state])
                    .map(lead -> lead == ALARM ? ALARM : classes[lead])
                    .toArray();
        }
        return joined;
    }
}
