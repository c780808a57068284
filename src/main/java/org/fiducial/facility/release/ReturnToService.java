package org.fiducial.facility.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.CheckedPath;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Schedule;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Events;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.service.Release;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * Says which checks are asked for before an instrument is used again after work, and returns it to service.
 *
 * <p>Of the protocols that ask for a check after such work, those are needed that were ever done or are planned on the
 * light path; all of them where nothing ever was. A check on another light path counts where that holds every part the
 * protocol speaks for. As found is a check with that reason from {@value #FOUND_DAYS} days before the work on; as left is
 * any later one with another reason, the newest before the next work on the same light path. Lists of what is outstanding
 * look back {@value #LISTED_DAYS} days; older work keeps asking on its own page, and the state is not established until
 * somebody measures.
 *
 * @param ledgers what is known
 * @param catalogue what protocols ask for
 */
public record ReturnToService(Ledgers ledgers, Catalogue catalogue) {

    private static final int FOUND_DAYS = 30;
    private static final int LISTED_DAYS = 366;
    private static final int LONGEST_REASON = 2000;

    /** The newest work first. */
    public static final Comparator<ReturnChecks> NEWEST_WORK_FIRST = Comparator.comparing(
                    (ReturnChecks each) -> each.event().event().at())
            .thenComparing(each -> each.event().event().id())
            .reversed();

    /** What is known of instruments. */
    public record Ledgers(Instruments instruments, Checks checks, Events events, Schedule schedule) {}

    /** What is asked for after an event. */
    public ReturnChecks of(LoggedEvent logged, Instant now) {
        Instrument instrument = instrument(logged);
        return stand(instrument, List.of(logged), planned(List.of(instrument), now))
                .of(logged);
    }

    /** What is asked for and lacking at a time, newest work first. */
    public List<ReturnChecks> outstanding(Instant now) {
        return outstanding(now, ledgers.instruments().inService());
    }

    /** The same of some instruments alone. */
    public List<ReturnChecks> outstanding(Instant now, Set<UUID> instruments) {
        return outstanding(
                now,
                ledgers.instruments().inService().stream()
                        .filter(each -> instruments.contains(each.id()))
                        .toList());
    }

    private List<ReturnChecks> outstanding(Instant now, List<Instrument> instruments) {
        Map<Instrument, List<LoggedEvent>> work = new LinkedHashMap<>();
        instruments.forEach(each -> {
            List<LoggedEvent> done = recentWork(each, now);
            if (!done.isEmpty()) {
                work.put(each, done);
            }
        });
        Set<CheckedPath> planned = planned(List.copyOf(work.keySet()), now);
        return work.entrySet().stream()
                .flatMap(each -> {
                    Stand stand = stand(each.getKey(), each.getValue(), planned);
                    return each.getValue().stream().map(stand::of);
                })
                .filter(ReturnChecks::isOutstanding)
                .sorted(NEWEST_WORK_FIRST)
                .toList();
    }

    private List<LoggedEvent> recentWork(Instrument instrument, Instant now) {
        Instant from = now.minus(Duration.ofDays(LISTED_DAYS));
        return ledgers.events().ofInstrument(instrument.id()).stream()
                .filter(each -> each.event().kind().isWork() && !each.isWithdrawn())
                .filter(each ->
                        !each.event().at().isBefore(from) && !each.event().at().isAfter(now))
                .toList();
    }

    /**
     * Returns an instrument to service, and ends the work if it is open.
     *
     * @param reason why it goes back without what is lacking; may be empty where nothing is
     * @throws UnusableInputException if something is lacking and nobody says why, or there is nothing to return from
     */
    public Release release(LoggedEvent logged, String reason, Event.Entry entry, Supplier<UUID> ids) {
        ReturnChecks asked = of(logged, entry.at());
        if (logged.isWithdrawn() || !logged.event().kind().isWork()) {
            throw new UnusableInputException("Only from work that stands in the record is an instrument returned to"
                    + " service; this event is a fault, or was withdrawn.");
        }
        if (asked.release().isPresent()) {
            throw new UnusableInputException("The instrument was returned to service already; nothing was changed.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new UnusableInputException("A reason has at most " + LONGEST_REASON + " characters, but this has "
                    + reason.length() + "; shorten it.");
        }
        List<ReturnCheck> lacking = asked.lacking();
        if (!lacking.isEmpty() && reason.isBlank()) {
            throw new UnusableInputException(lacking.size() + " of the checks asked for after the "
                    + logged.event().kind().words()
                    + " are not done within limits; do them, or say why the instrument goes back without.");
        }
        List<Release.Waived> waived = lacking.stream()
                .map(each -> new Release.Waived(
                        each.path().id(), each.protocol().reference().id()))
                .toList();
        Release release = new Release(
                ids.get(), logged.event().id(), entry.at(), new Release.Waiver(waived, reason.strip()), entry);
        Optional<FollowUp> end = logged.isOpen(entry.at())
                ? Optional.of(new FollowUp(
                        ids.get(),
                        logged.event().id(),
                        FollowUp.Step.RESOLVED,
                        entry.at(),
                        new FollowUp.Account(reason.strip(), Loss.none()),
                        entry))
                : Optional.empty();
        ledgers.events().add(release, end);
        return release;
    }

    private Instrument instrument(LoggedEvent logged) {
        return ledgers.instruments().all().stream()
                .filter(each -> each.id().equals(logged.event().instrumentId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an event is of an instrument of the record"));
    }

    private Set<CheckedPath> planned(List<Instrument> instruments, Instant now) {
        Set<CheckedPath> planned = new HashSet<>();
        Set<UUID> ids = instruments.stream().map(Instrument::id).collect(Collectors.toSet());
        instruments.stream()
                .map(Instrument::facilityId)
                .distinct()
                .flatMap(facility -> ledgers.schedule().plans(facility, now, ids).stream())
                .filter(Plan::inForce)
                .map(Plan::subject)
                .forEach(subject -> subject.configurationIds()
                        .forEach(path -> planned.add(new CheckedPath(path, subject.protocolId()))));
        return planned;
    }

    private Stand stand(Instrument instrument, List<LoggedEvent> asked, Set<CheckedPath> planned) {
        // Those that lack a part by now cannot be checked.
        List<Configuration> paths = ledgers.instruments().configurations(instrument.id(), Instant.MAX);
        List<LoggedEvent> events = ledgers.events().ofInstrument(instrument.id());
        Set<CheckedPath> usual = new HashSet<>(planned);
        usual.addAll(ledgers.checks().checkedPaths(instrument.id()));
        return new Stand(
                instrument,
                paths,
                new Happened(
                        measured(instrument, sought(asked, paths, events)),
                        events,
                        ledgers.events().releases(instrument.id())),
                usual,
                catalogue.current());
    }

    private List<CheckSummary> measured(Instrument instrument, Optional<Checks.Sought> sought) {
        return sought.map(each -> ledgers.checks().ofInstrument(instrument.id(), each)).orElse(List.of()).stream()
                .filter(check -> !check.isVoid())
                .map(CheckSummary::asEvidence)
                .toList();
    }

    /** The checks that can speak for work: of protocols that ask, until every light path was worked on again. */
    private Optional<Checks.Sought> sought(
            List<LoggedEvent> asked, List<Configuration> paths, List<LoggedEvent> events) {
        Set<String> protocols = new HashSet<>();
        List<Optional<Instant>> ends = new ArrayList<>();
        for (LoggedEvent logged : asked) {
            AskedAfter after = new AskedAfter(logged.event());
            for (Configuration path : paths.stream().filter(after::touches).toList()) {
                List<String> asking = catalogue.current().stream()
                        .filter(protocol -> after.asks(protocol, path))
                        .map(protocol -> protocol.reference().id())
                        .toList();
                protocols.addAll(asking);
                if (!asking.isEmpty()) {
                    ends.add(nextWork(events, path, logged.event().at())
                            .map(next -> next.event().at()));
                }
            }
        }
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        Instant first =
                Collections.min(asked.stream().map(each -> each.event().at()).toList());
        Optional<Instant> last = ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
        return Optional.of(new Checks.Sought(first.minus(Duration.ofDays(FOUND_DAYS)), last, protocols));
    }

    /** The next work after a time on a part of a light path. */
    private static Optional<LoggedEvent> nextWork(List<LoggedEvent> events, Configuration path, Instant at) {
        List<UUID> parts = path.components().stream().map(Component::id).toList();
        return events.stream()
                .filter(each -> !each.isWithdrawn() && each.event().kind().isWork() && each.concerns(parts))
                .filter(each -> each.event().at().isAfter(at))
                .min(Comparator.comparing(each -> each.event().at()));
    }

    /** What was measured, newest first, and what happened. */
    private record Happened(List<CheckSummary> checks, List<LoggedEvent> events, List<Release> releases) {}

    /** An instrument with all that is looked at. */
    private record Stand(
            Instrument instrument,
            List<Configuration> paths,
            Happened happened,
            Set<CheckedPath> usual,
            List<ProtocolDefinition> protocols) {

        ReturnChecks of(LoggedEvent logged) {
            AskedAfter asked = new AskedAfter(logged.event());
            List<ReturnCheck> checks = paths.stream()
                    .filter(asked::touches)
                    .flatMap(path -> protocols.stream()
                            .filter(protocol -> asked.asks(protocol, path))
                            .map(protocol -> check(logged, path, protocol)))
                    .toList();
            Optional<Release> release = happened.releases().stream()
                    .filter(each -> each.eventId().equals(logged.event().id()))
                    .findFirst();
            return new ReturnChecks(instrument, logged, checks, asked.unknown(paths, protocols), release);
        }

        private ReturnCheck check(LoggedEvent logged, Configuration path, ProtocolDefinition protocol) {
            Instant at = logged.event().at();
            Optional<LoggedEvent> next = nextWork(happened.events(), path, at);
            List<UUID> sources = sources(path, protocol);
            List<CheckSummary> measured = happened.checks().stream()
                    .filter(check ->
                            check.protocol().id().equals(protocol.reference().id()))
                    .filter(check -> sources.contains(check.configurationId()))
                    .filter(check -> next.map(each ->
                                    check.measuredAt().isBefore(each.event().at()))
                            .orElse(true))
                    .toList();
            Optional<CheckSummary> found = measured.stream()
                    .filter(check -> check.reason() == CheckReason.AS_FOUND)
                    .filter(check -> check.measuredAt().isAfter(at.minus(Duration.ofDays(FOUND_DAYS))))
                    .findFirst();
            Optional<CheckSummary> left = measured.stream()
                    .filter(check -> check.reason() != CheckReason.AS_FOUND)
                    .filter(check -> check.measuredAt().isAfter(at))
                    .findFirst();
            return new ReturnCheck(
                    path,
                    protocol,
                    isUsual(path, protocol),
                    new ReturnCheck.Found(found),
                    new ReturnCheck.Left(left, next));
        }

        private boolean isUsual(Configuration path, ProtocolDefinition protocol) {
            return usual.contains(
                            new CheckedPath(path.id(), protocol.reference().id()))
                    || usual.stream().noneMatch(each -> each.configurationId().equals(path.id()));
        }

        /** The light paths a check may be made in to speak for one. */
        private List<UUID> sources(Configuration path, ProtocolDefinition protocol) {
            List<UUID> covered = AskedAfter.covered(protocol, path);
            return paths.stream()
                    .filter(other -> other.id().equals(path.id())
                            || (!covered.isEmpty()
                                    && other.components().stream()
                                            .map(Component::id)
                                            .toList()
                                            .containsAll(covered)))
                    .map(Configuration::id)
                    .toList();
        }
    }
}
