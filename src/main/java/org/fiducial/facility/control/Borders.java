package org.fiducial.facility.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.trend.Mark;

/**
 * What stands beside a series, and what of it splits the series.
 *
 * <ul>
 *   <li>Service, repair, exchange, realignment and a move of the instrument split; faults, cleaning and software updates are
 *       shown only: they are frequent, and a change of level near one is found by itself.
 *   <li>The time of work is often entered as the day alone. A check as found on its day comes before it, one as left after it.
 *   <li>A check after work that nobody entered splits by itself.
 *   <li>Another version of a protocol, a slide, a lot or a meter splits where the first check was made with it; going back to a known
 *       one does not, so that two slides in turn do not leave single points. Two protocols may measure the same metric in turn.
 *   <li>An accepted baseline splits at the first of its checks.
 * </ul>
 *
 * @param readings those that count, oldest first
 */
record Borders(List<Reading> readings, Happened happened) {

    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        happened.events().forEach(event -> marks.add(mark(event)));
        unentered(marks).forEach(marks::add);
        readings.stream()
                .map(reading -> reading.protocol().id())
                .distinct()
                .forEach(protocol -> firsts(
                        reading -> Optional.of(reading.protocol())
                                .filter(each -> each.id().equals(protocol))
                                .map(Object::toString),
                        Mark.Kind.PROTOCOL_VERSION,
                        marks));
        firsts(Reading::kit, Mark.Kind.ARTEFACT, marks);
        happened.baselines().forEach(baseline -> first(baseline)
                .ifPresent(at -> marks.add(new Mark(at, Mark.Kind.BASELINE, Integer.toString(baseline.number())))));
        return marks.stream().sorted(Comparator.comparing(Mark::at)).toList();
    }

    private Mark mark(Event event) {
        boolean splits = splits(event.kind());
        return new Mark(
                splits ? effective(event.at()) : event.at(),
                splits ? Mark.Kind.WORK : Mark.Kind.NOTE,
                event.report().what());
    }

    private static boolean splits(Event.Kind kind) {
        return switch (kind) {
            case SERVICE, REPAIR, EXCHANGE, REALIGNMENT, MOVE -> true;
            case FAULT, CLEANING, SOFTWARE_UPDATE -> false;
        };
    }

    /** Behind the last check as found and not behind the first as left of its day. */
    private Instant effective(Instant entered) {
        LocalDate day = day(entered);
        Instant at = entered;
        for (Reading reading : readings) {
            if (!day(reading.at()).equals(day)) {
                continue;
            }
            if (reading.isAfterWork() && reading.at().isBefore(at)) {
                return reading.at();
            }
            if (reading.reason() == CheckReason.AS_FOUND && !reading.at().isBefore(at)) {
                at = reading.at().plusMillis(1);
            }
        }
        return at;
    }

    /** Checks after work without an entry of work since the check before. */
    private List<Mark> unentered(List<Mark> entered) {
        List<Mark> found = new ArrayList<>();
        for (int i = 1; i < readings.size(); i++) {
            Reading before = readings.get(i - 1);
            Reading reading = readings.get(i);
            boolean continued = before.isAfterWork() && day(before.at()).equals(day(reading.at()));
            if (reading.isAfterWork()
                    && !continued
                    && entered.stream().noneMatch(mark -> isWorkBetween(mark, before.at(), reading.at()))) {
                found.add(new Mark(reading.at(), Mark.Kind.WORK, ""));
            }
        }
        return found;
    }

    private static boolean isWorkBetween(Mark mark, Instant after, Instant until) {
        return mark.kind() == Mark.Kind.WORK
                && mark.at().isAfter(after)
                && !mark.at().isAfter(until);
    }

    private void firsts(Function<Reading, Optional<String>> name, Mark.Kind kind, List<Mark> marks) {
        Set<String> known = new HashSet<>();
        for (Reading reading : readings) {
            Optional<String> found = name.apply(reading);
            if (found.isPresent() && known.add(found.get()) && known.size() > 1) {
                marks.add(new Mark(reading.at(), kind, found.get()));
            }
        }
    }

    private Optional<Instant> first(Baseline baseline) {
        return readings.stream()
                .filter(reading -> baseline.sample().checks().contains(reading.checkId()))
                .map(Reading::at)
                .findFirst();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, happened.zone());
    }
}
