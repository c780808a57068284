package org.fiducial.facility.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Make;

/** A facility with one microscope of three light paths, its plans and last checks, in memory. */
final class PlannedFacility implements Instruments, Schedule {

    private final Facility home;
    private final Instrument lsm;
    private final List<Configuration> paths;
    private final List<Plan> plans = new ArrayList<>();
    private final List<Counting> countings = new ArrayList<>();
    private final List<LastCheck> checks = new ArrayList<>();
    private final List<HourReading> readings = new ArrayList<>();

    PlannedFacility(ZoneId zone) {
        home = new Facility(id(1), "Institute for Light", zone, Facility.Kind.HOME);
        lsm = new Instrument(id(2), home.id(), "lsm-1", "LSM 1", Make.unknown(), "");
        paths = List.of(path(3, "10x"), path(4, "20x"), path(5, "63x"));
    }

    static UUID id(long number) {
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    private Configuration path(long number, String slug) {
        return new Configuration(id(number), lsm.id(), slug, slug, List.of(), new TreeMap<>());
    }

    Plan.Subject subject(int... indices) {
        List<UUID> ids = Arrays.stream(indices).mapToObj(i -> paths.get(i).id()).toList();
        return new Plan.Subject(lsm.id(), "psf-beads", ids);
    }

    /** A check of the first light path that counts. */
    void measured(Instant at) {
        checks.add(new LastCheck(id(100 + checks.size()), paths.get(0).id(), "psf-beads", at));
    }

    @Override
    public Optional<Facility> home() {
        return Optional.of(home);
    }

    @Override
    public List<Facility> facilities() {
        return List.of(home);
    }

    @Override
    public void add(Facility facility) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(Instrument instrument, List<Configuration> configurations) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Instrument> all() {
        return List.of(lsm);
    }

    @Override
    public Optional<Instrument> bySlug(String slug) {
        return Optional.of(lsm).filter(each -> each.slug().equals(slug));
    }

    @Override
    public List<Configuration> configurations(UUID instrumentId) {
        return instrumentId.equals(lsm.id()) ? paths : List.of();
    }

    @Override
    public Optional<Configuration> configuration(UUID configurationId) {
        return paths.stream().filter(path -> path.id().equals(configurationId)).findFirst();
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

    @Override
    public long revision() {
        return 0;
    }

    @Override
    public List<PlannedPath> paths(UUID facilityId) {
        return paths.stream()
                .map(path -> new PlannedPath(path.id(), lsm.slug(), lsm.name(), path.slug(), path.name()))
                .toList();
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
