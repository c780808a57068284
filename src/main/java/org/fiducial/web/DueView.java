package org.fiducial.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.report.Texts;

/**
 * When the next check of an instrument is due: the earliest of its light paths and protocols.
 *
 * @param text in words
 * @param overdue whether the day has passed, or no check was ever made
 */
public record DueView(String text, boolean overdue) {

    private static final Duration SOON = Duration.ofDays(14);

    private record PathAndProtocol(UUID configuration, String protocol) {}

    static DueView of(
            List<CheckSummary> checks,
            Instant now,
            ToIntFunction<ProtocolReference> intervalDays,
            Days days,
            Texts texts) {
        Optional<Instant> due = checks.stream()
                .collect(Collectors.toMap(
                        check -> new PathAndProtocol(
                                check.configurationId(), check.protocol().id()),
                        check -> check.measuredAt().plus(Duration.ofDays(intervalDays.applyAsInt(check.protocol()))),
                        (one, other) -> one.isAfter(other) ? one : other))
                .values()
                .stream()
                .min(Comparator.naturalOrder());
        if (due.isEmpty()) {
            return new DueView(texts.text("due.never"), true);
        }
        String day = days.of(due.get()).day();
        long away = Duration.between(now, due.get()).toDays();
        if (due.get().isBefore(now)) {
            return new DueView(texts.text("due.since", day, texts.count("days", Math.max(1, -away))), true);
        }
        return new DueView(
                due.get().isBefore(now.plus(SOON))
                        ? texts.text("due.soon", day, texts.count("days", away))
                        : texts.text("due.on", day),
                false);
    }
}
