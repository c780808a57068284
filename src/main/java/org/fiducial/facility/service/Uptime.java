package org.fiducial.facility.service;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How much of a stretch of time an instrument could be used.
 *
 * <p>Definition: availability = (T − D) / T. T is the whole of the stretch that has passed and in which it was in service,
 * nights and weekends included, since nobody enters opening hours. D is the time in which at least one event said <em>do not use</em>, from when it
 * happened to when it was resolved, or to now while it is open; an event that restricts less counts for the hours entered as
 * lost, from when it happened on. What overlaps counts once; withdrawn events count for nothing. Restricted is the time in
 * which something said <em>usable with care</em> and nothing said <em>do not use</em>. Hours lost and expenses are the sums
 * of what people entered, each at the day it was entered for, and need not agree with D: an instrument that is down over
 * night loses nobody an hour.
 *
 * @param span T
 * @param down D
 * @param restricted time usable with care
 * @param entered what people entered of loss
 * @param events how many happened in the stretch or reached into it
 */
public record Uptime(Duration span, Duration down, Duration restricted, Entered entered, Events events) {

    /** Sums of what people entered: time, and money by the code of its currency. */
    public record Entered(Duration lost, Map<String, BigDecimal> expenses) {
        public Entered {
            expenses = Map.copyOf(expenses);
        }
    }

    /** How many events there were, and how many of them are open at the end of the stretch. */
    public record Events(int all, int open) {}

    /**
     * A stretch of time.
     *
     * @param from its first moment
     * @param until the moment after its last
     * @param now what lies after it has not passed and is left out
     */
    public record Stretch(Instant from, Instant until, Instant now) {
        public Stretch {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException(
                        "a stretch ends after it begins, but " + until + " is before " + from);
            }
        }

        private Instant end() {
            return until.isBefore(now) ? until : now.isBefore(from) ? from : now;
        }

        private boolean meets(Interval interval) {
            return interval.until().isAfter(from) && interval.from().isBefore(end());
        }

        private boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(end());
        }
    }

    /** A time between two moments. */
    private record Interval(Instant from, Instant until) {}

    /** The share of the time it could be used, from 0 to 1; empty where no time has passed. */
    public OptionalDouble availability() {
        return span.isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - (double) down.toMillis() / span.toMillis());
    }

    /** The uptime of an instrument by all its events. */
    public static Uptime of(List<LoggedEvent> all, ServiceLife life, Stretch stretch) {
        List<LoggedEvent> events = all.stream()
                .filter(each -> !isOver(each, stretch.from()) && !each.isWithdrawn())
                .toList();
        List<Interval> down = new ArrayList<>();
        List<Interval> any = new ArrayList<>();
        for (LoggedEvent each : events) {
            Event.Effect effect = each.event().report().effect();
            List<Interval> lasting = effect == Event.Effect.NONE
                    ? List.of()
                    : lasting(each, stretch.end()).stream()
                            .filter(stretch::meets)
                            .toList();
            if (effect == Event.Effect.DO_NOT_USE) {
                down.addAll(lasting);
            } else if (!each.timeLost().isZero()) {
                Instant at = each.event().at();
                down.add(new Interval(at, at.plus(each.timeLost())));
            }
            if (effect != Event.Effect.NONE) {
                any.addAll(lasting);
            }
        }
        List<Interval> out = outside(life, stretch.end());
        Duration away = covered(out, stretch);
        down.addAll(out);
        any.addAll(down);
        Duration unusable = covered(down, stretch);
        return new Uptime(
                Duration.between(stretch.from(), stretch.end()).minus(away),
                unusable.minus(away),
                covered(any, stretch).minus(unusable),
                entered(events, stretch),
                new Events(
                        (int) events.stream()
                                .filter(each -> reaches(each, stretch))
                                .count(),
                        (int) events.stream()
                                .filter(each -> each.isOpen(stretch.end()))
                                .count()));
    }

    /**
     * Whether all of an event lies before a moment: the event, what was entered later, the time lost by it, and its end.
     * Most events of a long history do, so this asks the cheapest question first.
     */
    private static boolean isOver(LoggedEvent logged, Instant from) {
        Instant at = logged.event().at();
        if (!at.isBefore(from)) {
            return false;
        }
        for (FollowUp each : logged.followUps()) {
            if (!each.at().isBefore(from)) {
                return false;
            }
        }
        return !at.plus(logged.timeLost()).isAfter(from) && !logged.isOpen(from);
    }

    /** When it was not in service: what happens then is nobody's loss. */
    private static List<Interval> outside(ServiceLife life, Instant end) {
        List<Interval> out = new ArrayList<>();
        out.add(new Interval(Instant.MIN, life.from().orElse(Instant.MAX)));
        life.out()
                .forEach(each -> out.add(new Interval(each.from(), each.until().orElse(end))));
        return out;
    }

    private static boolean reaches(LoggedEvent logged, Stretch stretch) {
        return stretch.holds(logged.event().at())
                || (logged.event().report().effect() != Event.Effect.NONE
                        && lasting(logged, stretch.end()).stream().anyMatch(stretch::meets));
    }

    /** When an event lasted: it may have been opened again. */
    private static List<Interval> lasting(LoggedEvent logged, Instant end) {
        List<Interval> all = new ArrayList<>();
        Instant began = logged.event().at();
        boolean open = true;
        for (FollowUp each : logged.followUps()) {
            if (each.step() == FollowUp.Step.RESOLVED && open) {
                all.add(new Interval(began, each.at()));
                open = false;
            } else if (each.step() == FollowUp.Step.REOPENED && !open) {
                began = each.at();
                open = true;
            }
        }
        if (open && began.isBefore(end)) {
            all.add(new Interval(began, end));
        }
        return all;
    }

    /** The time within the stretch that lies in at least one interval. */
    private static Duration covered(List<Interval> intervals, Stretch stretch) {
        Duration sum = Duration.ZERO;
        Instant reached = stretch.from();
        List<Interval> ascending = intervals.stream()
                .filter(stretch::meets)
                .sorted(Comparator.comparing(Interval::from))
                .toList();
        for (Interval each : ascending) {
            Instant from = each.from().isBefore(reached) ? reached : each.from();
            Instant until = each.until().isAfter(stretch.end()) ? stretch.end() : each.until();
            if (until.isAfter(from)) {
                sum = sum.plus(Duration.between(from, until));
                reached = until;
            }
        }
        return sum;
    }

    private static Entered entered(List<LoggedEvent> events, Stretch stretch) {
        Duration lost = Duration.ZERO;
        Map<String, BigDecimal> expenses = new TreeMap<>();
        for (LoggedEvent logged : events) {
            List<Loss> losses = new ArrayList<>();
            if (stretch.holds(logged.event().at())) {
                losses.add(logged.event().report().loss());
            }
            for (FollowUp each : logged.followUps()) {
                if (stretch.holds(each.at())) {
                    losses.add(each.account().loss());
                }
            }
            for (Loss loss : losses) {
                lost = lost.plus(loss.time());
                loss.expense()
                        .ifPresent(paid ->
                                expenses.merge(paid.currency().getCurrencyCode(), paid.amount(), BigDecimal::add));
            }
        }
        return new Entered(lost, expenses);
    }
}
