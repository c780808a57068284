package org.fiducial.facility.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instruments;

/** What is due: the next check of every plan and light path, in the days of the plan's facility. */
public final class DueDates {

    /** Overdue first, then in the window, then the rest; each by day. */
    private static final Comparator<Due> URGENT_FIRST = Comparator.comparing(Due::standing)
            .thenComparing(Due::day)
            .thenComparing(due -> due.path().instrument())
            .thenComparing(due -> due.path().name())
            .thenComparing(due -> due.plan().version().planId());

    private final Schedule schedule;
    private final Instruments instruments;

    public DueDates(Schedule schedule, Instruments instruments) {
        this.schedule = schedule;
        this.instruments = instruments;
    }

    /** Today, where the home facility is. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), instruments.zone());
    }

    /** What was or will be due on a day, by the plans and checks of that day; overdue first. */
    public List<Due> on(LocalDate day) {
        return instruments.facilities().stream()
                .flatMap(facility -> on(facility, day))
                .sorted(URGENT_FIRST)
                .toList();
    }

    /** The same for some instruments alone. */
    public List<Due> on(LocalDate day, Set<UUID> instruments) {
        return this.instruments.facilities().stream()
                .flatMap(facility -> {
                    List<Plan> plans = schedule.plans(facility.id(), end(facility, day), instruments);
                    Set<UUID> paths = plans.stream()
                            .flatMap(plan -> plan.subject().configurationIds().stream())
                            .collect(Collectors.toSet());
                    return paths.isEmpty()
                            ? Stream.empty()
                            : on(
                                    facility,
                                    day,
                                    new Read(
                                            plans,
                                            schedule.paths(facility.id(), paths),
                                            schedule.lastChecks(facility.id(), end(facility, day), paths)));
                })
                .sorted(URGENT_FIRST)
                .toList();
    }

    /** In the order of a whole facility: what is due of some instruments in place of what was. */
    public static List<Due> merged(List<Due> all, List<Due> renewed, Set<UUID> instruments) {
        return Stream.concat(
                        all.stream()
                                .filter(due -> !instruments.contains(
                                        due.plan().subject().instrumentId())),
                        renewed.stream())
                .sorted(URGENT_FIRST)
                .toList();
    }

    private static Instant end(Facility facility, LocalDate day) {
        return day.plusDays(1).atStartOfDay(facility.zone()).toInstant().minusMillis(1);
    }

    private Stream<Due> on(Facility facility, LocalDate day) {
        Instant end = end(facility, day);
        List<Plan> plans = schedule.plans(facility.id(), end);
        return plans.isEmpty()
                ? Stream.empty()
                : on(
                        facility,
                        day,
                        new Read(plans, schedule.paths(facility.id()), schedule.lastChecks(facility.id(), end)));
    }

    /** What was read of a facility. */
    private record Read(List<Plan> plans, List<PlannedPath> paths, List<LastCheck> last) {}

    private Stream<Due> on(Facility facility, LocalDate day, Read read) {
        ZoneId zone = facility.zone();
        List<Plan> plans = read.plans().stream().filter(Plan::inForce).toList();
        Map<UUID, PlannedPath> paths =
                read.paths().stream().collect(Collectors.toMap(PlannedPath::configurationId, Function.identity()));
        Map<Asked, LastCheck> last = read.last().stream().collect(Collectors.toMap(Asked::of, Function.identity()));
        Set<UUID> gone = outOfService(day);
        return plans.stream()
                .filter(plan -> !gone.contains(plan.subject().instrumentId()))
                .flatMap(plan -> plan.subject().configurationIds().stream()
                        .map(paths::get)
                        .filter(Objects::nonNull)
                        .flatMap(path -> due(plan, path, day, last, zone).stream()));
    }

    /** Instruments that are out of service on a day: nothing is due on them. */
    private Set<UUID> outOfService(LocalDate day) {
        return instruments.registry().decommissioned().entrySet().stream()
                .filter(each -> !each.getValue().isAfter(day))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Optional<Due> due(
            Plan plan, PlannedPath path, LocalDate on, Map<Asked, LastCheck> checks, ZoneId zone) {
        UUID id = path.configurationId();
        Optional<LastCheck> last =
                Optional.ofNullable(checks.get(new Asked(id, plan.subject().protocolId())));
        Optional<LocalDate> done = last.map(check -> LocalDate.ofInstant(check.measuredAt(), zone));
        return plan.rhythm().due(plan.subject().turn(id), done).map(day -> new Due(plan, path, day, on, last));
    }

    private record Asked(UUID configurationId, String protocolId) {
        static Asked of(LastCheck check) {
            return new Asked(check.configurationId(), check.protocolId());
        }
    }
}
