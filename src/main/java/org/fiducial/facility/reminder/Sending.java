package org.fiducial.facility.reminder;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that was to be sent, and what became of it. Never edited.
 *
 * @param id version-7 UUID
 * @param subject what it was
 * @param attempt from 1
 * @param claimedAt just before it was handed over
 * @param outcome what became of it; empty while nobody knows, as after the power failed in between
 */
public record Sending(UUID id, Subject subject, int attempt, Instant claimedAt, Optional<Outcome> outcome) {

    /**
     * What was sent to whom for when.
     *
     * @param period the day it stands for, for instance {@code 2026-11-23}
     * @param recipient the name of who gets it
     */
    public record Subject(String period, Kind kind, String recipient) {}

    /** What was sent. */
    public enum Kind {
        DIGEST,
        ESCALATION,
        /** A message somebody asked for to see whether sending works. */
        TRIAL;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it: word, sentence of the server or of ours, and when. */
    public record Outcome(Result result, String said, Instant at) {}

    /** What can become of a message. */
    public enum Result {
        /** The server took it. */
        SENT,
        /** The server did not take it, or was not reached: it may be tried again. */
        FAILED,
        /** The connection broke while the server was taking it: it may have arrived. */
        UNKNOWN;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it may be tried again without anybody getting it twice. */
    public boolean hasFailed() {
        return outcome.map(each -> each.result() == Result.FAILED).orElse(false);
    }
}
