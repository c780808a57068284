package org.fiducial.metrology.bead;

import java.util.List;
import java.util.function.Function;

/** What became of a spot that was found: measured, with flags, or rejected, with reasons. */
public sealed interface BeadOutcome {

    /** What was found. */
    Bead bead();

    /** One value from either case. */
    <R> R fold(Function<? super Measured, ? extends R> measured, Function<? super Rejected, ? extends R> rejected);

    /**
     * A bead that counts.
     *
     * @param bead where it is, position as fitted
     * @param fits its widths, each by its own method
     * @param light how bright it is
     * @param flags what is remarkable about it
     */
    record Measured(Bead bead, BeadFits fits, BeadLight light, List<BeadFlag> flags) implements BeadOutcome {

        public Measured {
            flags = List.copyOf(flags);
        }

        @Override
        public <R> R fold(
                Function<? super Measured, ? extends R> measured, Function<? super Rejected, ? extends R> rejected) {
            return measured.apply(this);
        }
    }

    /**
     * A bead that does not count.
     *
     * @param bead where it is, position as found
     * @param reasons why, at least one, the gravest first
     */
    record Rejected(Bead bead, List<BeadRejection> reasons) implements BeadOutcome {

        public Rejected {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a rejected bead needs a reason");
            }
        }

        @Override
        public <R> R fold(
                Function<? super Measured, ? extends R> measured, Function<? super Rejected, ? extends R> rejected) {
            return rejected.apply(this);
        }
    }
}
