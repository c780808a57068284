package org.fiducial.facility.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.SampleInstruments;

/** A facility with one microscope of three light paths, its plans and last checks, in memory. */
final class PlannedFacility {

    private final Facility home;
    private final Instrument lsm;
    private final List<Configuration> paths;
    private final SampleInstruments instruments;
    private final SampleSchedule schedule;
    private int measured;

    PlannedFacility(ZoneId zone) {
        home = new Facility(id(1), "Institute for Light", zone, Facility.Kind.HOME);
        lsm = new Instrument(id(2), home.id(), "lsm-1", "LSM 1", Make.unknown(), "");
        paths = List.of(path(3, "10x"), path(4, "20x"), path(5, "63x"));
        instruments = new SampleInstruments(home);
        instruments.add(lsm, paths);
        schedule = new SampleSchedule(paths.stream()
                .map(path -> new PlannedPath(path.id(), lsm.slug(), lsm.name(), path.slug(), path.name()))
                .toList());
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
        schedule.measured(new LastCheck(id(100 + measured++), paths.get(0).id(), "psf-beads", at));
    }

    /** Nobody uses a light path any more. */
    void retire(int index, LocalDate day) {
        instruments.retire(paths.get(index).id(), day);
    }

    Plan plan(Instant at) {
        return schedule.plans(home.id(), at).get(0);
    }

    List<Plan> versions(UUID planId) {
        return schedule.versions(planId);
    }

    DueDates dates() {
        return new DueDates(schedule, instruments);
    }

    Planning planning(Clock clock, Supplier<UUID> ids) {
        return new Planning(schedule, instruments, clock, ids);
    }
}
