package org.fiducial.facility.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.fiducial.facility.trend.ControlChart.Kind;
import org.fiducial.facility.trend.Reference.Established;
import org.fiducial.facility.trend.Reference.Lack;
import org.fiducial.facility.trend.Reference.Provisional;
import org.fiducial.facility.trend.Reference.Weights;
import org.fiducial.metrology.numeric.FisherDistribution;
import org.fiducial.metrology.numeric.NormalDistribution;
import org.fiducial.metrology.numeric.Robust;

/**
 * The charts of repeated values: means X̄ and standard deviations s of subgroups, which may differ in size.
 *
 * <p>Centre = Σ nᵢ x̄ᵢ/Σ nᵢ; σ = Σ hᵢ sᵢ/c₄(nᵢ)/Σ hᵢ with hᵢ = c₄²/(1 − c₄²), which is s̄/c₄ where all are of one size; limits of
 * means centre ± 3σ/√nᵢ, of standard deviations σ (c₄ ± 3√(1 − c₄²)) and not below 0. Below {@value Reference#ESTABLISHED}
 * subgroups in the baseline, prediction limits with the pooled s: of means by t, of standard deviations s_p √F upwards, with
 * 0.135 % beyond each.
 *
 * <p>Sources: Montgomery, Introduction to Statistical Quality Control, section 6.3; Burr, Journal of Quality Technology 1:163
 * (1969), doi:10.1080/00224065.1969.11980368; ISO 7870-2.
 *
 * <p>Limits: σ is what varies within a subgroup. Where repeats of one day agree better than days do, as of microscopes they
 * mostly do, means lie beyond their limits though nothing is wrong; then {@link Charted#betweenExceedsWithin} holds, and the
 * means belong on a chart of single values (Wheeler, Understanding Statistical Process Control, 1992, chapter 9).
 */
public sealed interface Replicates {

    /** By chance two spreads of the same size look this different in one baseline of a hundred. */
    double ONE_IN_A_HUNDRED = 0.01;

    /**
     * Charts.
     *
     * @param means of the subgroups, with the hits of the rules for single values
     * @param deviations their standard deviations, with the limit as their only rule
     * @param ratio variance of means over what replicates explain: Σ nᵢ(x̄ᵢ − x̄)²/(k − 1)/s_p² in the baseline
     * @param probability of such a ratio or a larger one where days vary no more than replicates
     */
    record Charted(ControlChart means, ControlChart deviations, double ratio, double probability)
            implements Replicates {

        /** Whether the level varies between subgroups by more than replicates within them explain. */
        public boolean betweenExceedsWithin() {
            return probability < ONE_IN_A_HUNDRED;
        }
    }

    /**
     * No charts.
     *
     * @param lack what the baseline lacks
     * @param subgroups how many it has
     */
    record NotCharted(Lack lack, int subgroups) implements Replicates {}

    /**
     * No charts: a subgroup has no spread of its own.
     *
     * @param subgroup its index
     * @param size how many values it has, fewer than two
     */
    record NoReplicates(int subgroup, int size) implements Replicates {}

    /**
     * Charts subgroups.
     *
     * @param subgroups oldest first, each of two values or more
     * @param baseline which of them make the limits
     * @param rules for the means
     */
    static Replicates over(List<double[]> subgroups, Baseline baseline, List<RunRule> rules) {
        for (int i = 0; i < subgroups.size(); i++) {
            if (subgroups.get(i).length < 2) {
                return new NoReplicates(i, subgroups.get(i).length);
            }
        }
        List<double[]> made = subgroups.subList(baseline.from(), baseline.to());
        if (made.size() < Reference.FEWEST) {
            return new NotCharted(Lack.TOO_FEW_POINTS, made.size());
        }
        Within within = Within.of(made);
        if (!(within.pooled() > 1e-12 * Math.abs(within.mean()))) {
            return new NotCharted(Lack.NO_SPREAD, made.size());
        }
        double ratio = within.betweenMeans(made) / (within.pooled() * within.pooled());
        double chance = 1 - new FisherDistribution(made.size() - 1, within.degreesOfFreedom()).cumulative(ratio);
        Reference reference = within.reference(made.size());
        return new Charted(means(subgroups, reference, rules), deviations(subgroups, reference), ratio, chance);
    }

