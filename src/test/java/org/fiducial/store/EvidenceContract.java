package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.status.Finding;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.Known;
import org.fiducial.facility.status.ProtocolEvidence;
import org.fiducial.facility.status.Validity;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Value;
import org.junit.jupiter.api.Test;

/** What a record promises of the few checks a state rests on, and of parts of lists: the same as all of them say. */
abstract class EvidenceContract extends LineContract {

    private static final int CHECKS = 70;
    private static final Duration STEP = Duration.ofHours(12);

    private static final Validity VALIDITY = new Validity() {
        @Override
        public Instant holdsUntil(CheckSummary check) {
            return check.measuredAt().plus(Duration.ofDays(6));
        }

        @Override
        public boolean speaksFor(ProtocolReference protocol, Component.Kind kind) {
            return protocol.id().equals("psf-beads") && kind == Component.Kind.OBJECTIVE;
        }
    };

    private final List<Configuration> paths = new ArrayList<>();
    private final List<Check> made = new ArrayList<>();

    @Test
    void fewChecksGiveTheSameStateAsAllOfThemAtAnyTime() throws IOException {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        Instrument stand = stand();
        history(stand, random);
        Doubts doubts = Doubts.of(store.kit(), store.checks());
        Set<UUID> doubtful = doubts.all().stream()
                .filter(Doubt::isDoubtful)
                .map(doubt -> doubt.use().check().id())
                .collect(Collectors.toSet());
        List<CheckSummary> all = store.checks().ofInstrument(stand.id());
        List<LoggedEvent> events = store.events().ofInstrument(stand.id());
        assertThat(doubtful).as("seed %d", seed).isNotEmpty();
        assertThat(all).anyMatch(CheckSummary::isVoid);

        List<Instant> times = Stream.concat(
                        all.stream().map(CheckSummary::measuredAt),
                        random.longs(60, -800, 800).mapToObj(hours -> SampleRecord.NOW.plus(Duration.ofHours(hours))))
                .toList();
        for (Instant at : times) {
            List<CheckSummary> few = store.checks().evidence(stand.id(), at, doubtful);
            assertThat(few.size()).isLessThanOrEqualTo(paths.size() * 2 * 4);
            assertThat(InstrumentState.of(new Known(paths, few, events, doubts), at, VALIDITY))
                    .as("state at %s, seed %d", at, seed)
                    .isEqualTo(InstrumentState.of(new Known(paths, all, events, doubts), at, VALIDITY));
            Set<UUID> some = few.stream().map(CheckSummary::id).collect(Collectors.toSet());
            assertThat(store.reviews().since(stand.id(), at, some))
                    .as("words after %s, seed %d", at, seed)
                    .isEqualTo(store.reviews().since(stand.id(), at).stream()
                            .filter(word -> some.contains(word.check().id())
                                    || word.review().decision() == Review.Decision.VOID)
                            .toList());
        }
    }

    @Test
    void fewChecksSayTheSameOfATimeAsAllOfThemAtEveryMomentOfIt() throws IOException {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        Instrument stand = stand();
        history(stand, random);
        Doubts doubts = Doubts.of(store.kit(), store.checks());
        List<Configuration> alike = paths.subList(0, 2);
        Set<UUID> ids = alike.stream().map(Configuration::id).collect(Collectors.toSet());
        List<CheckSummary> all = store.checks().ofInstrument(stand.id()).stream()
                .filter(check -> ids.contains(check.configurationId()))
                .toList();
        List<LoggedEvent> events = store.events().ofInstrument(stand.id());

        for (int i = 0; i < 40; i++) {
            Instant from = time(random);
            Instant to = from.plus(STEP.multipliedBy(random.nextInt(20)));
            List<CheckSummary> few =
                    store.checks().around(stand.id(), new Checks.Around(ids, from, to), doubts.doubtful(stand.id()));
            assertThat(few)
                    .as("seed %d, time %d", seed, i)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(all);
            for (Instant at = from; !at.isAfter(to); at = at.plus(STEP.dividedBy(2))) {
                assertThat(findings(new Known(alike, few, events, doubts), at))
                        .as("at %s of %s to %s, seed %d", at, from, to, seed)
                        .isEqualTo(findings(new Known(alike, all, events, doubts), at));
            }
        }
    }

    private List<Finding> findings(Known known, Instant at) {
        return ProtocolEvidence.of(known, paths.get(0), VALIDITY).stream()
                .map(each -> each.at(at, VALIDITY))
                .toList();
    }

