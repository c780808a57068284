package org.fiducial.facility.interval;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fiducial.facility.advice.History;
import org.fiducial.facility.advice.Ladder;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Turn;

/**
 * The time between two checks of a plan. Where light paths take turns each of them is checked so many times as seldom; advice
 * speaks of one path, plans of all.
 *
 * @param months between two due days of the plan on average
 * @param paths how many light paths take turns
 */
public record PlannedInterval(double months, int paths) {

    /** Due days that are looked at: years of a plan with several days a month. */
    private static final int DAYS = 25;

    /** An interval that plans can have. */
    public enum Step {
        WEEKLY("weekly", 7 / History.DAYS_PER_MONTH),
        FORTNIGHTLY("fortnightly", 2 * 7 / History.DAYS_PER_MONTH),
        MONTHLY("monthly", 1),
        TWO_MONTHLY("two-monthly", 2),
        QUARTERLY("quarterly", 3),
        HALF_YEARLY("half-yearly", 6),
        YEARLY("yearly", 12);

        private final String word;
        private final double months;

        Step(String word, double months) {
            this.word = word;
            this.months = months;
        }

        /** The word that {@link Recurrence#of} takes. */
        public String word() {
            return word;
        }

        /** The interval [months]. */
        public double months() {
            return months;
        }
    }

    /** The interval of a plan; none where its days are not those of a calendar, or end. */
    public static Optional<PlannedInterval> of(Plan plan) {
        if (!(plan.rhythm() instanceof Rhythm.Recurring recurring)) {
            return Optional.empty();
        }
        List<LocalDate> days = recurring.rule().days(recurring.start(), Turn.ALWAYS, recurring.start(), DAYS);
        if (days.size() < DAYS) {
            return Optional.empty();
        }
        double span = ChronoUnit.DAYS.between(days.get(0), days.get(DAYS - 1)) / (DAYS - 1.0);
        return Optional.of(new PlannedInterval(
                span / History.DAYS_PER_MONTH, plan.subject().configurationIds().size()));
    }

    /** The intervals each path may be checked at. */
    Ladder ladder() {
        return Ladder.USUAL.times(paths);
    }

    /** Months between two checks of a path. */
    public double ofPath() {
        return paths * months;
    }

    /** The step of the plan that gives each path an interval; the one it is nearest to. */
    public Step step(double monthsOfPath) {
        return Arrays.stream(Step.values())
                .min(Comparator.comparing(step -> Math.abs(Math.log(step.months() * paths / monthsOfPath))))
                .orElseThrow();
    }
}
