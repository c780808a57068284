package org.fiducial.facility.service;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of an event. Never edited.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param eventId the event
 * @param step what it says
 * @param at from when it holds; for {@link Step#EXPECTED} the time the end is expected
 * @param account in words, and what it cost further
 * @param entry by whom and when it was entered
 */
public record FollowUp(UUID id, UUID eventId, Step step, Instant at, Account account, Event.Entry entry) {

    /** What a follow-up says. */
    public enum Step {
        /** More was learnt. */
        NOTE,
        /** When the end is expected. */
        EXPECTED,
        /** The event is over. */
        RESOLVED,
        /** It is open again. */
        REOPENED,
        /** It was entered by mistake; it counts for nothing and stays readable. */
        WITHDRAWN;

        /** The word used on the command line and in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The step of a word. */
        public static Optional<Step> of(String word) {
            return Arrays.stream(values())
                    .filter(step -> step.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * What is said.
     *
     * @param text in free words; a withdrawal gives its reason
     * @param loss what it cost besides
     */
    public record Account(String text, Loss loss) {}

    public FollowUp {
        if (step == Step.WITHDRAWN && account.text().isBlank()) {
            throw new IllegalArgumentException("who withdraws an event says why");
        }
    }
}
