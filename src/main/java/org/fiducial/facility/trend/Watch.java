package org.fiducial.facility.trend;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fiducial.facility.trend.Reference.Lack;

/** The usual charts of a segment with what their rules say, or why there are none. */
public sealed interface Watch {

    /**
     * Charts.
     *
     * @param individuals single values
     * @param movingRanges distances from the value before
     * @param movingAverages where the rules have one
     * @param baseline what the limits rest on
     * @param autocorrelation of the baseline
     * @param hits of the rules, at most one a point, oldest first
     */
    record Charted(
            ControlChart individuals,
            ControlChart movingRanges,
            Optional<ControlChart> movingAverages,
            Baseline baseline,
            Autocorrelation autocorrelation,
            List<Hit> hits)
            implements Watch {

        public Charted {
            hits = List.copyOf(hits);
        }

        /** What the limits rest on. */
        public Reference reference() {
            return individuals.reference();
        }
    }

    /**
     * No charts.
     *
     * @param lack what the baseline lacks
     * @param points how many it has
     */
    record NotCharted(Lack lack, int points) implements Watch {}

    /**
     * Charts a segment. The limits rest on the points of the baseline alone: on their mean and mean moving range, on their
     * standard deviation where neighbours correlate so that it matters, and on prediction limits while they are fewer than
     * {@value Reference#ESTABLISHED}.
     */
    static Watch over(Segment segment, Baseline baseline, RuleSet rules) {
        double[] made = baseline.of(segment.values());
        Optional<Lack> lack = Reference.lack(made);
        if (lack.isPresent()) {
            return new NotCharted(lack.get(), made.length);
        }
        Autocorrelation autocorrelation = Autocorrelation.of(made);
        Spread spread = autocorrelation.matters() ? Spread.STANDARD_DEVIATION : Spread.MEAN_MOVING_RANGE;
        SingleValues values = new SingleValues(segment.values(), Reference.of(made, spread));
        ControlChart individuals = values.individuals(rules.runRules());
        ControlChart ranges = values.movingRanges();
        Optional<ControlChart> averages = rules.ewma().map(rule -> values.movingAverages(rule, baseline.to()));
        boolean judged = rules.rules().contains(new MovingRangeRule());
        List<Hit> hits = merged(Stream.of(
                individuals.hits(),
                judged ? ranges.hits() : List.<Hit>of(),
                averages.map(ControlChart::hits).orElse(List.of())));
        return new Charted(individuals, ranges, averages, baseline, autocorrelation, hits);
    }

    /** One hit a point, of the first chart that has one. */
    private static List<Hit> merged(Stream<List<Hit>> charts) {
        TreeMap<Integer, Hit> first = new TreeMap<>();
        charts.flatMap(List::stream).forEach(hit -> first.putIfAbsent(hit.point(), hit));
        return List.copyOf(first.values());
    }
}
