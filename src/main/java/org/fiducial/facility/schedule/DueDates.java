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
    public static final Comparator<Due> URGENT_FIRST = Comparator.comparing(Due::standing)
            .thenComparing(Due::day)
            .thenComparing(due -> due.path().instrument())
            .thenComparing(due -> due.path().name())
            .thenComparing(due -> due.plan().version().planId());

    /** Reached first, then soon, then the rest. */
    public static final Comparator<HoursDue> REACHED_FIRST = Comparator.comparing(
                    (HoursDue each) -> each.count().standing())
            .thenComparing(each -> each.plan().version().planId());

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
                    Instant end = end(facility, day);
                    List<Plan> plans = schedule.plans(facility.id(), end, instruments);
                    return plans.isEmpty() ? Stream.empty() : on(facility, day, read(facility, end, plans));
                })
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
                : on(facility, day, new Read(plans, schedule.lastChecks(facility.id(), end)));
    }

    /** What was read of a facility. */
    private record Read(List<Plan> plans, List<LastCheck> last) {}

    private Stream<Due> on(Facility facility, LocalDate day, Read read) {
        ZoneId zone = facility.zone();
        List<Plan> plans = read.plans().stream().filter(Plan::inForce).toList();
        Map<UUID, PlannedPath> paths = inUse(plans, day);
        Map<Asked, LastCheck> last = read.last().stream().collect(Collectors.toMap(Asked::of, Function.identity()));
        Set<UUID> gone = outOfService(day);
        Stream<Due> byHours = hours(facility, day, read).stream().flatMap(each -> each.asDue(day).stream());
        return Stream.concat(
                byHours,
                plans.stream()
                        .filter(plan -> !gone.contains(plan.subject().instrumentId()))
                        .flatMap(plan -> plan.subject().configurationIds().stream()
                                .map(paths::get)
                                .filter(Objects::nonNull)
                                .flatMap(path -> due(plan, path, day, last, zone).stream())));
    }

    /** How far the plans by hours of use are at the end of a day; what is reached first. */
    public List<HoursDue> hours(LocalDate day) {
        return instruments.facilities().stream()
                .flatMap(facility -> {
                    Instant end = end(facility, day);
                    List<Plan> plans = schedule.plans(facility.id(), end).stream()
                            .filter(plan -> plan.rhythm() instanceof Rhythm.Hours)
                            .toList();
                    return plans.isEmpty()
                            ? Stream.<HoursDue>empty()
                            : hours(facility, day, new Read(plans, schedule.lastChecks(facility.id(), end))).stream();
                })
                .sorted(REACHED_FIRST)
                .toList();
    }

    /** The same for some instruments alone. */
    public List<HoursDue> hours(LocalDate day, Set<UUID> instruments) {
        return this.instruments.facilities().stream()
                .flatMap(facility -> {
                    Instant end = end(facility, day);
                    List<Plan> plans = schedule.plans(facility.id(), end, instruments).stream()
                            .filter(plan -> plan.rhythm() instanceof Rhythm.Hours)
                            .toList();
                    return plans.isEmpty()
                            ? Stream.<HoursDue>empty()
                            : hours(facility, day, read(facility, end, plans)).stream();
                })
                .sorted(REACHED_FIRST)
                .toList();
    }

    /** What is read for some plans alone. */
    private Read read(Facility facility, Instant end, List<Plan> plans) {
        Set<UUID> paths = plans.stream()
                .flatMap(plan -> plan.subject().configurationIds().stream())
                .collect(Collectors.toSet());
        return new Read(plans, schedule.lastChecks(facility.id(), end, paths));
    }

    private List<HoursDue> hours(Facility facility, LocalDate day, Read read) {
        Set<UUID> gone = outOfService(day);
        List<Plan> plans = read.plans().stream()
                .filter(plan -> plan.inForce() && plan.rhythm() instanceof Rhythm.Hours)
                .filter(plan -> !gone.contains(plan.subject().instrumentId()))
                .toList();
        if (plans.isEmpty()) {
            return List.of();
        }
        Instant end = end(facility, day);
        Map<UUID, PlannedPath> paths = inUse(plans, day);
        Map<Asked, LastCheck> last = read.last().stream().collect(Collectors.toMap(Asked::of, Function.identity()));
        Map<UUID, List<HourReading>> readings = schedule.hourReadings(facility.id()).stream()
                .filter(each -> !each.readAt().isAfter(end))
                .collect(Collectors.groupingBy(HourReading::instrumentId));
        return plans.stream()
                .flatMap(plan -> plan.subject().configurationIds().stream()
                        .map(paths::get)
                        .filter(Objects::nonNull)
                        .map(path -> {
                            Optional<LastCheck> check = Optional.ofNullable(last.get(new Asked(
                                    path.configurationId(), plan.subject().protocolId())));
                            HoursOfUse use = new HoursOfUse(
                                    readings.getOrDefault(plan.subject().instrumentId(), List.of()));
                            double every = ((Rhythm.Hours) plan.rhythm()).every();
                            Instant from = check.map(LastCheck::measuredAt)
                                    .orElseGet(() -> begun(plan).at());
                            return new HoursDue(
                                    plan, path, check, HoursDue.Count.of(use, every, from, end, facility.zone()));
                        }))
                .toList();
    }

    /** Hours count from when the plan was first made, however often it was changed since. */
    private Plan.Entry begun(Plan plan) {
        return schedule.versions(plan.version().planId()).stream()
                .findFirst()
                .orElse(plan)
                .entry();
    }

    /** The planned light paths that are used on a day, as they are called today: nothing is due on a retired one. */
    private Map<UUID, PlannedPath> inUse(List<Plan> plans, LocalDate day) {
        Map<UUID, LocalDate> gone = instruments.retired();
        Set<UUID> planned =
                plans.stream().map(plan -> plan.subject().instrumentId()).collect(Collectors.toSet());
        return instruments.all().stream()
                .filter(instrument -> planned.contains(instrument.id()))
                .flatMap(instrument -> instruments.configurations(instrument.id()).stream()
                        .filter(path -> Optional.ofNullable(gone.get(path.id()))
                                .map(day::isBefore)
                                .orElse(true))
                        .map(path -> new PlannedPath(
                                path.id(), instrument.slug(), instrument.name(), path.slug(), path.name())))
                .collect(Collectors.toMap(PlannedPath::configurationId, Function.identity()));
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
