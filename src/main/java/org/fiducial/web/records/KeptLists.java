package org.fiducial.web.records;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.PlannedPath;

/** Long lists of the whole facility that are read part by part, kept until something is added that may change them. */
public final class KeptLists {

    private final Derived<List<Located>> components;
    private final Derived<Planned> planned;

    /** The plans and the light paths they name. */
    private record Planned(List<Plan> plans, Map<UUID, PlannedPath> paths) {}

    KeptLists(FacilityRecords records, Growth growth) {
        components = kept(growth, () -> records.instruments().registry().components());
        planned = kept(growth, () -> planned(records));
    }

    private static <T> Derived<T> kept(Growth growth, Supplier<T> reading) {
        return new Derived<>(growth, new Derived.Making<>() {
            @Override
            public T all() {
                return reading.get();
            }

            @Override
            public T renewed(T before, Set<UUID> touched) {
                return touched.isEmpty() ? before : reading.get();
            }
        });
    }

    private static Planned planned(FacilityRecords records) {
        List<UUID> facilities = records.facilities().stream().map(Facility::id).toList();
        return new Planned(
                facilities.stream()
                        .flatMap(id ->
                                records.schedule().plans(id, records.clock().instant()).stream())
                        .toList(),
                facilities.stream()
                        .flatMap(id -> records.schedule().paths(id).stream())
                        .collect(Collectors.toMap(PlannedPath::configurationId, Function.identity())));
    }

    /** All components and where they are now, by kind and name. */
    public List<Located> components() {
        return components.value();
    }

    /** The newest version of every plan, the ended ones too, in the order they were made. */
    public List<Plan> plans() {
        return planned.value().plans();
    }

    /** The addresses of the light paths of a plan, as far as they are known. */
    public Stream<String> addresses(Plan plan) {
        Map<UUID, PlannedPath> paths = planned.value().paths();
        return plan.subject().configurationIds().stream()
                .map(paths::get)
                .filter(path -> path != null)
                .map(PlannedPath::address);
    }
}
