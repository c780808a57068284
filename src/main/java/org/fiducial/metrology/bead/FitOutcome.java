package org.fiducial.metrology.bead;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a fit: its result or the reason there is none.
 *
 * @param <T> the result
 */
public sealed interface FitOutcome<T> {

    /**
     * The fit converged on a valid answer.
     *
     * @param answer the result
     */
    record Fitted<T>(T answer) implements FitOutcome<T> {}

    /**
     * There is no valid answer.
     *
     * @param reason why
     */
    record NotFitted<T>(FitFailure reason) implements FitOutcome<T> {}

    /** One value from either case. */
    default <R> R fold(Function<? super T, ? extends R> fitted, Function<FitFailure, ? extends R> notFitted) {
        if (this instanceof Fitted<T> found) {
            return fitted.apply(found.answer());
        }
        return notFitted.apply(((NotFitted<T>) this).reason());
    }

    /** The result if there is one. */
    default Optional<T> fitted() {
        return this instanceof Fitted<T> found ? Optional.of(found.answer()) : Optional.empty();
    }
}
