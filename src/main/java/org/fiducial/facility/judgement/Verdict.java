package org.fiducial.facility.judgement;

import java.util.Locale;
import java.util.Optional;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.MeasurementKey;

/**
 * The verdict on one measurement.
 *
 * @param key the measurement judged
 * @param level the verdict
 * @param limit the limit that judged it
 * @param because why, in one sentence with the numbers; by a limit of the facility it names the decision rule
 */
public record Verdict(MeasurementKey key, VerdictLevel level, DefaultLimit limit, String because) {

    /** How it was judged: by which rule, and by whose limit. */
    public record Ruling(DecisionRule rule, Source source) {}

    /** Who a limit is from. */
    public enum Source {
        PROTOCOL,
        FACILITY;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How it was judged; empty where nothing was. Read from the sentence, which is what is stored of every verdict ever
     * given: protocols propose limits for simple acceptance, and {@link OwnRuling} names its rule in each sentence.
     */
    public Optional<Ruling> ruling() {
        if (level == VerdictLevel.NOT_EVALUATED) {
            return Optional.empty();
        }
        if (because.contains(DecisionRule.GUARDED.words())) {
            return Optional.of(new Ruling(DecisionRule.GUARDED, Source.FACILITY));
        }
        boolean own = because.endsWith(named(DecisionRule.SIMPLE));
        return Optional.of(new Ruling(DecisionRule.SIMPLE, own ? Source.FACILITY : Source.PROTOCOL));
    }

    /** Why, in one sentence with the numbers, for where the rule stands beside it. */
    public String becauseOfTheNumbers() {
        for (DecisionRule rule : DecisionRule.values()) {
            if (because.endsWith(named(rule))) {
                return because.substring(0, because.length() - named(rule).length());
            }
        }
        return because;
    }

    private static String named(DecisionRule rule) {
        return " Rule: " + rule.words() + ".";
    }
}
