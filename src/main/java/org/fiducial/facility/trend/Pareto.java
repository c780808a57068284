package org.fiducial.facility.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Causes by their weight, heaviest first, with the share of all that they and those before them have: which few causes make
 * most failures, or most hours lost. Source: Juran, Quality Control Handbook; ISO 7870-1 names it among the first charts to draw.
 *
 * @param bars heaviest first, those of the same weight by name
 */
public record Pareto(List<Bar> bars) {

    /**
     * A cause.
     *
     * @param cause its name
     * @param weight how often, or how many hours
     * @param share of all weights, 0 to 1
     * @param cumulative share of this cause and all before it, 0 to 1
     */
    public record Bar(String cause, double weight, double share, double cumulative) {}

    public Pareto {
        bars = List.copyOf(bars);
    }

    /** Of causes as they came, each occurrence of weight 1. */
    public static Pareto ofOccurrences(List<String> causes) {
        return ofWeights(causes.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingDouble(unused -> 1))));
    }

    /** Of causes with weights of at least 0; those of weight 0 are left out. */
    public static Pareto ofWeights(Map<String, Double> weights) {
        weights.forEach((cause, weight) -> {
            if (!(weight >= 0) || weight.isInfinite()) {
                throw new IllegalArgumentException(
                        "a cause has a weight of at least 0, but " + cause + " has " + weight);
            }
        });
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Bar> bars = new ArrayList<>();
        double before = 0;
        List<Map.Entry<String, Double>> heaviestFirst = weights.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (Map.Entry<String, Double> entry : heaviestFirst) {
            before += entry.getValue();
            bars.add(new Bar(entry.getKey(), entry.getValue(), entry.getValue() / total, before / total));
        }
        return new Pareto(bars);
    }

    /** The heaviest causes that together have at least a share of all, 0 to 1. */
    public List<Bar> heaviest(double share) {
        int count = 0;
        while (count < bars.size() && (count == 0 || bars.get(count - 1).cumulative() < share)) {
            count++;
        }
        return bars.subList(0, count);
    }
}