    private static ControlChart means(List<double[]> subgroups, Reference reference, List<RunRule> rules) {
        double centre = reference.centre();
        List<Pattern.Detector> detectors =
                rules.stream().map(rule -> rule.pattern().detector()).toList();
        List<ChartPoint> points = new ArrayList<>();
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < subgroups.size(); i++) {
            double mean = Robust.mean(subgroups.get(i));
            Weights weights = Weights.mean(subgroups.get(i).length);
            double half = reference.halfWidth(3, weights);
            double deviate = reference.deviate(mean - centre, weights);
            points.add(new ChartPoint(i, mean, centre - half, centre + half, deviate));
            int first = SingleValues.first(detectors, deviate);
            if (first < rules.size()) {
                hits.add(new Hit(rules.get(first), i));
            }
        }
        return new ControlChart(Kind.MEANS, centre, reference, points, hits);
    }

    private static ControlChart deviations(List<double[]> subgroups, Reference reference) {
        List<ChartPoint> points = new ArrayList<>();
        List<Hit> hits = new ArrayList<>();
        Map<Integer, Double> uppers = new HashMap<>();
        for (int i = 0; i < subgroups.size(); i++) {
            int n = subgroups.get(i).length;
            double s = Robust.sd(subgroups.get(i)).orElseThrow();
            double c4 = ShewhartConstants.meanDeviation(n);
            double scatter = reference.sigma() * Math.sqrt(1 - c4 * c4);
            double upper = uppers.computeIfAbsent(n, size -> upper(reference, size));
            double lower = reference instanceof Provisional ? 0 : Math.max(0, reference.sigma() * c4 - 3 * scatter);
            points.add(new ChartPoint(i, s, lower, upper, (s - reference.sigma() * c4) / scatter));
            if (s > upper * (1 + Pattern.ROUNDING) || s < lower * (1 - Pattern.ROUNDING)) {
                hits.add(new Hit(RunRule.limit(), i));
            }
        }
        double centre = reference.sigma() * ShewhartConstants.meanDeviation(subgroups.get(0).length);
        return new ControlChart(Kind.STANDARD_DEVIATIONS, centre, reference, points, hits);
    }

    private static double upper(Reference reference, int n) {
        if (reference instanceof Provisional provisional) {
            double within = 1 - NormalDistribution.cumulative(-3);
            return provisional.sigma()
                    * Math.sqrt(new FisherDistribution(n - 1.0, provisional.degreesOfFreedom()).quantile(within));
        }
        double c4 = ShewhartConstants.meanDeviation(n);
        return reference.sigma() * (c4 + 3 * Math.sqrt(1 - c4 * c4));
    }

    /**
     * What the subgroups of a baseline share.
     *
     * @param mean of all values
     * @param sigma from the standard deviations of the subgroups
     * @param pooled root of the pooled variance
     * @param values how many in all
     * @param degreesOfFreedom of the pooled variance
     */
    record Within(double mean, double sigma, double pooled, int values, int degreesOfFreedom) {

        static Within of(List<double[]> subgroups) {
            double weights = 0;
            double deviations = 0;
            double squares = 0;
            int values = 0;
            for (double[] subgroup : subgroups) {
                double c4 = ShewhartConstants.meanDeviation(subgroup.length);
                double s = Robust.sd(subgroup).orElseThrow();
                double h = c4 * c4 / (1 - c4 * c4);
                weights += h;
                deviations += h * s / c4;
                squares += (subgroup.length - 1) * s * s;
                values += subgroup.length;
            }
            int freedom = values - subgroups.size();
            double mean = Robust.mean(
                    subgroups.stream().flatMapToDouble(Arrays::stream).toArray());
            return new Within(mean, deviations / weights, Math.sqrt(squares / freedom), values, freedom);
        }

        Reference reference(int subgroups) {
            return subgroups < Reference.ESTABLISHED
                    ? new Provisional(mean, pooled, values, degreesOfFreedom)
                    : new Established(mean, sigma);
        }

        double betweenMeans(List<double[]> subgroups) {
            DoubleStream squares = subgroups.stream().mapToDouble(subgroup -> {
                double difference = Robust.mean(subgroup) - mean;
                return subgroup.length * difference * difference;
            });
            return squares.sum() / (subgroups.size() - 1);
        }
    }
}
