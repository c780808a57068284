package org.fiducial.web.records;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.schedule.Plan;

/** Light paths no plan asks for; found anew only where something was added to the record. */
public final class UnplannedPaths {

    private static final int MOST = 24;

    private final FacilityRecords records;
    private final Derived<Set<UUID>> planned;
    private final Derived<Found> all;

    UnplannedPaths(FacilityRecords records, Growth growth) {
        this.records = records;
        this.planned = new Derived<>(growth, new Planned());
        this.all = new Derived<>(growth, new Derived.Making<>() {
            @Override
            public Found all() {
                return found();
            }

            @Override
            public Found renewed(Found before, Set<UUID> touched) {
                return touched.isEmpty() ? before : found();
            }
        });
    }

    /** A light path, and where it is planned. */
    public record Path(String instrument, String name, String plan) {}

    /** Some light paths, and how many more there are. */
    public record Found(List<Path> paths, int more) {
        public Found {
            paths = List.copyOf(paths);
        }
    }

    public Found all() {
        return all.value();
    }

    private Found found() {
        Set<UUID> known = planned.value();
        List<Path> paths = records.all().stream()
                .flatMap(instrument -> of(instrument, known).stream())
                .toList();
        return new Found(paths.subList(0, Math.min(MOST, paths.size())), Math.max(0, paths.size() - MOST));
    }

    /** Those of an instrument. */
    public List<Path> of(Instrument instrument) {
        return of(instrument, planned.value());
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

    /** The light paths plans in force ask for. */
    private final class Planned implements Derived.Making<Set<UUID>> {

        @Override
        public Set<UUID> all() {
            Instant now = records.clock().instant();
            return records.facilities().stream()
                    .flatMap(facility -> records.schedule().plans(facility.id(), now).stream())
                    .flatMap(Planned::paths)
                    .collect(Collectors.toSet());
        }

        @Override
        public Set<UUID> renewed(Set<UUID> before, Set<UUID> touched) {
            if (touched.isEmpty()) {
                return before;
            }
            Instant now = records.clock().instant();
            Set<UUID> paths = new HashSet<>(before);
            touched.stream()
                    .flatMap(id -> records.instruments().configurations(id).stream())
                    .forEach(path -> paths.remove(path.id()));
            records.facilities().stream()
                    .flatMap(facility -> records.schedule().plans(facility.id(), now, touched).stream())
                    .flatMap(Planned::paths)
                    .forEach(paths::add);
            return paths;
        }

        private static Stream<UUID> paths(Plan plan) {
            return plan.inForce() ? plan.subject().configurationIds().stream() : Stream.empty();
        }
    }
}
