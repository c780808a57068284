package org.fiducial.facility.check;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.Statistic;

/** The record of checks. Append-only: nothing here changes or removes one. */
public interface Checks {

    /**
     * Stores a check and keeps its input files by content, all or nothing.
     *
     * @param inputs the files analysed, in the order of the result's provenance
     */
    void append(Check check, List<Path> inputs);

    /** The whole check of an id. */
    Optional<Check> byId(UUID checkId);

    /**
     * What some checks measured and how it was judged, oldest first: with their parameters, without who did them, their
     * files, items, remarks and figures.
     */
    default List<Check> measured(Set<UUID> checks) {
        return checks.stream()
                .flatMap(each -> byId(each).stream())
                .map(Check::numbersAlone)
                .sorted(Check.OLDEST_FIRST)
                .toList();
    }

    /** How what some checks measured was judged, by the id of the check. */
    default Map<UUID, List<Verdict>> verdicts(Set<UUID> checks) {
        return measured(checks).stream()
                .collect(Collectors.toMap(Check::id, check -> check.judgement().verdicts()));
    }

    /** All checks of an instrument, newest measurement first, void ones too. */
    List<CheckSummary> ofInstrument(UUID instrumentId);

    /**
     * Which checks are sought.
     *
     * @param from measured then or later
     * @param before measured earlier than that
     * @param protocols of these
     */
    record Sought(Instant from, Optional<Instant> before, Set<String> protocols) {

        public Sought {
            protocols = Set.copyOf(protocols);
        }

        boolean accepts(CheckSummary check) {
            return !check.measuredAt().isBefore(from)
                    && before.filter(end -> !check.measuredAt().isBefore(end)).isEmpty()
                    && protocols.contains(check.protocol().id());
        }
    }

    /** The checks of an instrument that are sought, newest first, void ones too. */
    default List<CheckSummary> ofInstrument(UUID instrumentId, Sought sought) {
        return ofInstrument(instrumentId).stream().filter(sought::accepts).toList();
    }

    /** When the first check of an instrument was measured, a void one too. */
    default Optional<Instant> firstMeasured(UUID instrumentId) {
        return ofInstrument(instrumentId).stream().map(CheckSummary::measuredAt).min(Comparator.naturalOrder());
    }

    /** What was ever checked on an instrument, void checks too. */
    default Set<CheckedPath> checkedPaths(UUID instrumentId) {
        return ofInstrument(instrumentId).stream()
                .map(check -> new CheckedPath(
                        check.configurationId(), check.protocol().id()))
                .collect(Collectors.toSet());
    }

    /**
     * The checks of an instrument its state at a time can rest on: of each protocol and light path at least the newest by
     * then, the next after it, the next after it that was evaluated and not in doubt, and the newest of all; each as it
     * stands today, void ones left out.
     *
     * @param doubtful checks whose verdicts a recall makes doubtful
     */
    default List<CheckSummary> evidence(UUID instrumentId, Instant at, Set<UUID> doubtful) {
        return ofInstrument(instrumentId).stream()
                .filter(check -> !check.isVoid())
                .toList();
    }

    /**
     * A time and the light paths whose checks around it are sought.
     *
     * @param paths ids of the light paths
     * @param from the first moment of it
     * @param to the last moment of it
     */
    record Around(Set<UUID> paths, Instant from, Instant to) {

        public Around {
            paths = Set.copyOf(paths);
        }
    }

    /**
     * The checks what is said of light paths over a time can rest on: of each protocol and light path at least the newest by
     * its beginning, those within it, the next after it, the next after it that was evaluated and not in doubt, and the
     * newest of all; each as it stands today, void ones left out.
     *
     * @param doubtful checks whose verdicts a recall makes doubtful
     */
    default List<CheckSummary> around(UUID instrumentId, Around around, Set<UUID> doubtful) {
        return ofInstrument(instrumentId).stream()
                .filter(check -> !check.isVoid() && around.paths().contains(check.configurationId()))
                .toList();
    }

