package org.fiducial.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.ColumnMappings;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.Reviewing;
import org.fiducial.facility.check.Reviews;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.judgement.Limits;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.publication.Publicities;
import org.fiducial.facility.schedule.Schedule;
import org.fiducial.facility.service.Events;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.UnusableInputException;

/** Builds the demonstration facility in an opened record. What is there already is left as it is. */
public final class DemoFacility {

    private static final String NAME = "Demonstration facility";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** Files are entered on the day they were made, when the longest of them is complete. */
    private static final Duration UNTIL_ENTERED = Duration.ofMinutes(140);
    /** The meter was there before the first check. */
    private static final int REGISTERED_DAYS_BEFORE_END = 1_170;

    private static final int PUBLISHED_DAYS_BEFORE_END = 400;
    private static final int REVIEWED_AFTER_DAYS = 2;

    private final Ledgers ledgers;
    private final Workshop workshop;
    private final Story story = Story.read();

    public DemoFacility(Ledgers ledgers, Workshop workshop) {
        this.ledgers = ledgers;
        this.workshop = workshop;
    }

    /** The record that is filled: what is measured with, what was measured, and what people do about it. */
    public record Ledgers(Instruments instruments, Checks checks, Kit kit, Rounds rounds, Publicities publicities) {}

    /** What people plan, agree on, say and see happen. */
    public record Rounds(Schedule schedule, Events events, Limits limits, Reviews reviews) {}

    /**
     * What the demonstration is made with.
     *
     * @param catalogue the protocols and their modules, the ones a user's files take
     * @param background where files are hashed and the next file is simulated meanwhile
     * @param ids makes identifiers by a clock
     */
    public record Workshop(Catalogue catalogue, Executor background, Function<Clock, Supplier<UUID>> ids) {}

    /** How far the building is: said after each check. */
    public record Step(int done, int of, String microscope, LocalDate day, Check check) {

        /** The protocol it was done by. */
        public String protocol() {
            return check.result().provenance().protocol().id();
        }
    }

    /**
     * Registers the facility and its microscopes, so that pages have something to show at once.
     *
     * @throws UnusableInputException if the record holds the story of another version
     */
    public void register(LocalDate lastDay) {
        Days days = days(lastDay);
        Supplier<UUID> ids = days.ids(days.clock(REGISTERED_DAYS_BEFORE_END, LocalTime.MIDNIGHT));
        Facility home = ledgers.instruments().home().orElseGet(() -> {
            Facility facility = new Facility(ids.get(), NAME, ZONE, Facility.Kind.HOME);
            ledgers.instruments().add(facility);
            return facility;
        });
        Entered entered = new Entered("", days.at(REGISTERED_DAYS_BEFORE_END, LocalTime.MIDNIGHT), ZONE, "");
        story.microscopes().forEach(microscope -> microscope.register(ledgers.instruments(), home.id(), ids, entered));
        requireThisStory();
        DemoMeter.register(ledgers.kit(), home.id(), ids, days);
        DemoSlides.register(ledgers.kit(), home.id(), ids, days);
        Rounds rounds = ledgers.rounds();
        new DemoPlans(rounds.schedule(), ledgers.instruments(), days).make(story.microscopes());
        new DemoPublicity(ledgers.publicities(), ledgers.instruments(), days).make(home, PUBLISHED_DAYS_BEFORE_END);
        new DemoEvents(rounds.events(), ledgers.instruments(), days).make(story.microscopes());
    }

    private void requireThisStory() {
        Optional<String> unknown = story.checks().stream()
                .map(PlannedCheck::configurationPath)
                .distinct()
                .filter(path -> ledgers.instruments().configuration(path).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            throw new UnusableInputException(
                    "This folder holds the demonstration of another version of Fiducial, without" + " the light path "
                            + unknown.get() + "; delete the folder, or name a new one with --data.");
        }
    }

    private Days days(LocalDate lastDay) {
        return new Days(lastDay, ZONE, workshop.ids());
    }

    /** How many checks of the story are still to be made. */
    public int missing(LocalDate lastDay) {
        return todo(lastDay).size();
    }

    /**
     * Makes the checks that are missing, oldest first.
     *
     * @param lastDay the day the story ends on
     * @param progress asked whether to stop
     * @param told after each check
     */
    public void build(LocalDate lastDay, Progress progress, Consumer<Step> told) {
        build(todo(lastDay), lastDay, progress, told);
    }

    /** Makes those of the missing checks that are wanted. */
    void build(Predicate<PlannedCheck> wanted, LocalDate lastDay, Progress progress, Consumer<Step> told) {
        build(todo(lastDay).stream().filter(wanted).toList(), lastDay, progress, told);
    }

