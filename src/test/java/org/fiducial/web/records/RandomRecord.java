package org.fiducial.web.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Window;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.store.Store;
import org.fiducial.store.TimeOrderedIds;

/** A record to which something is added step by step, at random but by a seed: the same seed makes the same record. */
final class RandomRecord implements AutoCloseable {

    static final String PROTOCOL = "psf-beads";
    static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant BEGIN = Instant.parse("2026-03-12T09:30:00Z");

    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Configuration> paths = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final SteppedClock clock = new SteppedClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(1));
    private final Facility home;
    private final Store store;
    private final RandomChecks checks;

    private static final class SteppedClock extends Clock {

        private Instant now = BEGIN;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    RandomRecord(Path temporary) {
        store = Store.open(temporary.resolve("data"), Optional.empty(), new Store.Sources(clock, ids));
        home = new Facility(ids.get(), "Imaging Core", ZURICH, Facility.Kind.HOME);
        store.instruments().add(home);
        for (int i = 0; i < 3; i++) {
            addInstrument(i);
        }
        store.kit()
                .add(
                        new Artefact(
                                ids.get(),
                                home.id(),
                                "ps-1",
                                Artefact.Kind.BEAD_SLIDE_SOLID,
                                new Artefact.Source("Maker", "Beads", "1"),
                                Optional.empty(),
                                new Artefact.Life(Optional.empty(), Optional.empty(), Optional.empty()),
                                "",
                                Optional.empty()),
                        "");
        checks = new RandomChecks(this, temporary);
    }

    @Override
    public void close() {
        store.close();
    }

    Store store() {
        return store;
    }

    Clock clock() {
        return clock;
    }

    Instant now() {
        return clock.now;
    }

    UUID id() {
        return ids.get();
    }

    UUID homeId() {
        return home.id();
    }

    Configuration anyPath(Random random) {
        return any(paths, random);
    }

    List<Check> checks() {
        return checks.made();
    }

    /** Adds something, and says what. */
    String step(Random random) throws IOException {
        if (random.nextInt(3) == 0) {
            clock.now = clock.now.plus(Duration.ofHours(1L + random.nextInt(100)));
        }
        switch (random.nextInt(15)) {
            case 0 -> {
                plan(random);
                return "a plan";
            }
            case 1, 2 -> {
                event(random);
                return "an event";
            }
            case 3 -> {
                followUp(random);
                return "a follow-up";
            }
            case 4, 5 -> {
                checks.review(random);
                return "a review";
            }
            case 6 -> {
                checks.count(random);
                return "a counting";
            }
            case 7 -> {
                checks.recall(random);
                return "a recall or its end";
            }
            case 12 -> {
                moveComponent(random);
                return "a move of a part";
            }
            case 13 -> {
                if (random.nextInt(3) == 0) {
                    install(random);
                    return "software";
                }
                change(random);
                return "a change in the registry";
            }
            case 14 -> {
                checks.limits(random);
                return "limits";
            }
            case 8 -> {
                addInstrument(instruments.size());
                return "an instrument";
            }
            default -> {
                checks.check(random);
                return "a check";
            }
        }
    }

    private void addInstrument(int number) {
        Instrument instrument = new Instrument(
                ids.get(), home.id(), "scope-" + number, "Scope " + number, new Make("Maker", "Model", "1"), "");
        Component objective =
                new Component(ids.get(), Component.Kind.OBJECTIVE, "63x", Make.unknown(), new TreeMap<>());
        List<Configuration> added = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Component line = new Component(ids.get(), Component.Kind.LINE, "line", Make.unknown(), new TreeMap<>());
            added.add(new Configuration(
                    ids.get(), instrument.id(), "path-" + i, "Path " + i, List.of(objective, line), new TreeMap<>()));
        }
        store.instruments().add(instrument, added);
        instruments.add(instrument);
        paths.addAll(added);
    }

    private void moveComponent(Random random) {
        Component part = any(paths, random).components().get(random.nextInt(2));
        Move.Place place = random.nextInt(3) == 0
                ? Move.Place.off(Move.Standing.STORED)
                : Move.Place.on(any(instruments, random).id());
        Instant at = clock.now.plus(Duration.ofHours(random.nextInt(600) - 500L));
        store.instruments().registry().add(new Move(ids.get(), part.id(), place, at, entered()));
    }

    /** Another name of something, or other parts of a light path. */
    private void change(Random random) {
        Configuration path = any(paths, random);
        Version.Kind kind = any(Version.Kind.values(), random);
        UUID subject =
                switch (kind) {
                    case INSTRUMENT -> path.instrumentId();
                    case COMPONENT -> path.components().get(0).id();
                    case CONFIGURATION -> path.id();
                };
        Registry registry = store.instruments().registry();
        Fields before = registry.fields(kind, subject).orElseThrow();
        Fields after = before.with(Fields.NAME, "Name " + random.nextInt(1000));
        if (kind == Version.Kind.CONFIGURATION && random.nextInt(3) == 0) {
            after = after.with(
                    Fields.RETIRED,
                    before.text(Fields.RETIRED).isEmpty()
                            ? LocalDate.ofInstant(clock.now, ZURICH).toString()
                            : "");
        }
        if (kind == Version.Kind.CONFIGURATION && random.nextBoolean()) {
            after = after.with(
                    Fields.COMPONENTS,
                    any(paths, random).components().get(random.nextInt(2)).id().toString());
        }
        if (kind == Version.Kind.INSTRUMENT && random.nextInt(3) == 0) {
            after = after.with(
                    Fields.DECOMMISSIONED,
                    before.text(Fields.DECOMMISSIONED).isEmpty()
                            ? LocalDate.ofInstant(clock.now, ZURICH).toString()
                            : "");
        }
        Optional<Instant> since = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(clock.now.plus(Duration.ofHours(random.nextInt(600) - 500L)));
        int number = registry.versions(subject).size() + 2;
        registry.add(new Version(new Version.Key(ids.get(), kind, subject, number), since, before, after, entered()));
    }

    private void install(Random random) {
        store.instruments()
                .registry()
                .add(new Installation(
                        ids.get(),
                        new Installation.Host(any(instruments, random).id(), Optional.empty()),
                        new Installation.Release(
                                Installation.Kind.SOFTWARE, "ZEN", String.valueOf(random.nextInt(1000))),
                        clock.now.minus(Duration.ofHours(random.nextInt(500))),
                        entered()));
    }

    private Entered entered() {
        return new Entered("Ada", clock.now, ZURICH, "it was so");
    }

    void event(Random random) {
        Configuration path = paths.get(random.nextInt(paths.size()));
        Event event = new Event(
                ids.get(),
                path.instrumentId(),
                any(Event.Kind.values(), random),
                clock.now.plus(Duration.ofHours(random.nextInt(400) - 380L)),
                new Event.Report(
                        "Something.",
                        random.nextBoolean()
                                ? List.of()
                                : List.of(path.components().get(0).id()),
                        any(Event.Effect.values(), random),
                        Loss.none()),
                new Event.Entry("Ada", clock.now, ZURICH));
        store.events().add(event);
        events.add(event);
    }

    private void followUp(Random random) {
        if (events.isEmpty()) {
            return;
        }
        Event event = events.get(random.nextInt(events.size()));
        LoggedEvent logged = store.events().byId(event.id()).orElseThrow();
        FollowUp.Step step = random.nextInt(4) == 0 ? FollowUp.Step.WITHDRAWN : FollowUp.Step.RESOLVED;
        if (!logged.isWithdrawn() && logged.end().isEmpty()) {
            store.events()
                    .add(new FollowUp(
                            ids.get(),
                            event.id(),
                            step,
                            event.at().plus(Duration.ofHours(random.nextInt(300))),
                            new FollowUp.Account("Done.", Loss.none()),
                            new Event.Entry("Ada", clock.now, ZURICH)));
        }
    }

    private void plan(Random random) {
        Configuration path = paths.get(random.nextInt(paths.size()));
        LocalDate start = LocalDate.of(2026, 1, 5);
        store.schedule()
                .append(new Plan(
                        new Plan.Version(ids.get(), ids.get(), 1),
                        new Plan.Subject(path.instrumentId(), "psf-beads", List.of(path.id())),
                        new Rhythm.Recurring(Recurrence.of("weekly", start), start, new Window(2, 3)),
                        new Plan.Work(20, ""),
                        new Plan.Entry(Plan.Standing.IN_FORCE, clock.now, "Ada", "")));
    }

    static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    static <T> T any(T[] of, Random random) {
        return List.of(of).get(random.nextInt(of.length));
    }
}
