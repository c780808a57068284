package org.fiducial.facility.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * The checks of one protocol that speak for a light path, and what happened to the parts they speak for.
 *
 * @param protocol the protocol, in the version its newest check was made by
 * @param asked the light path that is asked about
 * @param covered the parts of it the protocol speaks for; none where it speaks for the light path as a whole
 * @param sources the light paths whose checks speak for it: itself, and those that share all these parts
 * @param checks the checks, oldest first; at least one
 * @param disturbances what may have changed what they measure, oldest first
 * @param doubts what recalls mean for them
 */
public record ProtocolEvidence(
        ProtocolReference protocol,
        Configuration asked,
        List<Component> covered,
        List<Configuration> sources,
        List<CheckSummary> checks,
        List<LoggedEvent> disturbances,
        Doubts doubts) {

    /** Of two checks of the same moment the one entered later is the newer: identifiers ascend with the entry. */
    private static final Comparator<CheckSummary> OLDEST_FIRST =
            Comparator.comparing(CheckSummary::measuredAt).thenComparing(CheckSummary::id);

    public ProtocolEvidence {
        covered = List.copyOf(covered);
        sources = List.copyOf(sources);
        checks = List.copyOf(checks);
        disturbances = List.copyOf(disturbances);
    }

    /** What is known of a light path, by each protocol that was ever performed on it or on one that shares its parts. */
    public static List<ProtocolEvidence> of(Known known, Configuration asked, Validity validity) {
        TreeMap<String, ProtocolReference> protocols = new TreeMap<>();
        TreeMap<String, List<CheckSummary>> checks = new TreeMap<>();
        known.checksFor(asked).stream().sorted(OLDEST_FIRST).forEach(check -> {
            protocols.put(check.protocol().id(), check.protocol());
            checks.computeIfAbsent(check.protocol().id(), id -> new ArrayList<>())
                    .add(check);
        });
        List<ProtocolEvidence> all = new ArrayList<>();
        protocols.forEach((id, protocol) -> {
            ProtocolEvidence each = of(known, protocol, checks.getOrDefault(id, List.of()), asked, validity);
            if (!each.checks().isEmpty()) {
                all.add(each);
            }
        });
        return List.copyOf(all);
    }

    private static ProtocolEvidence of(
            Known known,
            ProtocolReference protocol,
            List<CheckSummary> checks,
            Configuration asked,
            Validity validity) {
        List<Component> covered = asked.components().stream()
                .filter(part -> validity.speaksFor(protocol, part.kind()))
                .toList();
        List<Configuration> sources = known.configurations().stream()
                .filter(other -> other.id().equals(asked.id())
                        || (!covered.isEmpty() && ids(other.components()).containsAll(ids(covered))))
                .toList();
        List<UUID> from = sources.stream().map(Configuration::id).toList();
        List<UUID> parts = ids(covered.isEmpty() ? asked.components() : covered);
        return new ProtocolEvidence(
                protocol,
                asked,
                covered,
                sources,
                checks.stream()
                        .filter(check -> from.contains(check.configurationId()))
                        .toList(),
                known.events().stream()
                        .filter(each -> each.mayHaveChanged() && each.concerns(parts))
                        .sorted(Comparator.comparing(each -> each.event().at()))
                        .toList(),
                known.doubts());
    }

    /** What they say at a time, as it is known today. */
    public Finding at(Instant at, Validity validity) {
        Optional<CheckSummary> before = before(at);
        Optional<CheckSummary> after = after(at);
        Finding.Bracket bracket = new Finding.Bracket(
                before,
                after,
                before.flatMap(good -> disturbance(good, after)),
                before.map(validity::holdsUntil),
                before.flatMap(check -> doubts.casting(check.id())));
        Configuration checked = before.or(() -> after).map(this::pathOf).orElse(asked);
        return new Finding(protocol, asked, checked, standing(bracket, at), bracket);
    }

    /** The newest check by a time. */
    public Optional<CheckSummary> before(Instant at) {
        return checks.stream().filter(check -> !check.measuredAt().isAfter(at)).reduce((earlier, later) -> later);
    }

    /** The next check after a time that was evaluated and is not in doubt. */
    public Optional<CheckSummary> after(Instant at) {
        return checks.stream()
                .filter(check -> check.measuredAt().isAfter(at))
                .filter(check -> check.overall() != VerdictLevel.NOT_EVALUATED)
                .filter(check -> doubts.casting(check.id()).isEmpty())
                .findFirst();
    }

    /** The light path one of its checks was made in. */
    public Configuration pathOf(CheckSummary check) {
        return sources.stream()
                .filter(source -> source.id().equals(check.configurationId()))
                .findFirst()
                .orElse(asked);
    }

    /**
     * The first event after the check before and before the next one that may have changed what they measure. A check as
     * found is itself the next one, so that work after it disturbs nothing.
     */
    private Optional<LoggedEvent> disturbance(CheckSummary before, Optional<CheckSummary> after) {
        return disturbances.stream()
                .filter(each -> each.event().at().isAfter(before.measuredAt()))
                .filter(each -> after.map(check -> each.event().at().isBefore(check.measuredAt()))
                        .orElse(true))
                .findFirst();
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