    private void build(List<PlannedCheck> todo, LocalDate lastDay, Progress progress, Consumer<Step> told) {
        Rounds rounds = ledgers.rounds();
        DemoLimits limits = new DemoLimits(
                rounds.limits(), ledgers.checks(), rounds.reviews(), ledgers.instruments(), days(lastDay));
        try (FileSupply files = new FileSupply(todo, lastDay, ZONE, workshop.background())) {
            for (int i = 0; i < todo.size(); i++) {
                progress.throwIfCancelled();
                PlannedCheck planned = todo.get(i);
                limits.makeBefore(planned.daysBeforeEnd(), story.microscopes());
                Optional<Path> file = files.take();
                Check check = record(planned, lastDay, file, progress);
                review(planned, check, lastDay);
                if (file.isPresent()) {
                    Files.delete(file.get());
                }
                told.accept(new Step(i + 1, todo.size(), planned.microscope().title(), planned.day(lastDay), check));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<PlannedCheck> todo(LocalDate lastDay) {
        Map<Microscope, Set<Instant>> recorded = new HashMap<>();
        story.microscopes().forEach(microscope -> recorded.put(microscope, recorded(microscope)));
        return story.checks().stream()
                .filter(planned -> !recorded.getOrDefault(planned.microscope(), Set.of())
                        .contains(planned.measuredAt(lastDay, ZONE)))
                .toList();
    }

    private Set<Instant> recorded(Microscope microscope) {
        return ledgers.instruments().bySlug(microscope.slug()).stream()
                .flatMap(instrument -> ledgers.checks().ofInstrument(instrument.id()).stream())
                .map(CheckSummary::measuredAt)
                .collect(Collectors.toSet());
    }

    private Check record(PlannedCheck planned, LocalDate lastDay, Optional<Path> file, Progress progress) {
        Instant measuredAt = planned.measuredAt(lastDay, ZONE);
        Clock clock = Clock.fixed(measuredAt.plus(UNTIL_ENTERED), ZONE);
        CheckRecorder recorder = new CheckRecorder(
                new CheckRecorder.Books(
                        ledgers.checks(),
                        ledgers.kit(),
                        ColumnMappings.none(),
                        ledgers.rounds().limits()),
                workshop.background(),
                clock,
                workshop.ids().apply(clock));
        Configuration configuration =
                ledgers.instruments().configuration(planned.configurationPath()).orElseThrow();
        Catalogue.Entry protocol = workshop.catalogue().require(planned.task().protocol());
        return recorder.record(
                protocol,
                new CheckRecorder.Request(
                        configuration,
                        evidence(planned, file, protocol.definition()),
                        planned.reason(),
                        Optional.of(measuredAt),
                        new CheckRecorder.Signature(performer(planned), planned.note(), ZONE)),
                progress);
    }

    private static String performer(PlannedCheck planned) {
        return planned.task() instanceof Task.Power || planned.task() instanceof Task.Entered ? "Robin" : "Kim";
    }

    private CheckRecorder.Evidence evidence(PlannedCheck planned, Optional<Path> file, ProtocolDefinition protocol) {
        Task task = planned.task();
        boolean metered = task instanceof Task.Power;
        return new CheckRecorder.Evidence(
                file.stream().toList(),
                task.settings().entrySet().stream()
                        .map(setting -> protocol.parse(setting.getKey(), setting.getValue(), Origin.GIVEN))
                        .toList(),
                new CheckRecorder.Tools(
                        metered ? ledgers.kit().meter(DemoMeter.SLUG) : Optional.empty(),
                        DemoSlides.of(task.protocol(), planned.daysBeforeEnd()).flatMap(ledgers.kit()::artefact)));
    }

    /** What is not clean by itself was looked at two days later, but for the newest. */
    private void review(PlannedCheck planned, Check check, LocalDate lastDay) {
        boolean clean = check.judgement().overall() == VerdictLevel.PASS
                && planned.note().isEmpty();
        int day = planned.daysBeforeEnd() - REVIEWED_AFTER_DAYS;
        if (clean || planned.visit().waits() || day < 0) {
            return;
        }
        Days days = days(lastDay);
        Clock clock = days.clock(day, LocalTime.NOON);
        new Reviewing(
                        new Reviewing.Ledgers(ledgers.checks(), ledgers.rounds().reviews(), ledgers.instruments()),
                        clock,
                        days.ids(clock))
                .decide(check.id(), Review.Decision.APPROVED, new Reviewing.Signature("Sasha", ""));
    }
}
