package org.fiducial.facility.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The chain of audit rows of each facility, to be read: every entry has a row, and each row holds the hash of the one before. */
public interface AuditBook {

    /** The newest row of a facility's chain; nothing while nothing was entered. */
    Optional<Head> head(UUID facilityId);

    /** Rows of a facility's chain, newest first. */
    AuditPart read(UUID facilityId, Question question);

    /** What may have been done, as words. */
    List<String> kinds();

    /** Who may have done something at a facility, by name. */
    List<String> people(UUID facilityId);

    /** A row by its place in the chain, counted from 1, and its hash, which vouches for all before it. */
    record Head(long sequence, String hash) {}

    /**
     * Which rows are asked for.
     *
     * @param kind only those that did this
     * @param person only those by somebody of this name
     * @param before only those before this place in the chain
     * @param most not more than so many
     */
    record Question(Optional<String> kind, Optional<String> person, long before, int most) {

        public Question {
            if (before < 1 || most < 1) {
                throw new IllegalArgumentException("places are counted from 1, and at least one row is asked for");
            }
        }

        /** Whether some rows are left out. */
        public boolean chooses() {
            return kind.isPresent() || person.isPresent();
        }

        /** The same of the rows before another place. */
        public Question before(long place) {
            return new Question(kind, person, place, most);
        }
    }

    /** A book nobody has written in. */
    static AuditBook empty() {
        return new AuditBook() {
            @Override
            public Optional<Head> head(UUID facilityId) {
                return Optional.empty();
            }

            @Override
            public AuditPart read(UUID facilityId, Question question) {
                return new AuditPart(List.of(), Optional.empty());
            }

            @Override
            public List<String> kinds() {
                return List.of();
            }

            @Override
            public List<String> people(UUID facilityId) {
                return List.of();
            }
        };
    }
}
