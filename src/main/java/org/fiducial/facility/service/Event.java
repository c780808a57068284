package org.fiducial.facility.service;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to an instrument. Never edited: what becomes known later stands in follow-ups.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param instrumentId the instrument
 * @param kind what it was
 * @param at when it happened
 * @param report what was reported of it
 * @param entry by whom and when it was entered
 */
public record Event(UUID id, UUID instrumentId, Kind kind, Instant at, Report report, Entry entry) {

    /** What can happen. */
    public enum Kind {
        FAULT,
        SERVICE,
        REPAIR,
        EXCHANGE,
        REALIGNMENT,
        CLEANING,
        MOVE,
        SOFTWARE_UPDATE;

        /** Whether people worked on the instrument: what was measured before may no longer hold. */
        public boolean isWork() {
            return this != FAULT;
        }

        /** The word used on the command line and in data, for instance {@code software-update}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The words people read, for instance {@code software update}. */
        public String words() {
            return word().replace('-', ' ');
        }

        /** The kind of a word. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /** What an event says of the use of the instrument for as long as it is open. */
    public enum Effect {
        NONE,
        USABLE_WITH_CARE,
        DO_NOT_USE;

        /** The word used on the command line and in data, for instance {@code do-not-use}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The effect of a word. */
        public static Optional<Effect> of(String word) {
            return Arrays.stream(values())
                    .filter(effect -> effect.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * What was reported.
     *
     * @param what in free words
     * @param components ids of the parts concerned; empty where it concerns the whole instrument, or nobody knows
     * @param effect what it says of the use while it is open
     * @param loss what it cost, as far as known at once
     */
    public record Report(String what, List<UUID> components, Effect effect, Loss loss) {

        public Report {
            components = List.copyOf(components);
            if (what.isBlank()) {
                throw new IllegalArgumentException("an event says what happened");
            }
        }
    }

    /**
     * By whom and when something was entered.
     *
     * @param by who; may be empty
     * @param at when
     * @param zone where days were counted
     */
    public record Entry(String by, Instant at, ZoneId zone) {}
}
