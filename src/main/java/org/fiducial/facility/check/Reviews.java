package org.fiducial.facility.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What people said of checks. Append-only: nothing here changes or removes a word. */
public interface Reviews {

    /** Adds a word on a check. */
    void add(Review review);

    /** All words on a check, oldest first. */
    List<Review> of(UUID checkId);

    /** The checks of a facility nobody looked at although somebody should, newest measurement first. */
    List<CheckSummary> open(UUID facilityId);

    /** Those of them that are of an instrument. */
    List<CheckSummary> open(UUID facilityId, UUID instrumentId);

    /** The newest word on each check of an instrument that was measured by a time, where it was entered later; newest check first. */
    List<Later> since(UUID instrumentId, Instant time);

    /**
     * Of the words {@link #since} gives those on some checks, and those that declare any check void.
     *
     * @param checks the checks
     */
    default List<Later> since(UUID instrumentId, Instant time, Set<UUID> checks) {
        return since(instrumentId, time).stream()
                .filter(word ->
                        checks.contains(word.check().id()) || word.review().decision() == Review.Decision.VOID)
                .toList();
    }

    /** A word on a check that was said later. */
    record Later(CheckSummary check, Review review) {}

    /** Adds a version of a facility's rule. */
    void add(ReviewPolicy policy);

    /** The rule of a facility; empty where it never set one. */
    Optional<ReviewPolicy> policy(UUID facilityId);
}
