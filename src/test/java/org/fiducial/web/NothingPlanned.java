package org.fiducial.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.fiducial.facility.schedule.Counting;
import org.fiducial.facility.schedule.HourReading;
import org.fiducial.facility.schedule.LastCheck;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.PlannedPath;
import org.fiducial.facility.schedule.Schedule;

/** The schedule of a facility that plans nothing. */
final class NothingPlanned implements Schedule {

    private final AtomicLong revision = new AtomicLong();

    @Override
    public void append(Plan version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Plan> plans(UUID facilityId, Instant at) {
        return List.of();
    }

    @Override
    public List<Plan> versions(UUID planId) {
        return List.of();
    }

    /** Another one each time: what a test adds is seen at once. */
    @Override
    public long revision() {
        return revision.incrementAndGet();
    }

    @Override
    public List<PlannedPath> paths(UUID facilityId) {
        return List.of();
    }

    @Override
    public void append(Counting counting) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Counting> countings(UUID checkId) {
        return List.of();
    }

    @Override
    public void add(HourReading reading) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HourReading> hourReadings(UUID facilityId) {
        return List.of();
    }

    @Override
    public List<LastCheck> lastChecks(UUID facilityId, Instant until) {
        return List.of();
    }
}
