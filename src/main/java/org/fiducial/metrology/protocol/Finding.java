package org.fiducial.metrology.protocol;

import java.util.Optional;
import org.fiducial.metrology.quantity.Quantity;

/** What came of a metric: a value, or the reason why it was not evaluated. Not evaluated is never passed. */
public sealed interface Finding {

    /**
     * A value.
     *
     * @param value the value with its unit
     * @param uncertainty its standard uncertainty with its parts, where one can be stated
     * @param n how many items it rests on
     * @param formula id of the definition used where several are in use, for instance {@code widefield-nonparaxial}
     */
    record Evaluated(Quantity value, Optional<Uncertainty> uncertainty, int n, Optional<String> formula)
            implements Finding {

        /** A value without uncertainty or formula. */
        public static Evaluated of(Quantity value, int n) {
            return new Evaluated(value, Optional.empty(), n, Optional.empty());
        }
    }

    /** No value, and why, in a sentence people read. */
    record NotEvaluated(String reason) implements Finding {}
}
