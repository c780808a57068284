package org.fiducial.facility.check;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people said of checks. Append-only: nothing here changes or removes a word. */
public interface Reviews {

    /** Adds a word on a check. */
    void add(Review review);

    /** All words on a check, oldest first. */
    List<Review> of(UUID checkId);

    /** The checks of a facility nobody looked at although somebody should, newest measurement first. */
    List<CheckSummary> open(UUID facilityId);

    /** Adds a version of a facility's rule. */
    void add(ReviewPolicy policy);

    /** The rule of a facility; empty where it never set one. */
    Optional<ReviewPolicy> policy(UUID facilityId);
}
