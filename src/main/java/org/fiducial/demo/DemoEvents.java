package org.fiducial.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Events;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.Loss;

/** What happened to the microscopes of the demonstration between their checks; some of it is still open. */
final class DemoEvents {

    private static final LocalTime MORNING = LocalTime.of(8, 15);
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final String ROBIN = "Robin";

    private final Events events;
    private final Instruments instruments;
    private final Days days;

    DemoEvents(Events events, Instruments instruments, Days days) {
        this.events = events;
        this.instruments = instruments;
        this.days = days;
    }

    /** Enters what was not entered yet. */
    void make(List<Microscope> microscopes) {
        boolean entered = instruments.all().stream()
                .anyMatch(instrument -> !events.ofInstrument(instrument.id()).isEmpty());
        if (!entered) {
            microscopes.forEach(microscope -> microscope.diary().happenings().forEach(each -> add(microscope, each)));
        }
    }

    private void add(Microscope microscope, Diary.Happening happening) {
        Instrument instrument = instruments.bySlug(microscope.slug()).orElseThrow();
        Instant at = days.at(happening.day(), MORNING);
        Supplier<UUID> ids = ids(happening.day());
        Event event = new Event(
                ids.get(),
                instrument.id(),
                happening.kind(),
                at,
                new Event.Report(
                        happening.what(),
                        ids(instrument, happening.parts()),
                        happening.effect(),
                        loss(happening.cost())),
                new Event.Entry(ROBIN, at, days.zone()));
        installed(microscope, happening, event, ids)
                .ifPresentOrElse(update -> events.add(update, List.of(event)), () -> events.add(event));
        happening.followed().forEach(followed -> follow(event, followed));
    }

    private Optional<Installation> installed(
            Microscope microscope, Diary.Happening happening, Event event, Supplier<UUID> ids) {
        return happening
                .version()
                .map(version -> new Installation(
                        ids.get(),
                        new Installation.Host(event.instrumentId(), Optional.empty()),
                        microscope.sign().software().orElseThrow().to(version),
                        event.at(),
                        new Entered(ROBIN, event.at(), days.zone(), happening.what())));
    }

    private void follow(Event event, Diary.Followed followed) {
        events.add(new FollowUp(
                ids(followed.day()).get(),
                event.id(),
                followed.step(),
                days.at(followed.holds(), MORNING),
                new FollowUp.Account(followed.text(), loss(new Diary.Cost(followed.hours(), 0))),
                new Event.Entry(ROBIN, days.at(followed.day(), MORNING), days.zone())));
    }

    private List<UUID> ids(Instrument instrument, List<String> names) {
        List<Component> parts = instruments.configurations(instrument.id()).stream()
                .flatMap(configuration -> configuration.components().stream())
                .toList();
        return names.stream()
                .map(name -> parts.stream()
                        .filter(part -> part.name().equals(name))
                        .findFirst()
                        .map(Component::id)
                        .orElseThrow(() -> new IllegalArgumentException(instrument.slug() + " has no part " + name)))
                .toList();
    }

    private Supplier<UUID> ids(int daysBeforeEnd) {
        return days.ids(days.clock(daysBeforeEnd, MORNING));
    }

    private static Loss loss(Diary.Cost cost) {
        return new Loss(
                Duration.ofHours(cost.hours()),
                Optional.of(cost.euros())
                        .filter(paid -> paid > 0)
                        .map(paid -> new Loss.Expense(BigDecimal.valueOf(paid), EURO)));
    }
}
