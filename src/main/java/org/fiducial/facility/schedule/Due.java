package org.fiducial.facility.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The next check a plan asks for on a light path.
 *
 * @param plan the version in force
 * @param path the light path
 * @param day the due day
 * @param on the day this was asked for
 * @param last the last check that counts, if there is one
 */
public record Due(Plan plan, PlannedPath path, LocalDate day, LocalDate on, Optional<LastCheck> last) {

    /** So many days are asked for at first; a weekly rule has no more in the weeks a page shows. */
    private static final int FEW_DAYS = 8;

    /** How a due day stands. */
    public enum Standing {
        /** The window has passed. */
        OVERDUE,
        /** In the window. */
        DUE,
        /** The window has not opened. */
        NOT_YET
    }

    /** How the due day stands. */
    public Standing standing() {
        if (on.isAfter(closes())) {
            return Standing.OVERDUE;
        }
        return on.isBefore(opens()) ? Standing.NOT_YET : Standing.DUE;
    }

    /** The first day a check is in time. */
    public LocalDate opens() {
        return plan.rhythm().window().opens(day);
    }

    /** The last day a check is in time. */
    public LocalDate closes() {
        return plan.rhythm().window().closes(day);
    }

    /** Days until the due day, negative after it. */
    public long daysAway() {
        return ChronoUnit.DAYS.between(on, day);
    }

    /**
     * The due days after this one up to a day, should this check be done in time or, where it is late, today, and every
     * later one in time: days that were missed do not come again.
     */
    public List<LocalDate> following(LocalDate until) {
        Turn turn = plan.subject().turn(path.configurationId());
        Optional<LocalDate> next = plan.rhythm().due(turn, Optional.of(day.isAfter(on) ? day : on));
        if (next.filter(after -> !after.isAfter(until)).isEmpty()) {
            return List.of();
        }
        int most = FEW_DAYS;
        List<LocalDate> after = plan.rhythm().after(next.get(), turn, most);
        while (after.size() == most && !after.get(most - 1).isAfter(until)) {
            most *= 4;
            after = plan.rhythm().after(next.get(), turn, most);
        }
        return Stream.concat(next.stream(), after.stream())
                .takeWhile(each -> !each.isAfter(until))
                .toList();
    }
}
