package org.fiducial.facility.trend;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.numeric.Estimate;

/**
 * What rules cost a facility in false alarms where nothing ever changes. Independent normal values are assumed; after an alarm
 * the rules begin anew, so that one that goes on is counted once. Where neighbours correlate there are more: with r₁ = 0.5 and
 * σ from moving ranges the limit rule alarms eleven times as often ({@link Autocorrelation#limitRunLength}).
 *
 * @param aYear false alarms of one series in a year, with their standard error
 * @param runLength points from one false alarm to the next on average, with its standard error
 * @param basis how the figures came about
 */
public record AlarmPrice(Estimate aYear, Estimate runLength, Basis basis) {

    /** How figures came about. */
    public enum Basis {
        /** By a formula: a Markov chain or an integral equation; standard errors are 0. */
        RECKONED,
        /** By simulation. */
        SIMULATED
    }

    /**
     * The price where level and spread are known, which is what tables give: points a year over the average run length.
     * Reckoned for rules of zones and for the moving average alone, simulated for others.
     *
     * @param pointsAYear of one series
     */
    public static AlarmPrice known(RuleSet rules, double pointsAYear, Simulation simulation) {
        Optional<Double> exact = reckoned(rules, 0);
        Estimate length = exact.map(each -> new Estimate(each, 0)).orElseGet(() -> simulation.runLength(rules, 0));
        double aYear = pointsAYear / length.value();
        return new AlarmPrice(
                new Estimate(aYear, aYear * length.u() / length.value()),
                length,
                exact.isPresent() ? Basis.RECKONED : Basis.SIMULATED);
    }

    /**
     * The price where level and spread rest on a baseline of a few points, in the first year behind it: simulated, each time
     * with another baseline.
     *
     * @param baseline how many points it has, {@value Reference#FEWEST} or more
     * @param pointsAYear of one series
     */
    public static AlarmPrice behindBaseline(RuleSet rules, int baseline, int pointsAYear, Simulation simulation) {
        if (baseline < Reference.FEWEST || pointsAYear < 1) {
            throw new IllegalArgumentException("a baseline has " + Reference.FEWEST
                    + " points or more and a year at least one, had " + baseline + " and " + pointsAYear);
        }
        Estimate alarms = simulation
                .behindBaseline(
                        rules, baseline, values -> Reference.of(values, Spread.MEAN_MOVING_RANGE), pointsAYear, 0)
                .alarms();
        double length = alarms.value() > 0 ? pointsAYear / alarms.value() : Double.MAX_VALUE;
        double u = alarms.value() > 0 ? length * alarms.u() / alarms.value() : 0;
        return new AlarmPrice(alarms, new Estimate(length, u), Basis.SIMULATED);
    }

    /**
     * Points to the first alarm on average after a shift, level and spread known: how soon rules see it.
     *
     * @param shift in σ from the first point on
     */
    public static Estimate runLength(RuleSet rules, double shift, Simulation simulation) {
        return reckoned(rules, shift)
                .map(each -> new Estimate(each, 0))
                .orElseGet(() -> simulation.runLength(rules, shift));
    }

    private static Optional<Double> reckoned(RuleSet rules, double shift) {
        if (rules.rules().size() == 1 && rules.ewma().isPresent()) {
            return rules.ewma().map(rule -> new EwmaRunLength(rule, shift).withOwnLimits());
        }
        List<ZonePattern> zones = rules.runRules().stream()
                .map(RunRule::pattern)
                .filter(ZonePattern.class::isInstance)
                .map(ZonePattern.class::cast)
                .toList();
        if (zones.size() < rules.rules().size()) {
            return Optional.empty();
        }
        OptionalDouble average = new RunLengthChain(zones).average(shift);
        return average.isPresent() ? Optional.of(average.getAsDouble()) : Optional.empty();
    }
}
