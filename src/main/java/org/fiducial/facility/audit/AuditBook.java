package org.fiducial.facility.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The chain of audit rows of each facility, to be read: every entry has a row, and each row holds the hash of the one before. */
public interface AuditBook {

    /** The newest row of a facility's chain; nothing while nothing was entered. */
    Optional<Head> head(UUID facilityId);

    /** Rows of a facility's chain, newest first. */
    AuditPart read(UUID facilityId, Question question);

    /** How many rows of a facility's chain are like those asked for, wherever they stand. */
    long count(UUID facilityId, Wish wish);

    /** What may have been done, as words. */
    List<String> kinds();

    /** Who may have done something at a facility, by name. */
    List<String> people(UUID facilityId);

    /** A row by its place in the chain, counted from 1, and its hash, which vouches for all before it. */
    record Head(long sequence, String hash) {}

    /**
     * What rows are like.
     *
     * @param kind only those that did this
     * @param person only those by somebody of this name
     * @param without none of those that did one of these
     */
    record Wish(Optional<String> kind, Optional<String> person, Set<String> without) {

        public Wish {
            without = Set.copyOf(without);
        }

        /** All rows. */
        public static Wish all() {
            return new Wish(Optional.empty(), Optional.empty(), Set.of());
        }
    }

    /**
     * Which rows are asked for.
     *
     * @param wish what they are like
     * @param before only those before this place in the chain
     * @param most not more than so many
     */
    record Question(Wish wish, long before, int most) {

        public Question {
            if (before < 1 || most < 1) {
                throw new IllegalArgumentException("places are counted from 1, and at least one row is asked for");
            }
        }

        /** The same of the rows before another place. */
        public Question before(long place) {
            return new Question(wish, place, most);
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
                return AuditPart.none();
            }

            @Override
            public long count(UUID facilityId, Wish wish) {
                return 0;
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
