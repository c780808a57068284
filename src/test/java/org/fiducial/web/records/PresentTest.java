package org.fiducial.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.LimitSetting;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.release.ReturnChecks;
import org.fiducial.facility.schedule.Counting;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Window;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.Known;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.SampleResult;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.store.Store;
import org.fiducial.store.TimeOrderedIds;
import org.fiducial.web.RecordingServer;
import org.fiducial.web.SampleAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept at hand is what the whole record says, after whatever was added and however time goes on. */
class PresentTest {

    private static final int STEPS = 90;
    private static final String PROTOCOL = "psf-beads";
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant BEGIN = Instant.parse("2026-03-12T09:30:00Z");

    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Configuration> paths = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final SteppedClock clock = new SteppedClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(1));
    private Path folder;
    private Store store;
    private Facility home;

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

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
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
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isWhatTheWholeRecordSaysAfterEveryStep() throws IOException {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        FacilityRecords kept = records();
        boolean recalled = false;
        boolean waiting = false;
        boolean asked = false;
        boolean judged = false;
        for (int step = 0; step < STEPS; step++) {
            String done = step(random);
            FacilityRecords fresh = records();
            String named = String.format(Locale.ROOT, "seed %d, step %d, %s", seed, step, done);
            assertThat(kept.toReview()).as(named).isEqualTo(fresh.toReview());
            assertThat(kept.due(kept.today())).as(named).isEqualTo(fresh.due(fresh.today()));
            assertThat(kept.doubts().all())
                    .as(named)
                    .extracting(Doubt::recall, Doubt::use, Doubt::isDoubtful)
                    .isEqualTo(fresh.doubts().all().stream()
                            .map(each ->
                                    org.assertj.core.groups.Tuple.tuple(each.recall(), each.use(), each.isDoubtful()))
                            .toList());
            recalled |= !fresh.doubts().all().isEmpty();
            waiting |= !fresh.toReview().isEmpty();
            assertThat(kept.instruments().retired())
                    .as(named)
                    .isEqualTo(store.instruments().retired());
            assertThat(kept.all()).as(named).isEqualTo(store.instruments().all());
            if (step % 4 == 3) {
                List<ReturnChecks> lacking = fresh.returns().rules().outstanding(clock.now);
                asked |= !lacking.isEmpty();
                assertThat(kept.returns().outstanding()).as(named).isEqualTo(lacking);
            }
            judged |= checks.stream().anyMatch(check -> check.judgement().overall() == VerdictLevel.PASS)
                    && checks.stream().anyMatch(check -> check.judgement().verdicts().stream()
                            .anyMatch(verdict -> verdict.because().contains("acceptance")));
            for (InstrumentNow each : kept.present()) {
                assertThat(each.state()).as(named).isEqualTo(plain(fresh, each.instrument()));
                assertKept(kept, each.instrument(), clock.now.minus(Duration.ofHours(random.nextInt(2000))), named);
            }
        }
        assertThat(recalled && waiting && asked && judged)
                .as("seed %d reaches recalls, reviews, checks after work and limits of its own", seed)
                .isTrue();
    }

    /** What is kept of an instrument is what the record says of it, today and at any time. */
    private void assertKept(FacilityRecords kept, Instrument instrument, Instant then, String named) {
        UUID id = instrument.id();
        assertThat(kept.instruments().bySlug(instrument.slug())).as(named).contains(instrument);
        assertThat(kept.instruments().configurations(id))
                .as(named)
                .isEqualTo(store.instruments().configurations(id));
        assertThat(kept.instruments().configurations(id, then))
                .as(named)
                .isEqualTo(store.instruments().configurations(id, then));
        assertThat(kept.events().ofInstrument(id))
                .as(named)
                .isEqualTo(store.events().ofInstrument(id));
        assertThat(kept.parts(instrument))
                .as(named)
                .isEqualTo(store.instruments().registry().componentsOf(id, clock.now));
        assertThat(kept.newest(instrument))
                .as(named)
                .isEqualTo(store.checks().list(id, CheckList.Filter.none(), new CheckList.Part(0, 20)));
        for (Configuration path : store.instruments().configurations(id)) {
            SeriesQuery query = new SeriesQuery(id, path.id(), "psf-beads", Set.of("psf.fwhm.x", "psf.fwhm.z"), 5);
            assertThat(kept.series(query)).as(named).isEqualTo(Series.of(records(), query));
        }
        assertThat(kept.afterWork(id))
                .as(named)
                .containsExactlyInAnyOrderElementsOf(store.checks().ofInstrument(id).stream()
                        .filter(check -> !check.isVoid())
                        .filter(check ->
                                check.reason() == CheckReason.AFTER_SERVICE || check.reason() == CheckReason.AS_LEFT)
                        .toList());
    }

    /** The state composed of all checks there are. */
    private InstrumentState plain(FacilityRecords fresh, Instrument instrument) {
        return InstrumentState.of(
                new Known(
                        store.instruments().configurations(instrument.id(), clock.instant()),
                        store.checks().ofInstrument(instrument.id()),
                        store.events().ofInstrument(instrument.id()),
                        fresh.doubts()),
                clock.instant(),
                fresh.validity(fresh.due(fresh.today())));
    }

    private FacilityRecords records() {
        return new FacilityRecords(
                new Ledgers(
                        store.instruments(),
                        new CheckRecorder.Books(store.checks(), store.kit(), store.columnMappings(), store.limits()),
                        store.schedule(),
                        store.events(),
                        store.reviews(),
                        store.moves(),
                        store.ownProtocols(),
                        SampleAccounts.accounting(store.accounts(), clock)),
                RecordingServer.catalogue(),
                clock);
    }

    private String step(Random random) throws IOException {
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
                review(random);
                return "a review";
            }
            case 6 -> {
                count(random);
                return "a counting";
            }
            case 7 -> {
                recall(random);
                return "a recall or its end";
            }
            case 12 -> {
                moveComponent(random);
                return "a move of a part";
            }
            case 13 -> {
                change(random);
                return "a change in the registry";
            }
            case 14 -> {
                limits(random);
                return "limits";
            }
            case 8 -> {
                addInstrument(instruments.size());
                return "an instrument";
            }
            default -> {
                check(random);
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
        Optional<Instant> since = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(clock.now.plus(Duration.ofHours(random.nextInt(600) - 500L)));
        int number = registry.versions(subject).size() + 2;
        registry.add(new Version(new Version.Key(ids.get(), kind, subject, number), since, before, after, entered()));
    }

    private Entered entered() {
        return new Entered("Ada", clock.now, ZURICH, "it was so");
    }

    private void check(Random random) throws IOException {
        Path input = Files.writeString(folder.resolve("beads.tif"), "pixels");
        ContentHash hash = ContentHash.of(input);
        int level = random.nextInt(5);
        AnalysisResult plain = SampleResult.of(
                List.of(SampleResult.input("beads.tif", hash.sha256(), hash.bytes())),
                level == 0 ? 0.5 : level == 1 ? 0.35 : 0.2);
        Provenance from = plain.provenance();
        List<Parameter> parameters = new ArrayList<>(from.parameters());
        if (random.nextBoolean()) {
            parameters.add(new Parameter(ParameterName.of("artefact"), new Value.Text("ps-1"), Origin.GIVEN));
        }
        AnalysisResult result = new AnalysisResult(
                new Provenance(from.protocol(), from.module(), from.software(), from.inputs(), parameters),
                plain.measurements(),
                List.of(),
                List.of(),
                List.of());
        Instant at = clock.now.plus(Duration.ofHours(random.nextInt(60 * 24) - 58L * 24));
        Configuration path = any(paths, random);
        Check check = new Check(
                ids.get(),
                path.id(),
                new Check.Occasion(
                        any(CheckReason.values(), random),
                        new CheckTimes(at, clock.now, Optional.empty(), ZURICH),
                        "Ada",
                        random.nextInt(5) == 0 ? "warm" : ""),
                result,
                limits(path, LocalDate.ofInstant(at, ZURICH)).judge(result));
        store.checks().append(check, List.of(input));
        checks.add(check);
    }

    /** Own limits in force on the day a check is made judge it, whatever came later. */
    private LimitSet limits(Configuration path, LocalDate day) {
        return new LimitSet(
                "chosen", List.of(limit()), LimitVersion.inForce(store.limits().versions(path.id(), PROTOCOL), day));
    }

    /** Limits of the facility's own, narrower or wider, for a light path, an instrument or everywhere, from some day on. */
    private void limits(Random random) {
        Configuration path = any(paths, random);
        LimitScope.Reach reach = any(LimitScope.Reach.values(), random);
        UUID scope =
                switch (reach) {
                    case CONFIGURATION -> path.id();
                    case INSTRUMENT -> path.instrumentId();
                    case EVERYWHERE -> home.id();
                };
        double high = 0.15 + random.nextInt(5) / 10.0;
        OwnLimit limit = new OwnLimit(
                "psf.fwhm.x",
                Statistic.MEDIAN,
                new Tolerance(
                        Tolerance.Kind.ABSOLUTE,
                        new Bounds(OptionalDouble.empty(), OptionalDouble.of(high)),
                        new Bounds(OptionalDouble.empty(), OptionalDouble.of(high + 0.05))),
                any(DecisionRule.values(), random));
        LocalDate from = LocalDate.ofInstant(clock.now, ZURICH).plusDays(random.nextInt(60) - 50L);
        new LimitSetting(store.limits(), clock, ids)
                .set(
                        new LimitSetting.Wish(
                                path.id(),
                                new LimitVersion.Subject(PROTOCOL, new LimitScope(reach, scope)),
                                from,
                                List.of(limit)),
                        new LimitSetting.Signature("Ada", "agreed"));
    }

    private static DefaultLimit limit() {
        return new DefaultLimit(
                "psf.fwhm.x",
                Statistic.MEDIAN,
                List.of(),
                new Bounds(OptionalDouble.empty(), OptionalDouble.of(0.3)),
                new Bounds(OptionalDouble.empty(), OptionalDouble.of(0.4)),
                "Chosen for this test.");
    }

    private void review(Random random) {
        if (!checks.isEmpty()) {
            Review.Decision decision = any(Review.Decision.values(), random);
            UUID check = checks.get(random.nextInt(checks.size())).id();
            store.reviews().add(new Review(ids.get(), check, decision, "as it looked", "Grace", clock.now));
        }
    }

    private void count(Random random) {
        if (!checks.isEmpty()) {
            UUID check = checks.get(random.nextInt(checks.size())).id();
            store.schedule().append(new Counting(ids.get(), check, random.nextBoolean(), clock.now, "Grace", "agreed"));
        }
    }

    private void event(Random random) {
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

    private void recall(Random random) {
        Optional<Recall> held =
                store.kit().recalls().stream().filter(Recall::holds).findFirst();
        if (held.isPresent() && random.nextBoolean()) {
            store.kit()
                    .withdraw(new Recall.Withdrawal(
                            ids.get(), held.get().id(), "It was fine.", new Recall.Entry("Ada", clock.now, ZURICH)));
            return;
        }
        store.kit()
                .add(new Recall(
                        ids.get(),
                        home.id(),
                        "ps-1",
                        new Recall.Period(clock.now.minus(Duration.ofDays(10L + random.nextInt(40))), Optional.empty()),
                        new Recall.Fault("dropped", OptionalDouble.empty()),
                        new Recall.Entry("Ada", clock.now, ZURICH),
                        Optional.empty()));
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static <T> T any(T[] of, Random random) {
        return List.of(of).get(random.nextInt(of.length));
    }
}
