package org.fiducial.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Event.Effect;
import org.fiducial.facility.service.Event.Kind;
import org.fiducial.facility.service.Events;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.FollowUp.Step;
import org.fiducial.facility.service.Loss;

/** What happened to the microscopes of the demonstration between their checks; one fault is still open. */
final class DemoEvents {

    private static final LocalTime MORNING = LocalTime.of(8, 15);
    private static final List<String> LASERS = List.of("405 nm", "488 nm", "561 nm", "640 nm");
    private static final List<String> VIOLET = List.of("405 nm");
    private static final Currency EURO = Currency.getInstance("EUR");

    private final Events events;
    private final Instruments instruments;
    private final Function<Clock, Supplier<UUID>> ids;
    private final LocalDate lastDay;
    private final ZoneId zone;

    DemoEvents(
            Events events,
            Instruments instruments,
            Function<Clock, Supplier<UUID>> ids,
            LocalDate lastDay,
            ZoneId zone) {
        this.events = events;
        this.instruments = instruments;
        this.ids = ids;
        this.lastDay = lastDay;
        this.zone = zone;
    }

    /** Work of a morning; without effect on the use once it is done. */
    private record Work(Microscope microscope, int day, Kind kind, String what, List<String> parts, int euros) {}

    private static final List<Work> WORK = List.of(
            new Work(Microscope.CONFOCAL, 421, Kind.REALIGNMENT, "Coupling into the fibre realigned.", LASERS, 0),
            new Work(Microscope.CONFOCAL, 393, Kind.SERVICE, "Table of the AOTF at 405 nm measured anew.", VIOLET, 0),
            new Work(
                    Microscope.WIDEFIELD,
                    331,
                    Kind.EXCHANGE,
                    "Light guide replaced and aligned.",
                    List.of("LED 470 nm", "LED 555 nm"),
                    480),
            new Work(Microscope.CONFOCAL, 257, Kind.CLEANING, "End of the fibre inspected and cleaned.", LASERS, 0),
            new Work(
                    Microscope.WIDEFIELD,
                    199,
                    Kind.REALIGNMENT,
                    "Correction collar found loose; set at the bead slide and tightened.",
                    List.of("60x/1.20 water, correction collar"),
                    0),
            new Work(
                    Microscope.CONFOCAL,
                    139,
                    Kind.EXCHANGE,
                    "561 nm laser replaced; the new one is stronger by a fifth.",
                    List.of("561 nm"),
                    11_900));

    /** Enters what was not entered yet. */
    void make() {
        if (instruments.all().stream()
                .anyMatch(instrument -> !events.ofInstrument(instrument.id()).isEmpty())) {
            return;
        }
        WORK.forEach(this::work);
        crashedObjective();
        looseCube();
        hotColumn();
    }

    private void work(Work work) {
        add(
                work.microscope(),
                work.day(),
                work.kind(),
                work.what(),
                work.parts(),
                Effect.NONE,
                new Loss(Duration.ofHours(2), euros(work.euros())));
    }

    private void crashedObjective() {
        List<String> objective = List.of("63x/1.40 oil");
        Event crash = add(
                Microscope.CONFOCAL,
                181,
                Kind.FAULT,
                "The 63x hit the edge of a slide; users report comet tails since.",
                objective,
                Effect.DO_NOT_USE,
                Loss.none());
        follow(crash, 176, Step.EXPECTED, 166, "The maker sends a new objective within ten days.", 0);
        add(
                Microscope.CONFOCAL,
                167,
                Kind.EXCHANGE,
                "Objective replaced.",
                objective,
                Effect.NONE,
                new Loss(Duration.ofHours(3), euros(7_350)));
        follow(crash, 165, Step.RESOLVED, 165, "Beads are round again with the new objective.", 15 * 24);
    }

    private void looseCube() {
        List<String> cube = List.of("Red cube");
        Event shift = add(
                Microscope.WIDEFIELD,
                113,
                Kind.FAULT,
                "Red lies beside green by more than can be resolved.",
                cube,
                Effect.USABLE_WITH_CARE,
                Loss.none());
        add(
                Microscope.WIDEFIELD,
                111,
                Kind.REPAIR,
                "Seat of the red cube cleaned, the cube screwed down.",
                cube,
                Effect.NONE,
                new Loss(Duration.ofHours(1), Optional.empty()));
        follow(shift, 110, Step.RESOLVED, 110, "Measured again: the colours lie together.", 0);
    }

    private void hotColumn() {
        Event open = add(
                Microscope.SPINNING_DISK,
                6,
                Kind.FAULT,
                "The camera shows a bright column at x = 812.",
                List.of("sCMOS camera"),
                Effect.USABLE_WITH_CARE,
                Loss.none());
        follow(open, 4, Step.EXPECTED, -9, "The maker exchanges the camera at the next visit.", 0);
    }

    private Event add(
            Microscope microscope,
            int daysBeforeEnd,
            Kind kind,
            String what,
            List<String> parts,
            Effect effect,
            Loss loss) {
        Instrument instrument = instruments.bySlug(microscope.slug()).orElseThrow();
        Instant at = at(daysBeforeEnd);
        Event event = new Event(
                id(at),
                instrument.id(),
                kind,
                at,
                new Event.Report(what, ids(instrument, parts), effect, loss),
                new Event.Entry("Robin", at, zone));
        events.add(event);
        return event;
    }

    private void follow(Event event, int entered, Step step, int holds, String text, int hoursLost) {
        Instant at = at(entered);
        events.add(new FollowUp(
                id(at),
                event.id(),
                step,
                at(holds),
                new FollowUp.Account(text, new Loss(Duration.ofHours(hoursLost), Optional.empty())),
                new Event.Entry("Robin", at, zone)));
    }

    private List<UUID> ids(Instrument instrument, List<String> names) {
        return names.stream()
                .map(name -> instruments.configurations(instrument.id()).stream()
                        .flatMap(configuration -> configuration.components().stream())
                        .filter(part -> part.name().equals(name))
                        .findFirst()
                        .map(Component::id)
                        .orElseThrow())
                .toList();
    }

    private UUID id(Instant at) {
        return ids.apply(Clock.fixed(at, zone)).get();
    }

    private Instant at(int daysBeforeEnd) {
        return lastDay.minusDays(daysBeforeEnd).atTime(MORNING).atZone(zone).toInstant();
    }

    private static Optional<Loss.Expense> euros(int amount) {
        return Optional.of(amount)
                .filter(paid -> paid > 0)
                .map(paid -> new Loss.Expense(BigDecimal.valueOf(paid), EURO));
    }
}
