package org.fiducial.facility.status;

import java.util.List;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.service.LoggedEvent;

/**
 * All that is known of an instrument as far as its state rests on it.
 *
 * @param configurations its light paths
 * @param checks its checks, those done after the time asked for too: they confirm or cast doubt backwards
 * @param events what happened to it
 * @param doubts what recalls of the kit mean for its checks
 * @param lines what checks outside limits found of single lines
 */
public record Known(
        List<Configuration> configurations,
        List<CheckSummary> checks,
        List<LoggedEvent> events,
        Doubts doubts,
        LineVerdicts lines) {

    /** What is known where nothing of the kit was recalled. */
    public Known(List<Configuration> configurations, List<CheckSummary> checks, List<LoggedEvent> events) {
        this(configurations, checks, events, Doubts.none());
    }

    /** What is known where every check counts as a whole. */
    public Known(
            List<Configuration> configurations, List<CheckSummary> checks, List<LoggedEvent> events, Doubts doubts) {
        this(configurations, checks, events, doubts, LineVerdicts.none());
    }

    public Known {
        configurations = List.copyOf(configurations);
        checks = checks.stream()
                .filter(check -> !check.isVoid())
                .map(CheckSummary::asEvidence)
                .toList();
        events = events.stream().filter(each -> !each.isWithdrawn()).toList();
    }

    /** The checks as far as they concern the lines of a light path. */
    List<CheckSummary> checksFor(Configuration asked) {
        return lines.of(asked, configurations, checks);
    }
}
