package org.fiducial.web.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.schedule.Due;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;

/**
 * When the next check of an instrument is due: the earliest of its plans, and where a light path and protocol have none, of
 * the interval the protocol proposes.
 *
 * @param text in words
 * @param brief in few words
 * @param millis the start of the due day, for sorting; 0 where there is none
 * @param overdue whether it is, or no check was ever made nor planned
 */
public record DueView(String text, String brief, long millis, boolean overdue) {

    private static final int SOON_DAYS = 14;

    private record PathAndProtocol(UUID configuration, String protocol) {}

    private record Day(LocalDate day, boolean overdue) {}

    /**
     * What it is told from.
     *
     * @param checks checks of the instrument, among them the newest of each light path and protocol
     * @param planned what its plans ask for
     * @param intervalDays days a protocol's check holds where nothing is planned
     */
    public record Known(List<CheckSummary> checks, List<Due> planned, ToIntFunction<ProtocolReference> intervalDays) {}

    public static DueView of(Known known, Instant now, Days days, Texts texts) {
        LocalDate today = LocalDate.ofInstant(now, days.zone());
        Optional<Day> due = Stream.concat(planned(known), unplanned(known, now, days))
                .min(Comparator.comparing((Day day) -> !day.overdue()).thenComparing(Day::day));
        if (due.isEmpty()) {
            return new DueView(texts.text("due.never"), texts.text("due.never"), 0, true);
        }
        String day = days.day(due.get().day());
        long millis = due.get().day().atStartOfDay(days.zone()).toInstant().toEpochMilli();
        long away = ChronoUnit.DAYS.between(today, due.get().day());
        if (due.get().overdue()) {
            String late = texts.count("days", Math.max(1, -away));
            return new DueView(texts.text("due.since", day, late), texts.text("due.brief.over", late), millis, true);
        }
        String text = away >= 0 && away < SOON_DAYS
                ? texts.text("due.soon", day, texts.count("days", away))
                : texts.text("due.on", day);
        return new DueView(text, day, millis, false);
    }

    private static Stream<Day> planned(Known known) {
        return known.planned().stream().map(due -> new Day(due.day(), due.standing() == Due.Standing.OVERDUE));
    }

    private static Stream<Day> unplanned(Known known, Instant now, Days days) {
        Set<PathAndProtocol> planned = known.planned().stream()
                .map(due -> new PathAndProtocol(
                        due.path().configurationId(), due.plan().subject().protocolId()))
                .collect(Collectors.toSet());
        return known.checks().stream()
                .collect(Collectors.toMap(
                        check -> new PathAndProtocol(
                                check.configurationId(), check.protocol().id()),
                        check -> check.measuredAt()
                                .plus(Duration.ofDays(known.intervalDays().applyAsInt(check.protocol()))),
                        (one, other) -> one.isAfter(other) ? one : other))
                .entrySet()
                .stream()
                .filter(entry -> !planned.contains(entry.getKey()))
                .map(entry -> new Day(
                        LocalDate.ofInstant(entry.getValue(), days.zone()),
                        entry.getValue().isBefore(now)));
    }
}