    /** Part of the checks of an instrument, void ones too. */
    default CheckList list(UUID instrumentId, CheckList.Filter filter, CheckList.Part part) {
        List<CheckSummary> all = new ArrayList<>(
                ofInstrument(instrumentId).stream().filter(filter::accepts).toList());
        if (filter.after().isPresent()) {
            Collections.reverse(all);
        }
        part.order().ifPresent(order -> all.sort(order.comparator()));
        return new CheckList(all.stream().skip(part.skip()).limit(part.most()).toList(), all.size());
    }

    /** Part of the checks of an instrument, void ones too, without saying how many there are in all. */
    default List<CheckSummary> some(UUID instrumentId, CheckList.Filter filter, CheckList.Part part) {
        return list(instrumentId, filter, part).checks();
    }

    /**
     * The checks of the same protocol and light path just before and just after another, older first, void ones too: none,
     * one or both.
     */
    default List<CheckSummary> beside(UUID instrumentId, Check check) {
        List<CheckSummary> alike = new ArrayList<>(ofInstrument(instrumentId).stream()
                .filter(CheckList.Filter.of(
                        check.configurationId(),
                        check.result().provenance().protocol().id())::accepts)
                .toList());
        alike.sort(Comparator.comparing(CheckSummary::measuredAt).thenComparing(CheckSummary::id));
        int at = alike.stream().map(CheckSummary::id).toList().indexOf(check.id());
        return IntStream.of(at - 1, at + 1)
                .filter(i -> at >= 0 && i >= 0 && i < alike.size())
                .mapToObj(alike::get)
                .toList();
    }

    /** Values of one light path over time, oldest first, all channels; void checks left out. */
    default List<SeriesPoint> series(SeriesQuery query) {
        Set<UUID> chosen = ofInstrument(query.instrumentId()).stream()
                .filter(CheckList.Filter.of(query.configurationId(), query.protocolId())::accepts)
                .filter(check -> !check.isVoid())
                .limit(query.newest())
                .map(CheckSummary::id)
                .collect(Collectors.toSet());
        return query.metrics().stream()
                .flatMap(metric -> Arrays.stream(Statistic.values())
                        .flatMap(statistic -> series(query.instrumentId(), metric, statistic).stream()))
                .filter(point -> chosen.contains(point.checkId())
                        && point.measurement().evaluated().isPresent())
                .sorted(Comparator.comparing(SeriesPoint::measuredAt))
                .toList();
    }

    /** The values of the void ones among the newest checks of a series, oldest first: shown, and counted for nothing. */
    default List<SeriesPoint> voided(SeriesQuery query) {
        return List.of();
    }

    /** What the newest checks of a series gave for a parameter in words, such as their artefact; void ones too. */
    default Map<UUID, String> given(SeriesQuery query, String parameter) {
        return Map.of();
    }

    /** One metric of an instrument over time, oldest first, all configurations and channels; void checks left out. */
    List<SeriesPoint> series(UUID instrumentId, String metric, Statistic statistic);

    /** Whether an input of this content was analysed before, and in which check. */
    Optional<UUID> withInput(String sha256);

    /** The kept file of a content, where it is a file. */
    default Optional<Path> input(String sha256) {
        return Optional.empty();
    }

    /** The checks that name a meter or an artefact and were measured in a stretch of time, newest first. */
    List<KitUse> measuredWith(String slug, Recall.Period period);

    /** Those of them that are of these instruments. */
    default List<KitUse> measuredWith(String slug, Recall.Period period, Set<UUID> instruments) {
        return measuredWith(slug, period).stream()
                .filter(use -> instruments.contains(use.instrumentId()))
                .toList();
    }

    /** Which checks these are and who made them. */
    default KitReach reach(String slug, Recall.Period period) {
        List<KitUse> uses = measuredWith(slug, period);
        return new KitReach(
                uses.stream().map(use -> KitReach.One.of(use.check())).toList(),
                uses.stream()
                        .map(KitUse::performedBy)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** The same of few checks by their ids, newest first. */
    List<KitUse> uses(List<UUID> checks);

    /** What the newest check of a protocol on a light path gave for a parameter in words, such as its artefact. */
    Optional<String> lastGiven(UUID configurationId, String protocolId, String parameter);
}
