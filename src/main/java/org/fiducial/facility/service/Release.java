package org.fiducial.facility.service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody's word that an instrument is back in use after work. Never edited. It says nothing of how good the instrument
 * is: what was measured, and what was not, decides that.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param eventId the work
 * @param at from when it is in use again
 * @param waiver what it went back without
 * @param entry by whom and when it was entered
 */
public record Release(UUID id, UUID eventId, Instant at, Waiver waiver, Event.Entry entry) {

    /**
     * What was asked for and not done.
     *
     * @param checks the checks that are missing; empty where none is
     * @param reason why it went back without; may be empty where none is missing
     */
    public record Waiver(List<Waived> checks, String reason) {

        public Waiver {
            checks = List.copyOf(checks);
            if (!checks.isEmpty() && reason.isBlank()) {
                throw new IllegalArgumentException("who waives a check says why");
            }
        }

        /** Nothing was missing. */
        public static Waiver none() {
            return new Waiver(List.of(), "");
        }
    }

    /** A check that was asked for. */
    public record Waived(UUID configurationId, String protocolId) {}
}
