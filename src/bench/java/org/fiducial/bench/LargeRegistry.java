package org.fiducial.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Passwords;
import org.fiducial.facility.people.Role;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Window;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.Loss;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.store.Store;

/** What a large facility has beside checks: instruments, kit, plans, limits, events, and an account to sign in with. */
final class LargeRegistry {

    static final List<String> PEOPLE =
            List.of("Ada Müller", "Bo Lind", "Chen Wei", "Dana Novák", "Emil Roth", "Fay Okoro");
    static final String LOGIN = "bench";
    static final String PASSWORD = "a lamp beside the objective";
    static final int SLIDES = 20;
    static final int METERS = 4;
    static final String INPUT = "beads";
    static final long INPUT_BYTES = INPUT.length();
    static final String INPUT_HASH = LargeInput.hash(INPUT);

    private static final String AUTHOR = "Grace Hopper";

    private final Store store;
    private final SettableClock clock;
    private final Supplier<UUID> ids;
    private final LargeFacility.Size size;
    private final Facility home;
    private final Recipes recipes = new Recipes();

    LargeRegistry(Store store, SettableClock clock, Supplier<UUID> ids, LargeFacility.Size size) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.size = size;
        this.home = new Facility(ids.get(), "A large facility", LargeFacility.ZONE, Facility.Kind.HOME);
    }

    /** The facility, an account, and the kit. */
    void begin(Path data) throws IOException {
        Path shelf = Files.createDirectories(data.resolve("files").resolve(INPUT_HASH.substring(0, 2)));
        Files.write(shelf.resolve(INPUT_HASH.substring(2)), INPUT.getBytes(StandardCharsets.UTF_8));
        store.instruments().add(home);
        Accounting accounting = new Accounting(
                store.accounts(),
                new Passwords(Passwords.Cost.recommended(), new SecureRandom()),
                new Accounting.Sources(clock, ids, new SplittableRandom(size.seed())));
        accounting.change(
                accounting.begin(Accounting.holder(LOGIN, "Benchmark"), PASSWORD),
                EnumSet.allOf(Role.class),
                new Accounting.Author("Benchmark", ""));
        store.publicities()
                .add(new Publicity(
                        ids.get(),
                        new Publicity.Subject(home.id(), Optional.empty()),
                        new Publicity.Terms(Publicity.Standing.PUBLISHED, Publicity.Field.USUAL, "core@example.org"),
                        new Entry("", clock.instant(), "a large facility")));
        for (int i = 0; i < SLIDES; i++) {
            store.kit().add(slide(i), "");
        }
        for (int i = 0; i < METERS; i++) {
            meter(i);
        }
    }

    private Artefact slide(int number) {
        return new Artefact(
                ids.get(),
                home.id(),
                "ps-" + number,
                Artefact.Kind.BEAD_SLIDE_SOLID,
                new Artefact.Source("Maker", "Beads", "lot " + number),
                Optional.of(new Artefact.Diameter(175, OptionalDouble.of(5))),
                new Artefact.Life(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(size.today().plusDays(20L * number))),
                "",
                Optional.empty());
    }

    private void meter(int number) {
        MeterCalibration.Meter device = new MeterCalibration.Meter("Console", "P" + number, "Slide sensor");
        Meter meter = new Meter(ids.get(), home.id(), "pm-" + number, device);
        LocalDate calibrated = size.today().minusDays(100L * number + 30);
        store.kit()
                .add(
                        meter,
                        Optional.of(new MeterCertificate(
                                ids.get(),
                                meter.id(),
                                clock.instant(),
                                new MeterCalibration(
                                        device,
                                        new MeterCalibration.Certificate(
                                                "C-" + number, "Lab", calibrated, Optional.of(calibrated.plusYears(1))),
                                        2,
                                        List.of(new MeterCalibration.Point(488, 1.01, 3, OptionalDouble.empty()))))),
                        "");
    }

    /** An instrument with ten light paths, and a weekly plan for each. */
    LargeInstrument add(int number, SplittableRandom random) {
        Instrument instrument = new Instrument(
                ids.get(),
                home.id(),
                "scope-" + number,
                "Microscope " + number,
                new Make("Maker", "Model " + number % 7, "S" + number),
                "Room " + (1 + number / 8) + "." + number % 8);
        List<LargeInstrument.Path> paths = new ArrayList<>();
        Map<String, Component> parts = new HashMap<>();
        for (Recipes.Planned planned : recipes.all()) {
            paths.add(LargeInstrument.Path.of(
                    configuration(instrument, planned, parts), planned.recipe(), size.weeks(), random));
        }
        store.instruments()
                .add(
                        instrument,
                        paths.stream().map(LargeInstrument.Path::configuration).toList());
        for (int i = 0; i < paths.size(); i++) {
            plan(instrument, paths.get(i), i % 5);
        }
        return new LargeInstrument(number, instrument, paths);
    }

    private Configuration configuration(Instrument instrument, Recipes.Planned planned, Map<String, Component> parts) {
        List<Component> components = new ArrayList<>();
        planned.parts()
                .forEach((name, kind) -> components.add(parts.computeIfAbsent(
                        name,
                        unused -> new Component(
                                ids.get(),
                                kind,
                                name,
                                new Make("Maker", name, "P" + instrument.slug()),
                                kind == Component.Kind.OBJECTIVE
                                        ? new TreeMap<>(Map.of("na", "1.4", "immersion", "oil"))
                                        : new TreeMap<>()))));
        return new Configuration(
                ids.get(),
                instrument.id(),
                planned.slug(),
                planned.name(),
                components,
                new TreeMap<>(Map.of("modality", "confocal", "emission", "525nm")));
    }

    private void plan(Instrument instrument, LargeInstrument.Path path, int day) {
        LocalDate start = size.monday(0)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusDays(day);
        UUID plan = ids.get();
        store.schedule()
                .append(new Plan(
                        new Plan.Version(ids.get(), plan, 1),
                        new Plan.Subject(
                                instrument.id(),
                                path.recipe().protocol().reference().id(),
                                List.of(path.configuration().id())),
                        new Rhythm.Recurring(Recurrence.of("weekly", start), start, new Window(2, 3)),
                        new Plan.Work(20, PEOPLE.get(day)),
                        new Plan.Entry(Plan.Standing.IN_FORCE, clock.instant(), AUTHOR, "")));
    }

    /** What happened in all the years: faults and repairs, own limits, recalls. */
    void end(List<LargeInstrument> instruments) {
        for (LargeInstrument instrument : instruments) {
            for (LargeInstrument.Path path : instrument.paths()) {
                path.ill().stream()
                        .filter(week -> week == 0 || !path.isIll(week - 1))
                        .forEach(week -> fault(instrument, path, week));
            }
            if (instrument.number() % 5 == 0) {
                limits(instrument);
            }
        }
        clock.set(size.at(size.weeks() - 1, 0, 7));
        recall("ps-3", 104, 8, OptionalDouble.empty());
        recall("pm-2", 60, 10, OptionalDouble.of(-4));
    }

    private void fault(LargeInstrument instrument, LargeInstrument.Path path, int week) {
        UUID objective = path.configuration().components().get(0).id();
        Instant at = size.at(week, 0, 8);
        Event fault = event(instrument, Event.Kind.FAULT, objective, at, Event.Effect.USABLE_WITH_CARE);
        int end = path.ill().nextClearBit(week);
        if (end >= size.weeks()) {
            return;
        }
        Instant repaired = size.at(end, 0, 7);
        Event repair = event(instrument, Event.Kind.REPAIR, objective, repaired, Event.Effect.NONE);
        store.events()
                .add(new FollowUp(
                        ids.get(),
                        fault.id(),
                        FollowUp.Step.RESOLVED,
                        repaired,
                        new FollowUp.Account("Cleaned and centred.", Loss.none()),
                        repair.entry()));
    }

    private Event event(LargeInstrument instrument, Event.Kind kind, UUID part, Instant at, Event.Effect effect) {
        clock.set(at);
        Event event = new Event(
                ids.get(),
                instrument.instrument().id(),
                kind,
                at,
                new Event.Report(
                        "The image of a bead is wide and leans to one side.",
                        List.of(part),
                        effect,
                        new Loss(Duration.ofHours(4), Optional.empty())),
                new Event.Entry(AUTHOR, at, LargeFacility.ZONE));
        store.events().add(event);
        return event;
    }

    private void limits(LargeInstrument instrument) {
        Configuration path = instrument.paths().get(0).configuration();
        Bounds warning = new Bounds(OptionalDouble.empty(), OptionalDouble.of(1.35));
        Bounds fail = new Bounds(OptionalDouble.empty(), OptionalDouble.of(1.5));
        for (int version = 1; version <= 3; version++) {
            store.limits()
                    .add(new LimitVersion(
                            ids.get(),
                            new LimitVersion.Subject(
                                    "psf-beads", new LimitScope(LimitScope.Reach.CONFIGURATION, path.id())),
                            version,
                            size.today().minusYears(4L - version),
                            new LimitVersion.Terms(
                                    List.of(new OwnLimit(
                                            "psf.ratio_theory.x",
                                            Statistic.MEDIAN,
                                            new Tolerance(Tolerance.Kind.ABSOLUTE, warning, fail),
                                            DecisionRule.SIMPLE)),
                                    Optional.empty()),
                            new Entry(AUTHOR, clock.instant(), "as agreed")));
        }
    }

    private void recall(String slug, int weeksAgo, int weeks, OptionalDouble readsPercent) {
        if (weeksAgo > size.weeks()) {
            return;
        }
        Instant from = size.at(size.weeks() - weeksAgo, 0, 0);
        store.kit()
                .add(new Recall(
                        ids.get(),
                        home.id(),
                        slug,
                        new Recall.Period(from, Optional.of(from.plus(Duration.ofDays(7L * weeks)))),
                        new Recall.Fault("it was scratched", readsPercent),
                        new Recall.Entry(AUTHOR, clock.instant(), LargeFacility.ZONE),
                        Optional.empty()));
    }
}
