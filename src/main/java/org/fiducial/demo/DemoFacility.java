package org.fiducial.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.schedule.Schedule;
import org.fiducial.facility.service.Events;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/** Builds the demonstration facility in an opened record. What is there already is left as it is. */
public final class DemoFacility {

    private static final String NAME = "Demonstration facility";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** Files are entered on the day they were made, when the longest of them is complete. */
    private static final Duration UNTIL_ENTERED = Duration.ofMinutes(140);
    /** The meter was there before the first check. */
    private static final int REGISTERED_DAYS_BEFORE_END = 800;

    private final Instruments instruments;
    private final Checks checks;
    private final Kit kit;
    private final Schedule schedule;
    private final Events events;
    private final Workshop workshop;

    public DemoFacility(Ledgers ledgers, Workshop workshop) {
        this.instruments = ledgers.instruments();
        this.checks = ledgers.checks();
        this.kit = ledgers.kit();
        this.schedule = ledgers.schedule();
        this.events = ledgers.events();
        this.workshop = workshop;
    }

    /** The record that is filled. */
    public record Ledgers(Instruments instruments, Checks checks, Kit kit, Schedule schedule, Events events) {}

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

    /** Registers the facility and its microscopes, so that pages have something to show at once. */
    public void register(LocalDate lastDay) {
        Supplier<UUID> ids = workshop.ids()
                .apply(Clock.fixed(
                        lastDay.minusDays(REGISTERED_DAYS_BEFORE_END)
                                .atStartOfDay(ZONE)
                                .toInstant(),
                        ZONE));
        Facility home = instruments.home().orElseGet(() -> {
            Facility facility = new Facility(ids.get(), NAME, ZONE, Facility.Kind.HOME);
            instruments.add(facility);
            return facility;
        });
        for (Microscope microscope : Microscope.values()) {
            microscope.register(instruments, home.id(), ids);
        }
        DemoMeter.register(kit, home.id(), ids, lastDay, ZONE);
        new DemoPlans(schedule, instruments, workshop.ids(), lastDay, ZONE).make();
        new DemoEvents(events, instruments, workshop.ids(), lastDay, ZONE).make();
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
        List<PlannedCheck> todo = todo(lastDay);
        try (FileSupply files = new FileSupply(todo, lastDay, ZONE, workshop.background())) {
            for (int i = 0; i < todo.size(); i++) {
                progress.throwIfCancelled();
                PlannedCheck planned = todo.get(i);
                Path file = files.take();
                Check check = record(planned, lastDay, file, progress);
                Files.delete(file);
                told.accept(new Step(i + 1, todo.size(), planned.microscope().title(), planned.day(lastDay), check));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<PlannedCheck> todo(LocalDate lastDay) {
        return Story.checks().stream()
                .filter(planned -> !isRecorded(planned, lastDay))
                .toList();
    }

    private boolean isRecorded(PlannedCheck planned, LocalDate lastDay) {
        Instant measuredAt = planned.measuredAt(lastDay, ZONE);
        return instruments.bySlug(planned.microscope().slug()).stream()
                .flatMap(instrument -> checks.ofInstrument(instrument.id()).stream())
                .anyMatch(check -> check.measuredAt().equals(measuredAt));
    }

    private Check record(PlannedCheck planned, LocalDate lastDay, Path file, Progress progress) {
        Instant measuredAt = planned.measuredAt(lastDay, ZONE);
        Clock clock = Clock.fixed(measuredAt.plus(UNTIL_ENTERED), ZONE);
        CheckRecorder recorder = new CheckRecorder(
                checks, kit, workshop.background(), clock, workshop.ids().apply(clock));
        Configuration configuration =
                instruments.configuration(planned.configurationPath()).orElseThrow();
        Catalogue.Entry protocol = workshop.catalogue().require(planned.task().protocol());
        return recorder.record(
                protocol,
                new CheckRecorder.Request(
                        configuration,
                        evidence(planned.task(), file, protocol.definition()),
                        planned.reason(),
                        Optional.of(measuredAt),
                        new CheckRecorder.Signature("Demonstration", planned.note(), ZONE)),
                progress);
    }

    private CheckRecorder.Evidence evidence(Task task, Path file, ProtocolDefinition protocol) {
        if (task instanceof Task.Power) {
            return new CheckRecorder.Evidence(
                    List.of(file), List.of(), new CheckRecorder.Tools(kit.meter(DemoMeter.SLUG), Optional.empty()));
        }
        return CheckRecorder.Evidence.of(
                List.of(file),
                task.settings().entrySet().stream()
                        .map(setting -> protocol.parse(setting.getKey(), setting.getValue(), Origin.GIVEN))
                        .toList());
    }
}
