package org.fiducial.metrology.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A limit a protocol proposes; a facility may put its own in force.
 *
 * @param metric the metric judged
 * @param statistic the statistic judged
 * @param formulas the definitions a value may rest on to be judged; a value by another is not evaluated. Empty where the
 *     metric has one definition only
 * @param warning outside these bounds the verdict is a warning
 * @param fail outside these bounds the verdict is a fail
 * @param reason why these numbers, in one sentence with a source
 * @param whereMeasured whether it speaks only where the result has a measurement by an accepted definition, as of a run
 *     that is either a short or a long one; otherwise a result without it is not evaluated
 * @param where judged only where another value lies within bounds, as the centring of a field that is not even
 */
public record DefaultLimit(
        String metric,
        Statistic statistic,
        List<String> formulas,
        Bounds warning,
        Bounds fail,
        String reason,
        boolean whereMeasured,
        Optional<Condition> where) {

    /** A limit that every result must be judged by. */
    public DefaultLimit(
            String metric, Statistic statistic, List<String> formulas, Bounds warning, Bounds fail, String reason) {
        this(metric, statistic, formulas, warning, fail, reason, false, Optional.empty());
    }

    public DefaultLimit {
        formulas = List.copyOf(formulas);
    }

    /** Whether this limit may judge a value that rests on the given definition. */
    public boolean accepts(Optional<String> formula) {
        return formulas.isEmpty() || formula.filter(formulas::contains).isPresent();
    }

    /**
     * What another value must be for a limit to speak. It is looked for with the channel and the qualifiers of the judged
     * one; where it is absent or not evaluated, the limit speaks: nothing shows that it need not.
     */
    public record Condition(String metric, Statistic statistic, Bounds bounds) {}

    /** Lowest and highest allowed value in the unit of the metric; a value equal to a bound is inside. */
    public record Bounds(OptionalDouble low, OptionalDouble high) {

        public Bounds {
            if (low.isPresent() && high.isPresent() && low.getAsDouble() > high.getAsDouble()) {
                throw new IllegalArgumentException(
                        "the low bound " + low.getAsDouble() + " lies above the high bound " + high.getAsDouble());
            }
        }

        /** Whether a value lies inside or on a bound. */
        public boolean contain(double value) {
            return value >= low.orElse(Double.NEGATIVE_INFINITY) && value <= high.orElse(Double.POSITIVE_INFINITY);
        }
    }
}
