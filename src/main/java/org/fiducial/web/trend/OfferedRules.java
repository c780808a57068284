package org.fiducial.web.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fiducial.facility.trend.EwmaRule;
import org.fiducial.facility.trend.MovingRangeRule;
import org.fiducial.facility.trend.Rule;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.facility.trend.RunRule;
import org.fiducial.facility.trend.RunRule.Family;
import org.fiducial.web.page.Route;

/**
 * The rules a person may choose from, each with a number that stands beside the points it hits. The limit rule is always on; of
 * rules that both families have, that of Western Electric stands for both.
 */
final class OfferedRules {

    /** Says in an address that rules were chosen, so that none but the first is a choice too. */
    static final String CHOSEN = "rules";

    static final List<Rule> ALL = List.of(
            RunRule.limit(),
            Family.WESTERN_ELECTRIC.rule(2),
            Family.WESTERN_ELECTRIC.rule(3),
            Family.WESTERN_ELECTRIC.rule(4),
            Family.NELSON.rule(2),
            Family.NELSON.rule(3),
            Family.NELSON.rule(4),
            Family.NELSON.rule(7),
            Family.NELSON.rule(8),
            new MovingRangeRule(),
            EwmaRule.USUAL);

    private OfferedRules() {}

    /** Those an address asks for, or the usual ones. */
    static RuleSet chosen(Route.Request request) {
        if (request.query(CHOSEN).isEmpty()) {
            return RuleSet.standard();
        }
        List<Rule> chosen = new ArrayList<>(List.of(RunRule.limit()));
        ALL.stream().filter(rule -> !request.query(rule.id()).isEmpty()).forEach(chosen::add);
        return new RuleSet(chosen);
    }

    /** What asks for rules in an address. */
    static String query(RuleSet chosen) {
        return CHOSEN + "=own"
                + chosen.rules().stream().map(rule -> "&" + rule.id() + "=on").collect(Collectors.joining());
    }

    /** The number of a rule, from 1. */
    static int number(Rule rule) {
        return 1
                + IntStream.range(0, ALL.size())
                        .filter(i -> ALL.get(i).equals(rule))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such rule is offered: " + rule.id()));
    }

    /** What stands round a point a rule hits: {@code limit}, {@code run} or {@code average}. */
    static String shape(Rule rule) {
        if (rule.equals(RunRule.limit()) || rule instanceof MovingRangeRule) {
            return "limit";
        }
        return rule instanceof EwmaRule ? "average" : "run";
    }
}
