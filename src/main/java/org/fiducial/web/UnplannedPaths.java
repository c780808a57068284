package org.fiducial.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.schedule.Plan;

/** Light paths no plan asks for; found anew only where something was added to the record. */
final class UnplannedPaths {

    private static final int MOST = 24;

    private final FacilityRecords records;
    private volatile Last last = new Last(-1, new Found(List.of(), 0));
    private volatile Planned lastPlanned = new Planned(-1, Set.of());

    UnplannedPaths(FacilityRecords records) {
        this.records = records;
    }

    /** A light path, and where it is planned. */
    public record Path(String instrument, String name, String plan) {}

    /** Some light paths, and how many more there are. */
    public record Found(List<Path> paths, int more) {
        public Found {
            paths = List.copyOf(paths);
        }
    }

    private record Last(long revision, Found found) {}

    Found all() {
        long revision = records.schedule().revision();
        Last known = last;
        if (known.revision() == revision) {
            return known.found();
        }
        Set<UUID> planned = planned();
        List<Path> all = records.instruments().all().stream()
                .flatMap(instrument -> of(instrument, planned).stream())
                .toList();
        Found found = new Found(all.subList(0, Math.min(MOST, all.size())), Math.max(0, all.size() - MOST));
        last = new Last(revision, found);
        return found;
    }

    /** Those of an instrument. */
    List<Path> of(Instrument instrument) {
        return of(instrument, planned());
    }

    private List<Path> of(Instrument instrument, Set<UUID> planned) {
        return records.instruments().inUse(instrument.id()).stream()
                .filter(path -> !planned.contains(path.id()))
                .map(path -> new Path(
                        instrument.name(),
                        path.name(),
                        "/instruments/" + instrument.slug() + "/new-plan?configuration=" + path.slug()))
                .toList();
    }

    private record Planned(long revision, Set<UUID> paths) {}

    private Set<UUID> planned() {
        long revision = records.schedule().revision();
        Planned known = lastPlanned;
        if (known.revision() == revision) {
            return known.paths();
        }
        Set<UUID> paths = asked();
        lastPlanned = new Planned(revision, paths);
        return paths;
    }

    private Set<UUID> asked() {
        Instant now = records.clock().instant();
        Set<UUID> planned = new HashSet<>();
        records.instruments().facilities().forEach(facility -> records.schedule().plans(facility.id(), now).stream()
                .filter(Plan::inForce)
                .forEach(plan -> planned.addAll(plan.subject().configurationIds())));
        return planned;
    }
}
