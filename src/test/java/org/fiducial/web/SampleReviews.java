package org.fiducial.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.ReviewPolicy;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.check.Reviews;

/** What people said of the checks of a facility kept in memory. */
final class SampleReviews implements Reviews {

    private final SampleFacility facility;
    private final List<Review> said = new ArrayList<>();

    private final List<ReviewPolicy> policies = new ArrayList<>();

    SampleReviews(SampleFacility facility) {
        this.facility = facility;
    }

    @Override
    public void add(Review review) {
        said.add(review);
    }

    @Override
    public List<Review> of(UUID checkId) {
        return said.stream().filter(each -> each.checkId().equals(checkId)).toList();
    }

    @Override
    public List<CheckSummary> open(UUID facilityId) {
        return facility.everything().stream()
                .filter(check -> check.standing() == ReviewStanding.UNREVIEWED
                        && of(check.id()).isEmpty())
                .toList();
    }

    @Override
    public List<CheckSummary> open(UUID facilityId, UUID instrumentId) {
        List<UUID> own = facility.ofInstrument(instrumentId).stream()
                .map(CheckSummary::id)
                .toList();
        return open(facilityId).stream()
                .filter(check -> own.contains(check.id()))
                .toList();
    }

    @Override
    public List<Later> since(UUID instrumentId, Instant time) {
        return facility.ofInstrument(instrumentId).stream()
                .filter(check -> !check.measuredAt().isAfter(time))
                .flatMap(check -> of(check.id()).stream()
                        .reduce((earlier, later) -> later)
                        .filter(review -> review.at().isAfter(time))
                        .map(review -> new Later(check, review))
                        .stream())
                .toList();
    }

    @Override
    public void add(ReviewPolicy policy) {
        policies.add(policy);
    }

    @Override
    public Optional<ReviewPolicy> policy(UUID facilityId) {
        return policies.stream().reduce((earlier, later) -> later);
    }
}
