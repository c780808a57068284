package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.numeric.StraightLine;

/**
 * How power follows the set point: the straight line through all readings that count (weights 1/u² where the file gives a u
 * to each, else equal), and how far each visit to a set point lies from it.
 *
 * @param line power in mW over set point
 * @param visits to set points, in the order of the file
 * @param weighted whether the readings had weights
 */
record PowerLinearity(StraightLine line, List<Visit> visits, boolean weighted) {

    private static final int FEWEST_SET_POINTS = 3;

    /**
     * The readings of one stay at a set point.
     *
     * @param setPoint the set point
     * @param meanMw their mean
     * @param n how many
     * @param rising whether it was come to from below; the first counts as the second does
     */
    record Visit(double setPoint, double meanMw, int n, boolean rising) {}

    /** The linearity of the series of one line and place; needs three set points. */
    static Optional<PowerLinearity> of(List<SeriesResult> series) {
        List<SeriesResult> set = series.stream()
                .filter(each ->
                        each.key().setPoint().isPresent() && each.judged().n() > 0)
                .toList();
        if (set.stream().map(each -> each.key().setPoint()).distinct().count() < FEWEST_SET_POINTS) {
            return Optional.empty();
        }
        int n = set.stream().mapToInt(each -> each.judged().n()).sum();
        boolean weighted = set.stream()
                .allMatch(each -> each.judged().standardUncertaintyMw().isPresent());
        double[] x = new double[n];
        double[] y = new double[n];
        double[] weights = new double[n];
        int next = 0;
        for (SeriesResult each : set) {
            Numbers powerMw = each.judged().powerMw();
            for (int i = 0; i < powerMw.size(); i++) {
                x[next] = each.key().setPoint().orElseThrow();
                y[next] = powerMw.get(i);
                weights[next++] = weight(each, i, weighted);
            }
        }
        boolean sound = Arrays.stream(weights).allMatch(w -> w > 0 && !Double.isInfinite(w));
        if (!sound) {
            Arrays.fill(weights, 1);
        }
        boolean used = weighted && sound;
        return StraightLine.through(Numbers.of(x), Numbers.of(y), Numbers.of(weights))
                .map(line -> new PowerLinearity(line, SetPointVisits.of(set), used));
    }

    private static double weight(SeriesResult series, int index, boolean weighted) {
        if (!weighted) {
            return 1;
        }
        double u = series.judged().standardUncertaintyMw().orElseThrow().get(index);
        return 1 / (u * u);
    }

    /** Largest mean power of a visit, which deviations are stated in per cent of. */
    double fullScaleMw() {
        return visits.stream().mapToDouble(Visit::meanMw).max().orElseThrow();
    }

    double residualMw(Visit visit) {
        return visit.meanMw() - line.at(visit.setPoint());
    }

    /** Largest distance of a visit from the line in % of full scale. */
    double largestDeviationPercent() {
        return visits.stream()
                        .mapToDouble(visit -> Math.abs(residualMw(visit)))
                        .max()
                        .orElseThrow()
                / fullScaleMw()
                * 100;
    }

    /** Whether the mean power rises from each set point to the next. */
    boolean monotonic() {
        double last = Double.NEGATIVE_INFINITY;
        for (double mean : means(visits).values()) {
            if (mean <= last) {
                return false;
            }
            last = mean;
        }
        return true;
    }

    int setPoints() {
        return means(visits).size();
    }

    /** Largest difference between rising and falling in % of full scale, over set points visited both ways. */
    OptionalDouble hysteresisPercent() {
        Map<Double, Double> up = means(visits.stream().filter(Visit::rising).toList());
        Map<Double, Double> down =
                means(visits.stream().filter(visit -> !visit.rising()).toList());
        return up.entrySet().stream()
                .flatMapToDouble(rising -> Stream.ofNullable(down.get(rising.getKey()))
                        .mapToDouble(falling -> 100 * Math.abs(falling - rising.getValue()) / fullScaleMw()))
                .max();
    }

    /** The exponent of P ∝ s^γ by least squares over logarithms of the visits with positive set point and power. */
    Optional<StraightLine> powerLaw() {
        List<Visit> lit = visits.stream()
                .filter(visit -> visit.setPoint() > 0 && visit.meanMw() > 0)
                .toList();
        return StraightLine.through(
                Numbers.of(lit.stream()
                        .mapToDouble(visit -> Math.log(visit.setPoint()))
                        .toArray()),
                Numbers.of(lit.stream()
                        .mapToDouble(visit -> Math.log(visit.meanMw()))
                        .toArray()));
    }

    /** Mean power by set point, every reading with equal weight. */
    private static Map<Double, Double> means(List<Visit> visits) {
        Map<Double, List<Visit>> bySet = new TreeMap<>();
        visits.forEach(visit -> bySet.computeIfAbsent(visit.setPoint(), set -> new ArrayList<>())
                .add(visit));
        Map<Double, Double> means = new TreeMap<>();
        bySet.forEach((set, all) -> {
            int n = all.stream().mapToInt(Visit::n).sum();
            means.put(
                    set,
                    all.stream()
                                    .mapToDouble(visit -> visit.n() * visit.meanMw())
                                    .sum()
                            / n);
        });
        return means;
    }
}
