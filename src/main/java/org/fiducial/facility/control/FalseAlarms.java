package org.fiducial.facility.control;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fiducial.facility.trend.AlarmPrice;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.facility.trend.Simulation;

/**
 * What rules cost in false alarms where nothing ever changes and limits are established. How many points lie between two of them
 * depends on the rules alone and is reckoned once for each set.
 */
public final class FalseAlarms {

    /** Two thousand runs: run lengths no formula gives true to 2 %, within a tenth of a second. */
    private static final Simulation SIMULATION = new Simulation(2026, 2000);

    private final Map<RuleSet, Double> runLengths = new ConcurrentHashMap<>();

    /** Points from one false alarm to the next on average. */
    public double runLength(RuleSet rules) {
        return runLengths.computeIfAbsent(
                rules, each -> AlarmPrice.known(each, 1, SIMULATION).runLength().value());
    }

    /** False alarms a year. */
    public double aYear(RuleSet rules, double pointsAYear) {
        return pointsAYear / runLength(rules);
    }
}
