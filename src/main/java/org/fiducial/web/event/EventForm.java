package org.fiducial.web.event;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.FollowUp.Step;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Route;

/** Reads what was typed of an event or of what became of it. Each refusal is a sentence for who typed it. */
public final class EventForm {

    private static final int LONGEST_TEXT = 20_000;

    private final Route.Request request;
    private final Instant now;
    private final ZoneId zone;
    private final Texts texts;

    /**
     * A form as it was sent.
     *
     * @param now when it arrived
     * @param zone where the times in it are meant
     * @param texts for refusals
     */
    EventForm(Route.Request request, Instant now, ZoneId zone, Texts texts) {
        this.request = request;
        this.now = now;
        this.zone = zone;
        this.texts = texts;
    }

    Event event(UUID id, Instrument instrument, List<Component> parts) {
        Event.Kind kind = Event.Kind.of(field("kind")).orElseThrow(() -> refused("event.refused.kind"));
        Event.Effect effect = Event.Effect.of(field("effect")).orElseThrow(() -> refused("event.refused.effect"));
        if (field("what").isEmpty()) {
            throw refused("event.refused.what");
        }
        List<UUID> named = parts.stream()
                .map(Component::id)
                .filter(part -> !field("part." + part).isEmpty())
                .toList();
        return new Event(
                id, instrument.id(), kind, past(), new Event.Report(text("what"), named, effect, loss()), entry());
    }

    FollowUp followUp(UUID id, LoggedEvent logged) {
        Step step = Step.of(field("step"))
                .orElseThrow(() -> new UnusableInputException("Choose what is to be entered of it."));
        if (field("text").isEmpty() && (step == Step.NOTE || step == Step.WITHDRAWN)) {
            throw new UnusableInputException(
                    step == Step.NOTE ? "Say what was learnt." : "Say why it is withdrawn; it stays readable.");
        }
        Instant at = step == Step.EXPECTED
                ? time().orElseThrow(() -> new UnusableInputException("Say when the end is expected."))
                : past();
        return new FollowUp(id, logged.event().id(), step, at, new FollowUp.Account(text("text"), loss()), entry());
    }

    private Instant past() {
        Instant at = time().orElse(now);
        if (at.isAfter(now)) {
            throw refused("event.refused.future");
        }
        return at;
    }

    private Optional<Instant> time() {
        String typed = field("at");
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parsed(typed, zone));
        } catch (DateTimeException e) {
            throw new UnusableInputException(texts.text("event.refused.time", typed), e);
        }
    }

    /**
     * A time as browsers write it.
     *
     * @throws UnusableInputException if it is none
     */
    public static Instant time(String typed, ZoneId zone) {
        try {
            return parsed(typed, zone);
        } catch (DateTimeException e) {
            throw new UnusableInputException("A time is written 2026-03-12T14:30, but '" + typed + "' was typed.", e);
        }
    }

    private static Instant parsed(String typed, ZoneId zone) {
        return LocalDateTime.parse(typed).atZone(zone).toInstant();
    }

    private UnusableInputException refused(String key, Object... arguments) {
        return new UnusableInputException(texts.text(key, arguments));
    }

    private Loss loss() {
        String lost = field("lost");
        if (!lost.matches("(\\d{1,5}([.,]\\d{1,2})?)?")) {
            throw refused("event.refused.lost", lost);
        }
        long minutes = lost.isEmpty()
                ? 0
                : new BigDecimal(lost.replace(',', '.'))
                        .multiply(BigDecimal.valueOf(60))
                        .longValue();
        return new Loss(Duration.ofMinutes(minutes), expense());
    }

    private Optional<Loss.Expense> expense() {
        String amount = field("expense");
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        if (!amount.matches("\\d{1,12}([.,]\\d{1,2})?")) {
            throw refused("event.refused.expense", amount);
        }
        try {
            return Optional.of(new Loss.Expense(
                    new BigDecimal(amount.replace(',', '.')), Currency.getInstance(field("currency"))));
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(texts.text("event.refused.currency", field("currency")), e);
        }
    }

    private Event.Entry entry() {
        return new Event.Entry(field("by"), now, zone);
    }

    private String text(String name) {
        String typed = field(name);
        if (typed.length() > LONGEST_TEXT) {
            throw refused("event.refused.long", typed.length(), LONGEST_TEXT);
        }
        return typed;
    }

    private String field(String name) {
        return request.form(name).strip();
    }
}
