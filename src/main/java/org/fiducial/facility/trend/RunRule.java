package org.fiducial.facility.trend;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A rule for single values or means of a Shewhart chart.
 *
 * <p>Sources: Western Electric, Statistical Quality Control Handbook (1956), pages 25–27; Nelson, Journal of Quality
 * Technology 16:237 (1984), doi:10.1080/00224065.1984.11978921. Not for moving ranges: neighbours share a value and correlate.
 *
 * @param family whose rule it is
 * @param number its number there
 * @param pattern what it looks for
 */
public record RunRule(Family family, int number, Pattern pattern) implements Rule {

    /** Whose rules. */
    public enum Family {
        /** Four rules. */
        WESTERN_ELECTRIC,
        /** Eight rules. */
        NELSON;

        /** All rules of the family, lowest number first. */
        public List<RunRule> rules() {
            List<Pattern> patterns = this == WESTERN_ELECTRIC ? WESTERN_ELECTRIC_PATTERNS : NELSON_PATTERNS;
            return IntStream.range(0, patterns.size())
                    .mapToObj(i -> new RunRule(this, i + 1, patterns.get(i)))
                    .toList();
        }

        /** A rule by its number, from 1. */
        public RunRule rule(int number) {
            return rules().get(number - 1);
        }
    }

    private static final Pattern LIMIT = new ZonePattern.Beyond(3);
    private static final Pattern TWO_OF_THREE = new ZonePattern.SomeBeyond(2, 3, 2);
    private static final Pattern FOUR_OF_FIVE = new ZonePattern.SomeBeyond(4, 5, 1);

    private static final List<Pattern> WESTERN_ELECTRIC_PATTERNS =
            List.of(LIMIT, TWO_OF_THREE, FOUR_OF_FIVE, new ZonePattern.OneSide(8));

    private static final List<Pattern> NELSON_PATTERNS = List.of(
            LIMIT,
            new ZonePattern.OneSide(9),
            new OrderPattern.Steady(6),
            new OrderPattern.Alternating(14),
            TWO_OF_THREE,
            FOUR_OF_FIVE,
            new ZonePattern.Within(15, 1),
            new ZonePattern.BothSides(8, 1));

    /** A point beyond 3σ: rule 1 of either family. */
    public static RunRule limit() {
        return Family.WESTERN_ELECTRIC.rule(1);
    }

    @Override
    public Pattern.Detector follow(Reference reference) {
        Pattern.Detector detector = pattern.detector();
        double centre = reference.centre();
        return value -> detector.completedBy(reference.deviate(value - centre, Reference.Weights.SINGLE));
    }

    @Override
    public String id() {
        return family.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number;
    }
}
