package org.fiducial.facility.trend;

import java.time.Instant;

/**
 * Something known that happened beside a series.
 *
 * @param at when; values measured at this time come after it
 * @param kind what it was
 * @param label what to call it
 */
public record Mark(Instant at, Kind kind, String label) {

    /** What can happen beside a series. */
    public enum Kind {
        /** Service, repair, exchange or realignment of what is measured. */
        WORK(true),
        /** Another version of the protocol. */
        PROTOCOL_VERSION(true),
        /** Another slide, meter or lot, or a new calibration of it. */
        ARTEFACT(true),
        /** A new baseline somebody accepted. */
        BASELINE(true),
        /** Anything else worth knowing, which need not change values: a fault, a move of the room, a note. */
        NOTE(false);

        private final boolean splits;

        Kind(boolean splits) {
            this.splits = splits;
        }

        /** Whether values before and after are not compared. */
        public boolean splits() {
            return splits;
        }
    }
}
