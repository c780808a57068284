package org.fiducial.facility.status;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.instrument.Configuration;

/**
 * The checks that what is said of light paths rests on.
 *
 * @param checks the checks, newest first
 * @param lines what those outside limits found of single lines
 */
public record SpeakingChecks(List<CheckSummary> checks, LineVerdicts lines) {

    private static final Comparator<CheckSummary> NEWEST_FIRST = Comparator.comparing(CheckSummary::measuredAt)
            .thenComparing(CheckSummary::id)
            .reversed();

    public SpeakingChecks {
        checks = List.copyOf(checks);
    }

    /**
     * Searches the record. The next check that was evaluated may be so in other lines alone: then the one behind it is
     * sought too, until there is none like that.
     *
     * @param record where single verdicts are read
     * @param paths the light paths asked about, and those the checks were made in
     * @param doubtful checks that do not count as the next one
     * @param search finds checks as {@link Checks#evidence} does, where some do not count as the next one
     */
    public static SpeakingChecks find(
            Checks record,
            List<Configuration> paths,
            Set<UUID> doubtful,
            Function<Set<UUID>, List<CheckSummary>> search) {
        Set<CheckSummary> found = new LinkedHashSet<>(search.apply(doubtful));
        Set<UUID> passed = new HashSet<>(doubtful);
        LineVerdicts lines = LineVerdicts.of(record, paths, List.copyOf(found));
        while (passed.addAll(lines.silent(paths, List.copyOf(found)))) {
            found.addAll(search.apply(passed));
            lines = LineVerdicts.of(record, paths, List.copyOf(found));
        }
        return new SpeakingChecks(found.stream().sorted(NEWEST_FIRST).toList(), lines);
    }
}
