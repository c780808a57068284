package org.fiducial.facility.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.metrology.protocol.UnusableInputException;

/** Makes plans, changes and ends them; what cannot be meant is refused with a sentence. */
public final class Planning {

    /** Planned days that are looked at for windows that overlap: two years of a monthly turn. */
    private static final int LOOKED_AT = 24;

    private static final int MOST_MINUTES = 24 * 60;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 200;

    private final Schedule schedule;
    private final Instruments instruments;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public Planning(Schedule schedule, Instruments instruments, Clock clock, Supplier<UUID> ids) {
        this.schedule = schedule;
        this.instruments = instruments;
        this.clock = clock;
        this.ids = ids;
    }

    /** What a plan is to be. */
    public record Wish(Plan.Subject subject, Rhythm rhythm, Plan.Work work) {}

    /**
     * Who says so and why; both may be empty.
     *
     * @param by who
     * @param reason why
     */
    public record Signature(String by, String reason) {}

    /**
     * Adds a plan.
     *
     * @throws UnusableInputException if it cannot be meant
     */
    public Plan add(Wish wish, Signature signature) {
        require(wish, List.of());
        return append(wish, new Plan.Version(ids.get(), ids.get(), 1), Plan.Standing.IN_FORCE, signature);
    }

    /**
     * Supersedes a plan; the due day moves at once.
     *
     * @param known the version the person saw
     * @throws UnusableInputException if it cannot be meant, lacks a reason, or somebody else was faster
     */
    public Plan change(Plan known, Wish wish, Signature signature) {
        requireReason(signature, "changed");
        require(wish, known.subject().configurationIds());
        return append(wish, next(known), Plan.Standing.IN_FORCE, signature);
    }

    /**
     * Ends a plan; its history stays.
     *
     * @param known the version the person saw
     * @throws UnusableInputException if it lacks a reason, is ended already, or somebody else was faster
     */
    public Plan end(Plan known, Signature signature) {
        requireReason(signature, "ended");
        if (!known.inForce()) {
            throw new UnusableInputException(
                    "Plan " + known.version().code() + " is ended already; nothing was changed.");
        }
        Wish same = new Wish(known.subject(), known.rhythm(), known.work());
        return append(same, next(known), Plan.Standing.ENDED, signature);
    }

    /**
     * Says that a check counts for plans, or does not.
     *
     * @throws UnusableInputException without a reason
     */
    public Counting count(UUID checkId, boolean counts, Signature signature) {
        if (signature.reason().isBlank()) {
            throw new UnusableInputException("Say why the check counts or does not; the reason is kept with it.");
        }
        requireShort(signature);
        Counting counting = new Counting(
                ids.get(),
                checkId,
                counts,
                clock.instant(),
                signature.by().strip(),
                signature.reason().strip());
        schedule.append(counting);
        return counting;
    }

    private Plan.Version next(Plan known) {
        return new Plan.Version(
                ids.get(), known.version().planId(), known.version().number() + 1);
    }

    private Plan append(Wish wish, Plan.Version version, Plan.Standing standing, Signature signature) {
        requireShort(signature);
        Plan plan = new Plan(
                version,
                wish.subject(),
                wish.rhythm(),
                wish.work(),
                new Plan.Entry(
                        standing,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        signature.by().strip(),
                        signature.reason().strip()));
        schedule.append(plan);
        return plan;
    }

    private static void requireReason(Signature signature, String what) {
        if (signature.reason().isBlank()) {
            throw new UnusableInputException("Say why the plan is " + what + "; the reason is kept with it.");
        }
    }

    private static void requireShort(Signature signature) {
        if (signature.by().length() > LONGEST_NAME || signature.reason().length() > LONGEST_TEXT) {
            throw new UnusableInputException("A name has at most " + LONGEST_NAME + " and a reason at most "
                    + LONGEST_TEXT + " characters; shorten them.");
        }
    }

    private static void requireWork(Plan.Work work) {
        if (work.minutes() < 0 || work.minutes() > MOST_MINUTES) {
            throw new UnusableInputException("The work of a check takes 0 to " + MOST_MINUTES + " minutes, but "
                    + work.minutes() + " were given.");
        }
        if (work.assignedTo().length() > LONGEST_NAME) {
            throw new UnusableInputException("The name a plan is assigned to has at most " + LONGEST_NAME
                    + " characters, but has " + work.assignedTo().length() + ".");
        }
    }

    private void require(Wish wish, List<UUID> planned) {
        requirePaths(wish.subject(), planned);
        requireDistinctWindows(wish);
        requireWork(wish.work());
    }

    /** A light path that was retired after it was planned may stay: nothing is due on it, and it may come back. */
    private void requirePaths(Plan.Subject subject, List<UUID> planned) {
        Set<UUID> retired = instruments.retired().keySet();
        List<UUID> known = instruments.configurations(subject.instrumentId()).stream()
                .map(Configuration::id)
                .filter(id -> planned.contains(id) || !retired.contains(id))
                .toList();
        if (!known.containsAll(subject.configurationIds())) {
            throw new UnusableInputException(
                    "A light path of the plan is none of the instrument's, or retired; choose from those it uses.");
        }
        if (new HashSet<>(subject.configurationIds()).size()
                != subject.configurationIds().size()) {
            throw new UnusableInputException("A light path stands twice in the plan; name each once.");
        }
    }

    private static void requireDistinctWindows(Wish wish) {
        Turn turn = new Turn(0, wish.subject().configurationIds().size());
        Window window = wish.rhythm().window();
        if (!(wish.rhythm() instanceof Rhythm.Recurring recurring)) {
            return;
        }
        List<LocalDate> days = planned(recurring, turn);
        if (days.isEmpty()) {
            throw Recurrence.refused(recurring.rule().rule(), "no day from " + recurring.start() + " on is one of it");
        }
        for (int i = 1; i < days.size(); i++) {
            if (!window.opens(days.get(i)).isAfter(window.closes(days.get(i - 1)))) {
                throw new UnusableInputException(
                        "The windows of two due days overlap: " + days.get(i - 1) + " is in time"
                                + " until " + window.closes(days.get(i - 1)) + ", and " + days.get(i) + " from "
                                + window.opens(days.get(i)) + " on; allow fewer days before or after.");
            }
        }
    }

    private static List<LocalDate> planned(Rhythm.Recurring recurring, Turn turn) {
        try {
            return recurring.rule().days(recurring.start(), turn, recurring.start(), LOOKED_AT);
        } catch (IllegalArgumentException never) {
            return List.of();
        }
    }
}
