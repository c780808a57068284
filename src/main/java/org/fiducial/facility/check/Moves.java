package org.fiducial.facility.check;

import java.util.Optional;
import java.util.UUID;

/** Checks that were put under the right light path. Append-only. */
public interface Moves {

    /**
     * Stores the check as it should have been, and voids the one it comes from, all or nothing.
     *
     * @param moved has the result of the check it comes from, and the files of that
     * @throws org.fiducial.metrology.protocol.UnusableInputException if it was moved meanwhile
     */
    void add(Move move, Check moved);

    /** Where a check came from. */
    Optional<Move> to(UUID checkId);

    /** Where a check went. */
    Optional<Move> from(UUID checkId);

    /** The moves of a record that has none and takes none. */
    static Moves none() {
        return new Moves() {
            @Override
            public void add(Move move, Check moved) {
                throw new UnsupportedOperationException("this record moves no checks");
            }

            @Override
            public Optional<Move> to(UUID checkId) {
                return Optional.empty();
            }

            @Override
            public Optional<Move> from(UUID checkId) {
                return Optional.empty();
            }
        };
    }
}
