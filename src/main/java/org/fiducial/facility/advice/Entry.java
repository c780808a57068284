package org.fiducial.facility.advice;

import java.time.Instant;

/** Something in the history of what is checked. */
public sealed interface Entry {

    /** When. */
    Instant at();

    /**
     * A check that was evaluated and counts.
     *
     * @param occasion why it was made
     * @param good whether all that matters was within limits
     */
    record Checked(Instant at, Occasion occasion, boolean good) implements Entry {}

    /** Service, repair, adjustment or exchange: what was known before says nothing of what is behind it. */
    record Worked(Instant at) implements Entry {}

    /** Another slide, meter or lot: what differs from before may be its doing. */
    record OtherArtefact(Instant at) implements Entry {}
}