    @Test
    void partsOfAListAndSeriesAreThoseOfAllChecks() throws IOException {
        Random random = new Random(7);
        Instrument stand = stand();
        history(stand, random);
        List<CheckSummary> all = store.checks().ofInstrument(stand.id());
        UUID path = paths.get(0).id();
        CheckList.Filter filter = new CheckList.Filter(
                Optional.of(path),
                Optional.of("psf-beads"),
                Optional.of(VerdictLevel.PASS),
                Optional.of(CheckReason.SCHEDULED),
                Optional.of(SampleRecord.NOW),
                Optional.empty());

        assertThat(store.checks().list(stand.id(), CheckList.Filter.none(), new CheckList.Part(10, 25)))
                .isEqualTo(new CheckList(all.subList(10, 35), all.size()));
        for (CheckList.Column column : CheckList.Column.values()) {
            for (boolean down : new boolean[] {false, true}) {
                CheckList.Order order = new CheckList.Order(
                        column, down, paths.stream().map(Configuration::id).toList());
                List<CheckSummary> sorted = new ArrayList<>(all);
                sorted.sort(order.comparator());
                assertThat(store.checks()
                                .list(
                                        stand.id(),
                                        CheckList.Filter.none(),
                                        new CheckList.Part(7, 60, Optional.of(order))))
                        .as("by %s, %s", column, down ? "down" : "up")
                        .isEqualTo(new CheckList(sorted.subList(7, Math.min(67, all.size())), all.size()));
            }
        }
        List<CheckSummary> alike = all.stream().filter(filter::accepts).toList();
        assertThat(store.checks().list(stand.id(), filter, new CheckList.Part(1, 2)))
                .isEqualTo(new CheckList(alike.stream().skip(1).limit(2).toList(), alike.size()));
        assertThat(store.checks()
                        .list(record.lsm().id(), filter, new CheckList.Part(0, 5))
                        .total())
                .as("a light path of another instrument")
                .isZero();
        for (Check check : made) {
            List<CheckSummary> series = all.stream()
                    .filter(CheckList.Filter.of(
                            check.configurationId(),
                            check.result().provenance().protocol().id())::accepts)
                    .sorted(Comparator.comparing(CheckSummary::measuredAt).thenComparing(CheckSummary::id))
                    .toList();
            int at = series.stream().map(CheckSummary::id).toList().indexOf(check.id());
            assertThat(store.checks().beside(stand.id(), check))
                    .isEqualTo(Stream.of(at - 1, at + 1)
                            .filter(i -> i >= 0 && i < series.size())
                            .map(series::get)
                            .toList());
        }
        SeriesQuery newest = new SeriesQuery(stand.id(), path, "psf-beads", Set.of("psf.fwhm.x"), 30);
        assertThat(store.checks().voided(newest).stream()
                        .map(SeriesPoint::checkId)
                        .collect(Collectors.toSet()))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(CheckList.Filter.of(path, "psf-beads")::accepts)
                        .limit(30)
                        .filter(CheckSummary::isVoid)
                        .map(CheckSummary::id)
                        .collect(Collectors.toSet()));
        assertThat(store.checks().series(new SeriesQuery(stand.id(), path, "psf-beads", Set.of("psf.fwhm.x"), 5)))
                .extracting(
                        SeriesPoint::checkId, point -> point.measurement().key().statistic())
                .isEqualTo(all.stream()
                        .filter(CheckList.Filter.of(path, "psf-beads")::accepts)
                        .filter(check -> !check.isVoid())
                        .limit(5)
                        .sorted(Comparator.comparing(CheckSummary::measuredAt).thenComparing(CheckSummary::id))
                        .flatMap(check ->
                                Stream.of(tuple(check.id(), Statistic.MEDIAN), tuple(check.id(), Statistic.SD)))
                        .toList());
    }

    /** Each read takes two connections where it asks while it reads; half of the pool's users then wait for the others. */
    @Test
    void manyReadersAtOnceNeverWaitForEachOther() throws InterruptedException {
        UUID account = record.addAccount(store).version().accountId();
        ExecutorService readers = Executors.newFixedThreadPool(32);
        AtomicInteger read = new AtomicInteger();

        for (int i = 0; i < 640; i++) {
            readers.execute(() -> store.accounts().byId(account).ifPresent(unused -> read.incrementAndGet()));
        }
        readers.shutdown();

        assertThat(readers.awaitTermination(25, TimeUnit.SECONDS)).isTrue();
        assertThat(read).hasValue(640);
    }

    private Instrument stand() {
        Instrument stand = record.instrument("stand", "Stand");
        List<Component> objectives = List.of(part(Component.Kind.OBJECTIVE), part(Component.Kind.OBJECTIVE));
        for (int i = 0; i < 3; i++) {
            paths.add(new Configuration(
                    record.ids().get(),
                    stand.id(),
                    "path-" + i,
                    "Path " + i,
                    List.of(objectives.get(i / 2), part(Component.Kind.LINE)),
                    new TreeMap<>()));
        }
        store.instruments().add(stand, paths);
        new SampleKit(record, store).addArtefact();
        return stand;
    }

    private Component part(Component.Kind kind) {
        return new Component(record.ids().get(), kind, "A part", Make.unknown(), new TreeMap<>());
    }

    private void history(Instrument stand, Random random) throws IOException {
        Path input = record.file("any.tif", "pixels");
        for (int i = 0; i < CHECKS; i++) {
            Check check = check(random, input);
            store.checks().append(check, List.of(input));
            made.add(check);
            for (int word = random.nextInt(8); word < 2; word++) {
                store.reviews().add(review(check, random));
            }
        }
        for (int i = 0; i < 6; i++) {
            event(stand, random);
        }
    }

    private Instant time(Random random) {
        return SampleRecord.NOW.plus(STEP.multipliedBy(random.nextInt(80) - 60L));
    }

    private Check check(Random random, Path input) throws IOException {
        ProtocolReference protocol = new ProtocolReference(
                random.nextBoolean() ? "psf-beads" : "field-illumination", random.nextInt(5) == 0 ? "1.1" : "1.0");
        VerdictLevel level = any(VerdictLevel.values(), random);
        double fwhmUm = level == VerdictLevel.FAIL ? 0.5 : level == VerdictLevel.WARNING ? 0.35 : 0.2;
        AnalysisResult plain = SampleRecord.result(List.of(input), fwhmUm);
        Provenance from = plain.provenance();
        List<Parameter> parameters = new ArrayList<>(from.parameters());
        if (random.nextInt(4) == 0) {
            parameters.add(new Parameter(ParameterName.of("artefact"), new Value.Text("ps-1"), Origin.GIVEN));
        }
        AnalysisResult result = new AnalysisResult(
                new Provenance(protocol, from.module(), from.software(), from.inputs(), parameters),
                plain.measurements(),
                List.of(),
                List.of(),
                List.of());
        return new Check(
                record.ids().get(),
                paths.get(random.nextInt(paths.size())).id(),
                new Check.Occasion(
                        CheckReason.SCHEDULED,
                        new CheckTimes(time(random), SampleRecord.NOW, Optional.empty(), ZoneOffset.UTC),
                        "Ada Müller",
                        ""),
                result,
                new LimitSet("chosen", List.of(limit(level))).judge(result));
    }

    private static DefaultLimit limit(VerdictLevel level) {
        boolean nothing = level == VerdictLevel.NOT_EVALUATED;
        return new DefaultLimit(
                nothing ? "psf.no_such" : "psf.fwhm.x",
                Statistic.MEDIAN,
                List.of(),
                new Bounds(OptionalDouble.empty(), OptionalDouble.of(0.3)),
                new Bounds(OptionalDouble.empty(), OptionalDouble.of(0.4)),
                "Chosen for this test.");
    }

    private Review review(Check check, Random random) {
        Review.Decision decision = any(Review.Decision.values(), random);
        Instant at = SampleRecord.NOW.plus(STEP.multipliedBy(random.nextInt(3)));
        return new Review(record.ids().get(), check.id(), decision, "as it looked", "Grace Hopper", at);
    }

    private void event(Instrument stand, Random random) {
        List<UUID> parts = random.nextBoolean()
                ? List.of()
                : List.of(paths.get(random.nextInt(paths.size()))
                        .components()
                        .get(random.nextInt(2))
                        .id());
        Event.Kind kind = any(Event.Kind.values(), random);
        Event.Effect effect = any(Event.Effect.values(), random);
        Instant at = time(random);
        Event event = new Event(
                record.ids().get(),
                stand.id(),
                kind,
                at,
                new Event.Report("Something.", parts, effect, Loss.none()),
                new Event.Entry("Ada Müller", SampleRecord.NOW, ZoneOffset.UTC));
        store.events().add(event);
        if (random.nextBoolean()) {
            store.events()
                    .add(new FollowUp(
                            record.ids().get(),
                            event.id(),
                            random.nextInt(4) == 0 ? FollowUp.Step.WITHDRAWN : FollowUp.Step.RESOLVED,
                            at.plus(Duration.ofDays(2)),
                            new FollowUp.Account("Done.", Loss.none()),
                            event.entry()));
        }
    }

    private static <T> T any(T[] of, Random random) {
        return List.of(of).get(random.nextInt(of.length));
    }
}
