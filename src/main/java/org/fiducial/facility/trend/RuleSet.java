package org.fiducial.facility.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rules a facility goes by.
 *
 * @param rules in the order in which they are named where a point completes several: Western Electric, Nelson, moving range,
 *     moving average, each with the lowest number first; of two with the same pattern only the first is kept
 */
public record RuleSet(List<Rule> rules) {

    public RuleSet {
        List<Rule> kept = new ArrayList<>();
        rules.stream()
                .sorted(Comparator.comparing(RuleSet::order))
                .filter(rule -> kept.stream().noneMatch(other -> same(other, rule)))
                .forEach(kept::add);
        rules = List.copyOf(kept);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a set of rules has at least one");
        }
    }

    /** Some rules. */
    public static RuleSet of(Rule... rules) {
        return new RuleSet(List.of(rules));
    }

    /** The limit rule, eight in a row on one side, and the moving average: what is used unless somebody chose. */
    public static RuleSet standard() {
        return of(RunRule.limit(), RunRule.Family.WESTERN_ELECTRIC.rule(4), EwmaRule.USUAL);
    }

    /** The rules for single values or means. */
    public List<RunRule> runRules() {
        return rules.stream()
                .filter(RunRule.class::isInstance)
                .map(RunRule.class::cast)
                .toList();
    }

    /** The moving average, if it is among them. */
    public Optional<EwmaRule> ewma() {
        return rules.stream()
                .filter(EwmaRule.class::isInstance)
                .map(EwmaRule.class::cast)
                .findFirst();
    }

    /** A text that sorts as the rules are named. */
    private static String order(Rule rule) {
        if (rule instanceof RunRule run) {
            return (run.family() == RunRule.Family.WESTERN_ELECTRIC ? "1" : "2") + run.number();
        }
        return rule instanceof MovingRangeRule ? "3" : "4";
    }

    private static boolean same(Rule one, Rule other) {
        if (one instanceof RunRule run && other instanceof RunRule further) {
            return run.pattern().equals(further.pattern());
        }
        return one.equals(other);
    }
}
