package org.fiducial.facility.trend;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.facility.trend.ControlChart.Kind;
import org.fiducial.facility.trend.Reference.Weights;

/**
 * The charts of single values against a reference: individuals with centre ± 3σ, moving ranges from 0 to D₄ d₂ σ, and moving
 * averages.
 *
 * <p>Sources: Montgomery, Introduction to Statistical Quality Control, sections 6.4 and 9.2; NIST/SEMATECH e-Handbook 6.3.2.2
 * and 6.3.2.4, doi:10.18434/M32189; ISO 7870-2 and 7870-6.
 */
public final class SingleValues {

    private static final double LIMIT = 3;

    private final double[] values;
    private final Reference reference;

    /**
     * Values and what they are compared with.
     *
     * @param values [n] oldest first, nothing known to have changed between them
     */
    public SingleValues(double[] values, Reference reference) {
        this.values = values.clone();
        this.reference = reference;
    }

    /** The chart of the values with the hits of rules for single values. */
    public ControlChart individuals(List<RunRule> rules) {
        double centre = reference.centre();
        double half = reference.halfWidth(LIMIT, Weights.SINGLE);
        List<ChartPoint> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            double deviate = reference.deviate(values[i] - centre, Weights.SINGLE);
            points.add(new ChartPoint(i, values[i], centre - half, centre + half, deviate));
        }
        return new ControlChart(Kind.INDIVIDUALS, centre, reference, points, hits(rules, 0));
    }

    /** The chart of the distances from the value before; the first value has none. Its only rule is its limit. */
    public ControlChart movingRanges() {
        double upper = reference.halfWidth(MovingRangeRule.DEVIATE, Weights.DIFFERENCE);
        double[] ranges = Spread.movingRanges(values);
        List<ChartPoint> points = new ArrayList<>();
        for (int i = 0; i < ranges.length; i++) {
            points.add(new ChartPoint(i + 1, ranges[i], 0, upper, reference.deviate(ranges[i], Weights.DIFFERENCE)));
        }
        double centre = ShewhartConstants.MEAN_RANGE_OF_TWO * reference.sigma();
        List<Hit> hits = hits(List.of(new MovingRangeRule()), 0);
        return new ControlChart(Kind.MOVING_RANGES, centre, reference, points, hits);
    }

    /**
     * The chart of moving averages.
     *
     * @param restart index of the point with which the average begins again at the centre: the first behind a baseline, whose
     *     own level is the centre; 0 where it runs through
     */
    public ControlChart movingAverages(EwmaRule rule, int restart) {
        double centre = reference.centre();
        List<ChartPoint> points = new ArrayList<>();
        EwmaRule.Average average = rule.new Average(centre);
        for (int i = 0; i < values.length; i++) {
            if (i == restart) {
                average = rule.new Average(centre);
            }
            average.next(values[i]);
            double half = average.halfWidth(reference);
            points.add(new ChartPoint(i, average.z(), centre - half, centre + half, average.deviate(reference)));
        }
        return new ControlChart(Kind.MOVING_AVERAGES, centre, reference, points, hits(List.of(rule), restart));
    }

    /** For each point the first of the rules it completes; they begin anew at a point. */
    private List<Hit> hits(List<? extends Rule> rules, int restart) {
        List<Pattern.Detector> detectors = follow(rules);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (i == restart) {
                detectors = follow(rules);
            }
            int first = first(detectors, values[i]);
            if (first < rules.size()) {
                hits.add(new Hit(rules.get(first), i));
            }
        }
        return hits;
    }

    private List<Pattern.Detector> follow(List<? extends Rule> rules) {
        return rules.stream().map(rule -> rule.follow(reference)).toList();
    }

    /** Index of the first detector a value completes, or how many there are; all of them see the value. */
    static int first(List<Pattern.Detector> detectors, double value) {
        int first = detectors.size();
        for (int i = detectors.size() - 1; i >= 0; i--) {
            first = detectors.get(i).completedBy(value) ? i : first;
        }
        return first;
    }
}
