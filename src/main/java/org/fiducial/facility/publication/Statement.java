package org.fiducial.facility.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A QC statement: what the checks of a light path said over some days, as it stood when somebody asked for it. Never edited and
 * never removed; its record and its paper are {@link StatementPapers}.
 *
 * @param id version-7 UUID, ordered by the time of issue
 * @param name what it is called and where it is found
 * @param subject what it is of
 * @param language in which it is worded, of no country: the statements of each language are a series of their own
 * @param hashes what its papers must hash to
 * @param entry when it was issued, and to whom
 */
public record Statement(UUID id, StatementName name, Subject subject, Locale language, Hashes hashes, Entry entry) {

    /** A light path and a range of days, both counted in. */
    public record Subject(UUID facilityId, UUID instrumentId, UUID configurationId, LocalDate from, LocalDate to) {

        public Subject {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a range of days ends on " + to + ", before it begins on " + from);
            }
        }
    }

    /**
     * Hashes in hexadecimal digits.
     *
     * @param content of what is said, without number and day of issue: the same is stated once
     * @param record of the record as it is downloaded
     * @param paper of the PDF
     */
    public record Hashes(String content, String record, String paper) {}

    /**
     * When it was issued.
     *
     * @param by who asked for it; empty text for somebody without an account
     */
    public record Entry(Instant at, String by) {}

    /** How it stands. */
    public enum Standing {
        GENUINE,
        /** A newer statement in the same language says something else of the same light path and days. */
        SUPERSEDED,
        /** The facility does not stand by it any longer. */
        WITHDRAWN;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A statement with what became of it.
     *
     * @param successor the newest in its language of the same light path and days, where that is another
     * @param translations the newest of the same light path and days in each other language; withdrawn ones are none
     */
    public record Issued(
            Statement statement,
            Optional<StatementWithdrawal> withdrawal,
            Optional<Statement> successor,
            List<Statement> translations) {

        public Issued {
            translations = List.copyOf(translations);
        }

        /** How it stands: withdrawn also where a newer one exists. */
        public Standing standing() {
            if (withdrawal.isPresent()) {
                return Standing.WITHDRAWN;
            }
            return successor.isPresent() ? Standing.SUPERSEDED : Standing.GENUINE;
        }
    }
}
