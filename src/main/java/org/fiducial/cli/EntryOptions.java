package org.fiducial.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Loss;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** When something happened, who says it, and what it cost. */
final class EntryOptions {

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When, for instance 2026-03-12 or 2026-03-12T14:30; without it, now.")
    private Optional<String> at = Optional.empty();

    @Mixin
    private AuthorOption who = new AuthorOption();

    @Option(names = "--lost", paramLabel = "MINUTES", description = "Minutes the instrument could not be used.")
    private int lostMinutes;

    @Option(names = "--expense", paramLabel = "AMOUNT", description = "What was paid, for instance 1200.50EUR.")
    private Optional<String> expense = Optional.empty();

    /** When it happened; not in the future. */
    Instant at(FacilityRecord record, Rooms rooms) {
        Instant now = rooms.clock().instant();
        Instant told = at.map(text -> GivenTime.past(text, record.instruments().zone(), now))
                .orElse(now);
        if (told.isAfter(now)) {
            throw new UnusableCommandException("'" + at.orElse("") + "' lies in the future; an event is entered when it"
                    + " has happened, what is to come as 'expected'.");
        }
        return told;
    }

    /** A time that may lie in the future. */
    Instant announced(FacilityRecord record) {
        return at.map(text -> GivenTime.moment(text, record.instruments().zone()))
                .orElseThrow(() -> new UnusableCommandException(
                        "When the end is expected is missing; give it, for instance with --at 2026-03-24."));
    }

    Event.Entry signature(FacilityRecord record, Rooms rooms) {
        return new Event.Entry(
                who.by(), rooms.clock().instant(), record.instruments().zone());
    }

    Loss loss() {
        if (lostMinutes < 0) {
            throw new UnusableCommandException("--lost takes minutes from 0 on, but " + lostMinutes + " was given.");
        }
        return new Loss(Duration.ofMinutes(lostMinutes), expense.map(EntryOptions::expense));
    }

    private static Loss.Expense expense(String text) {
        if (!text.matches("\\d{1,12}(\\.\\d{1,2})?[A-Z]{3}")) {
            throw new UnusableCommandException(
                    "An expense is written with its currency, for instance 1200.50EUR, but '" + text + "' was given.");
        }
        int end = text.length() - 3;
        try {
            return new Loss.Expense(new BigDecimal(text.substring(0, end)), Currency.getInstance(text.substring(end)));
        } catch (IllegalArgumentException e) {
            throw new UnusableCommandException(
                    "'" + text.substring(end) + "' is no currency; give its code, for instance EUR or USD.", e);
        }
    }
}
