package org.fiducial.facility.status;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;

/**
 * The single verdicts of checks outside limits that were made with lines another light path lacks. What such a check found of
 * another line says nothing of that light path; one within limits is so in every line, so that its verdict is enough.
 *
 * @param byCheck the verdicts, by the id of the check
 */
public record LineVerdicts(Map<UUID, List<Verdict>> byCheck) {

    public LineVerdicts {
        byCheck = Map.copyOf(byCheck);
    }

    /** Where every check counts as a whole. */
    public static LineVerdicts none() {
        return new LineVerdicts(Map.of());
    }

    /**
     * Reads those that some light paths need: of checks outside limits alone, so that few are read.
     *
     * @param checks the record
     * @param paths the light paths asked about, and those the checks were made in
     * @param found the checks
     */
    public static LineVerdicts of(Checks checks, List<Configuration> paths, List<CheckSummary> found) {
        Set<UUID> broader = paths.stream()
                .filter(made -> paths.stream().anyMatch(asked -> lacksLines(asked, made) && share(asked, made)))
                .map(Configuration::id)
                .collect(Collectors.toSet());
        Set<UUID> outside = found.stream()
                .filter(check -> broader.contains(check.configurationId()) && isOutside(check))
                .map(CheckSummary::id)
                .collect(Collectors.toSet());
        return outside.isEmpty() ? none() : new LineVerdicts(checks.verdicts(outside));
    }

    /**
     * Checks outside limits that are not evaluated as far as they concern some of the light paths: for these the next check
     * counts in their place.
     */
    Set<UUID> silent(List<Configuration> paths, List<CheckSummary> found) {
        Set<UUID> silent = new HashSet<>();
        for (Configuration asked : paths) {
            of(asked, paths, found).stream()
                    .filter(check -> byCheck.containsKey(check.id()) && check.overall() == VerdictLevel.NOT_EVALUATED)
                    .map(CheckSummary::id)
                    .forEach(silent::add);
        }
        return silent;
    }

    /** Checks as far as they concern the lines of a light path. */
    List<CheckSummary> of(Configuration asked, List<Configuration> paths, List<CheckSummary> found) {
        if (byCheck.isEmpty()) {
            return found;
        }
        PathLines lines = PathLines.of(asked);
        if (lines.nm().isEmpty()) {
            return found;
        }
        Set<UUID> broader = paths.stream()
                .filter(made -> lacksLines(asked, made))
                .map(Configuration::id)
                .collect(Collectors.toSet());
        return found.stream()
                .map(check -> broader.contains(check.configurationId()) && isOutside(check)
                        ? lines.part(check, byCheck.getOrDefault(check.id(), List.of()))
                                .asEvidence()
                        : check)
                .toList();
    }

    private static boolean isOutside(CheckSummary check) {
        return check.overall() == VerdictLevel.FAIL || check.overall() == VerdictLevel.WARNING;
    }

    private static boolean lacksLines(Configuration asked, Configuration made) {
        return made.components().stream().anyMatch(part -> part.kind() == Component.Kind.LINE && !has(asked, part));
    }

    private static boolean share(Configuration asked, Configuration made) {
        return made.components().stream().anyMatch(part -> has(asked, part));
    }

    private static boolean has(Configuration path, Component part) {
        return path.components().stream().anyMatch(each -> each.id().equals(part.id()));
    }
}
