package org.fiducial.facility.people;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the holder of an account wants to be told by e-mail. Never edited: a later one supersedes it.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param accountId whose wish it is
 */
public record ReminderWish(UUID id, UUID accountId, Frequency frequency, Letter letter, Entry entry) {

    /** When letters come. */
    public enum Frequency {
        /** On the day of the week the settings name. */
        WEEKLY,
        /** Once a week at most, and only when something is overdue or must not be used. */
        URGENT,
        NEVER;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The frequency of a word. */
        public static Optional<Frequency> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * Where letters go and how they are written.
     *
     * @param address empty once it was erased
     * @param assignedOnly whether only what is assigned to the holder is listed among what is due
     * @param language a language tag; empty for that of the settings
     */
    public record Letter(String address, boolean assignedOnly, String language) {}

    /** By whom and when it was entered; the name may be empty. */
    public record Entry(Instant at, String by) {}
}
