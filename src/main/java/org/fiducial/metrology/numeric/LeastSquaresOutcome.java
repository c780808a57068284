package org.fiducial.metrology.numeric;

import java.util.Optional;

/** What became of a least-squares fit. */
public sealed interface LeastSquaresOutcome {

    /**
     * A minimum was found.
     *
     * @param fit the minimum
     */
    record Converged(LeastSquaresFit fit) implements LeastSquaresOutcome {}

    /**
     * No minimum was found.
     *
     * @param reason in plain words
     */
    record NotConverged(String reason) implements LeastSquaresOutcome {}

    /** The fit if there is one. */
    default Optional<LeastSquaresFit> converged() {
        return this instanceof Converged found ? Optional.of(found.fit()) : Optional.empty();
    }
}
