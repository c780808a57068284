package org.fiducial.facility.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What is planned of one facility, in memory: nothing, until a test plans something. */
public final class SampleSchedule implements Schedule {

    private final List<PlannedPath> paths;
    private final List<Plan> plans = new ArrayList<>();
    private final List<Counting> countings = new ArrayList<>();
    private final List<LastCheck> checks = new ArrayList<>();
    private final List<HourReading> readings = new ArrayList<>();
    private final AtomicLong revision = new AtomicLong();

    /** Of a facility without light paths. */
    public SampleSchedule() {
        this(List.of());
    }

    SampleSchedule(List<PlannedPath> paths) {
        this.paths = List.copyOf(paths);
    }

    /** A check that counts. */
    void measured(LastCheck check) {
        checks.add(check);
    }

    @Override
    public void append(Plan version) {
        plans.add(version);
    }

    @Override
    public List<Plan> plans(UUID facilityId, Instant at) {
        return plans.stream()
                .filter(plan -> !plan.entry().at().isAfter(at))
                .collect(Collectors.groupingBy(plan -> plan.version().planId(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(versions -> versions.get(versions.size() - 1))
                .toList();
    }

    @Override
    public List<Plan> versions(UUID planId) {
        return plans.stream()
                .filter(plan -> plan.version().planId().equals(planId))
                .toList();
    }

    /** Another one each time: what a test adds is seen at once. */
    @Override
    public long revision() {
        return revision.incrementAndGet();
    }

    @Override
    public List<PlannedPath> paths(UUID facilityId) {
        return paths;
    }

    @Override
    public void append(Counting counting) {
        countings.add(counting);
    }

    @Override
    public List<Counting> countings(UUID checkId) {
        return List.copyOf(countings);
    }

    @Override
    public void add(HourReading reading) {
        readings.add(reading);
    }

    @Override
    public List<HourReading> hourReadings(UUID facilityId) {
        return List.copyOf(readings);
    }

    @Override
    public List<LastCheck> lastChecks(UUID facilityId, Instant until) {
        return checks.stream()
                .filter(check -> !check.measuredAt().isAfter(until))
                .max(Comparator.comparing(LastCheck::measuredAt))
                .stream()
                .toList();
    }
}
