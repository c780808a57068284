package org.fiducial.facility.interval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fiducial.facility.advice.Entry;
import org.fiducial.facility.advice.History;
import org.fiducial.facility.advice.Occasion;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.Events;
import org.fiducial.facility.service.LoggedEvent;

/**
 * The past of a protocol on a light path. A check counts unless it is void, in doubt because its meter or slide was recalled,
 * or not evaluated; it is good unless it failed. Work that concerns the path and a change of slide or meter between two checks
 * are entered where they happened.
 */
final class PastChecks {

    /** What a check is measured with, by the names of the parameters. */
    private static final List<String> ARTEFACTS = List.of("artefact", "meter");

    /** A drift is told from so many values. */
    private static final int VALUES = 24;

    private final Checks checks;
    private final Events events;
    private final Function<UUID, Set<UUID>> doubtful;

    PastChecks(Checks checks, Events events, Function<UUID, Set<UUID>> doubtful) {
        this.checks = checks;
        this.events = events;
        this.doubtful = doubtful;
    }

    /**
     * What is known of a light path.
     *
     * @param history what its checks say
     * @param comparable the newest checks whose values are of one piece, at most {@value #VALUES}: behind the last work, the
     *     last other artefact, the last check that began a time and the last failure that was mended
     */
    record Past(History history, Set<UUID> comparable) {}

    /**
     * What the newest checks say.
     *
     * @param most how many
     */
    Past of(Configuration path, String protocolId, int most) {
        UUID instrument = path.instrumentId();
        List<CheckSummary> all =
                checks
                        .some(instrument, CheckList.Filter.of(path.id(), protocolId), new CheckList.Part(0, most))
                        .stream()
                        .filter(check -> !check.isVoid())
                        .sorted(Comparator.comparing(CheckSummary::measuredAt))
                        .toList();
        if (all.isEmpty()) {
            return new Past(History.of(List.of()), Set.of());
        }
        Set<UUID> inDoubt = doubtful.apply(instrument);
        List<CheckSummary> counting = all.stream()
                .filter(check -> !inDoubt.contains(check.id()))
                .map(CheckSummary::asEvidence)
                .filter(check -> check.overall() != VerdictLevel.NOT_EVALUATED)
                .toList();
        List<Entry> entries = new ArrayList<>();
        SeriesQuery query = new SeriesQuery(instrument, path.id(), protocolId, Set.of(), most);
        ARTEFACTS.forEach(artefact -> entries.addAll(changes(all, checks.given(query, artefact))));
        entries.addAll(work(path, all.get(0).measuredAt()));
        Set<UUID> comparable = comparable(counting, entries);
        counting.forEach(check -> entries.add(
                new Entry.Checked(check.measuredAt(), occasion(check.reason()), check.overall() != VerdictLevel.FAIL)));
        return new Past(History.of(entries), comparable);
    }

    private static Set<UUID> comparable(List<CheckSummary> oldestFirst, List<Entry> breaks) {
        Instant since =
                breaks.stream().map(Entry::at).max(Comparator.naturalOrder()).orElse(Instant.MIN);
        List<UUID> ids = new ArrayList<>();
        boolean failed = false;
        for (CheckSummary check : oldestFirst) {
            boolean fails = check.overall() == VerdictLevel.FAIL;
            boolean begins = occasion(check.reason()) == Occasion.START || (failed && !fails);
            if (check.measuredAt().isBefore(since) || begins) {
                ids.clear();
            }
            if (!check.measuredAt().isBefore(since)) {
                ids.add(check.id());
            }
            failed = fails;
        }
        return Set.copyOf(ids.subList(Math.max(0, ids.size() - VALUES), ids.size()));
    }

    private static Occasion occasion(CheckReason reason) {
        return switch (reason) {
            case SCHEDULED, SUITCASE_VISIT -> Occasion.ROUTINE;
            case AS_FOUND -> Occasion.AS_FOUND;
            case COMPLAINT -> Occasion.COMPLAINT;
            case AS_LEFT, AFTER_SERVICE, ACCEPTANCE, BASELINE -> Occasion.START;
        };
    }

    /** From the first check on that names another one than the check before. */
    private static List<Entry> changes(List<CheckSummary> oldestFirst, Map<UUID, String> artefacts) {
        List<Entry> changes = new ArrayList<>();
        String before = "";
        for (CheckSummary check : oldestFirst) {
            String now = artefacts.getOrDefault(check.id(), "");
            if (!now.isEmpty() && !before.isEmpty() && !now.equals(before)) {
                changes.add(new Entry.OtherArtefact(check.measuredAt()));
            }
            before = now.isEmpty() ? before : now;
        }
        return changes;
    }

    private List<Entry> work(Configuration path, Instant since) {
        List<UUID> parts = path.components().stream().map(Component::id).toList();
        return events.ofInstrument(path.instrumentId()).stream()
                .filter(each -> !each.isWithdrawn() && each.event().kind().isWork() && each.concerns(parts))
                .map(LoggedEvent::event)
                .filter(event -> !event.at().isBefore(since))
                .<Entry>map(event -> new Entry.Worked(event.at()))
                .toList();
    }
}
