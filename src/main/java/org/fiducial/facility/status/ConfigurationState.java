package org.fiducial.facility.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * The state of a light path at a time, composed of what the newest covering checks of each protocol say of its parts.
 *
 * @param configuration the light path
 * @param findings one for each protocol that was ever performed on it or on one that shares the parts it speaks for, worst
 *     first
 * @param open events that restrict its use at that time, newest first
 */
public record ConfigurationState(Configuration configuration, List<Finding> findings, List<LoggedEvent> open) {

    /** Of two checks of the same moment the one entered later is the newer: identifiers ascend with the entry. */
    private static final Comparator<CheckSummary> OLDEST_FIRST =
            Comparator.comparing(CheckSummary::measuredAt).thenComparing(CheckSummary::id);

    public ConfigurationState {
        findings = List.copyOf(findings);
        open = List.copyOf(open);
    }

    /** The worst of what is found and what is open; unknown if nothing is. */
    public Level level() {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        findings.forEach(each -> levels.add(each.level()));
        open.forEach(each -> levels.add(Level.of(each.event().report().effect())));
        return Level.worst(levels);
    }

    static ConfigurationState of(Known known, Configuration configuration, Instant at, Validity validity) {
        TreeMap<String, ProtocolReference> protocols = new TreeMap<>();
        known.checks().stream()
                .sorted(OLDEST_FIRST)
                .forEach(check -> protocols.put(check.protocol().id(), check.protocol()));
        List<Finding> findings = new ArrayList<>();
        for (ProtocolReference protocol : protocols.values()) {
            finding(known, new Question(protocol, configuration, at), validity).ifPresent(findings::add);
        }
        findings.sort(Comparator.comparing(finding -> finding.level().urgency()));
        List<LoggedEvent> open = known.events().stream()
                .filter(each -> each.isOpen(at) && each.concerns(ids(configuration.components())))
                .toList();
        return new ConfigurationState(configuration, findings, open);
    }

    /** What is asked: how a light path stood by a protocol at a time. */
    private record Question(ProtocolReference protocol, Configuration configuration, Instant at) {}

    private static Optional<Finding> finding(Known known, Question question, Validity validity) {
        List<Component> covered = question.configuration().components().stream()
                .filter(part -> validity.speaksFor(question.protocol(), part.kind()))
                .toList();
        List<Configuration> sources = known.configurations().stream()
                .filter(other -> other.id().equals(question.configuration().id())
                        || (!covered.isEmpty() && ids(other.components()).containsAll(ids(covered))))
                .toList();
        List<CheckSummary> checks = known.checks().stream()
                .filter(check ->
                        check.protocol().id().equals(question.protocol().id()))
                .filter(check -> sources.stream().anyMatch(source -> source.id().equals(check.configurationId())))
                .sorted(OLDEST_FIRST)
                .toList();
        if (checks.isEmpty()) {
            return Optional.empty();
        }
        Optional<CheckSummary> before = checks.stream()
                .filter(check -> !check.measuredAt().isAfter(question.at()))
                .reduce((earlier, later) -> later);
        Optional<CheckSummary> after = checks.stream()
                .filter(check -> check.measuredAt().isAfter(question.at()))
                .filter(check -> check.overall() != VerdictLevel.NOT_EVALUATED)
                .filter(check -> known.doubts().casting(check.id()).isEmpty())
                .findFirst();
        List<UUID> parts = ids(covered.isEmpty() ? question.configuration().components() : covered);
        Optional<LoggedEvent> between = before.flatMap(good -> disturbance(known, parts, good, after));
        Finding.Bracket bracket = new Finding.Bracket(
                before, after, between, before.map(validity::holdsUntil), before.flatMap(check -> known.doubts()
                        .casting(check.id())));
        Configuration checked = before.or(() -> after)
                .flatMap(check -> sources.stream()
                        .filter(source -> source.id().equals(check.configurationId()))
                        .findFirst())
                .orElse(question.configuration());
        return Optional.of(new Finding(
                question.protocol(), question.configuration(), checked, standing(bracket, question.at()), bracket));
    }

    /**
     * The first event after the check before and before the next one that may have changed what they measure. A check as
     * found is itself the next one, so that work after it disturbs nothing.
     */
    private static Optional<LoggedEvent> disturbance(
            Known known, List<UUID> parts, CheckSummary before, Optional<CheckSummary> after) {
        return known.events().stream()
                .filter(each -> each.mayHaveChanged() && each.concerns(parts))
                .filter(each -> each.event().at().isAfter(before.measuredAt()))
                .filter(each -> after.map(check -> each.event().at().isBefore(check.measuredAt()))
                        .orElse(true))
                .min(Comparator.comparing(each -> each.event().at()));
    }

    private static Standing standing(Finding.Bracket bracket, Instant at) {
        if (bracket.before().isEmpty()) {
            return Standing.NOT_CHECKED;
        }
        CheckSummary before = bracket.before().orElseThrow();
        if (before.overall() == VerdictLevel.FAIL) {
            return Standing.FAILED;
        }
        if (before.overall() == VerdictLevel.NOT_EVALUATED) {
            return Standing.NOT_EVALUATED;
        }
        if (bracket.doubt().isPresent()) {
            return Standing.RECALLED;
        }
        if (bracket.between().isPresent()) {
            return Standing.DISTURBED;
        }
        if (bracket.after().isPresent()) {
            boolean failed = bracket.after().orElseThrow().overall() == VerdictLevel.FAIL;
            return failed ? Standing.IN_DOUBT : Standing.ESTABLISHED;
        }
        boolean holds = bracket.until().map(until -> !at.isAfter(until)).orElse(false);
        return holds ? Standing.LAST_KNOWN_GOOD : Standing.OUTDATED;
    }

    private static List<UUID> ids(List<Component> components) {
        return components.stream().map(Component::id).toList();
    }
}
