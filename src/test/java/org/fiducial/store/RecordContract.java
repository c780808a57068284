package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.SampleResult;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a record promises, whatever database holds it. */
abstract class RecordContract {

    static final Instant NOW = Instant.parse("2026-03-12T09:30:00.123Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final long SEED = 20_260_312;
    private static final LimitSet LIMITS = new LimitSet(
            "psf-beads@1.0 defaults", List.of(limit("psf.fwhm.x", 0.30, 0.40), limit("psf.snr", 0.30, 0.40)));

    final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    final TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(NOW, ZoneOffset.UTC), random);
    final Store.Sources sources = new Store.Sources(Clock.fixed(NOW, ZoneOffset.UTC), ids);
    final Facility home = new Facility(ids.get(), "Institute for Light", BERLIN, Facility.Kind.HOME);
    final Instrument lsm = instrument("lsm-1", "LSM 1");
    final Configuration confocal = configuration(lsm, "63x-oil-confocal");

    Path temporary;
    Store store;

    /** The database the record of this test is in; empty for the file in the data folder. */
    abstract Optional<String> url();

    Path data() {
        return temporary.resolve("data");
    }

    Store open() {
        return Store.open(data(), url(), sources);
    }

    @BeforeEach
    void setUp(@TempDir Path folder) {
        temporary = folder;
        store = open();
        store.instruments().add(home);
        store.instruments().add(lsm, List.of(confocal));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void readsBackInstrumentsAndTheirLightPathsAfterReopening() {
        store.close();
        store = open();

        assertThat(store.instruments().home()).contains(home);
        assertThat(store.instruments().facilities()).containsExactly(home);
        assertThat(store.instruments().all()).containsExactly(lsm);
        assertThat(store.instruments().bySlug("lsm-1")).contains(lsm);
        assertThat(store.instruments().configurations(lsm.id())).containsExactly(confocal);
        assertThat(store.instruments().configuration(confocal.id())).contains(confocal);
        assertThat(store.instruments().configuration("lsm-1/63x-oil-confocal")).contains(confocal);
    }

    @Test
    void saysNothingOfWhatIsNotThere() {
        assertThat(store.instruments().bySlug("lsm-2")).isEmpty();
        assertThat(store.instruments().configuration("lsm-1/other")).isEmpty();
        assertThat(store.instruments().configurations(ids.get())).isEmpty();
        assertThat(store.checks().byId(ids.get())).isEmpty();
        assertThat(store.checks().ofInstrument(ids.get())).isEmpty();
        assertThat(store.checks().withInput("00".repeat(32))).isEmpty();
        assertThat(store.checks().series(lsm.id(), "psf.fwhm.x", Statistic.MEDIAN))
                .isEmpty();
    }

    @Test
    void refusesASecondInstrumentOfTheSameSlugAndAddsNothingOfIt() {
        Instrument twin = instrument("lsm-1", "Another");

        assertThatThrownBy(() -> store.instruments().add(twin, List.of(configuration(twin, "any"))))
                .isInstanceOf(DuplicateSlugException.class)
                .hasMessageContaining("lsm-1");
        assertThat(store.instruments().all()).containsExactly(lsm);
        assertThat(store.instruments().configurations(twin.id())).isEmpty();
    }

    @Test
    void refusesASecondHomeAndTakesVisitedFacilities() {
        Facility visited = new Facility(ids.get(), "Abroad", ZoneOffset.UTC, Facility.Kind.VISITED);
        Facility second = new Facility(ids.get(), "Second", BERLIN, Facility.Kind.HOME);

        store.instruments().add(visited);

        assertThatThrownBy(() -> store.instruments().add(second))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("Institute for Light");
        assertThat(store.instruments().facilities()).containsExactly(home, visited);
    }

    @Test
    void writesAComponentOfTwoLightPathsOnce() {
        Instrument scope = instrument("wf-1", "Widefield 1");
        Component objective = confocal.components().get(0);
        Configuration first =
                new Configuration(ids.get(), scope.id(), "first", "First", List.of(objective), new TreeMap<>());
        Configuration second =
                new Configuration(ids.get(), scope.id(), "second", "Second", List.of(objective), new TreeMap<>());

        store.instruments().add(scope, List.of(first, second));

        assertThat(store.instruments().configurations(scope.id())).containsExactly(first, second);
    }

    @Test
    void addsNothingOfAnInstrumentWhoseLightPathsShareAName() {
        Instrument scope = instrument("wf-1", "Widefield 1");

        assertThatThrownBy(() -> store.instruments()
                        .add(scope, List.of(configuration(scope, "same"), configuration(scope, "same"))))
                .isInstanceOf(UnusableInputException.class);
        assertThat(store.instruments().bySlug("wf-1")).isEmpty();
    }

    @Test
    void readsBackACheckBitForBit() throws IOException {
        Path input = file("beads.tif", "pixels");
        Check check = check(NOW, 1.0 / 3, List.of(input));

        store.checks().append(check, List.of(input));
        store.close();
        store = open();

        assertThat(store.checks().byId(check.id())).contains(check);
        assertThat(store.checks().byId(check.id()).orElseThrow().result().figures())
                .isEqualTo(check.result().figures());
    }

    @Test
    void listsChecksNewestFirstWithTheirVerdict() throws IOException {
        Check older = append(NOW.minusSeconds(86_400), 0.25);
        Check newer = append(NOW, 0.55);

        assertThat(store.checks().ofInstrument(lsm.id()))
                .extracting(CheckSummary::id, CheckSummary::overall, CheckSummary::reason)
                .containsExactly(
                        tuple(newer.id(), VerdictLevel.FAIL, CheckReason.AFTER_SERVICE),
                        tuple(older.id(), VerdictLevel.NOT_EVALUATED, CheckReason.AFTER_SERVICE));
    }

    @Test
    void tellsOneMetricOverTimeOldestFirst() throws IOException {
        Check newer = append(NOW, 0.55);
        Check older = append(NOW.minusSeconds(86_400), 0.25);

        List<SeriesPoint> series = store.checks().series(lsm.id(), "psf.fwhm.x", Statistic.MEDIAN);

        assertThat(series).extracting(SeriesPoint::checkId).containsExactly(older.id(), newer.id());
        assertThat(series.get(1).measurement())
                .isEqualTo(newer.result().measurements().get(0));
        assertThat(series.get(1).verdict()).isEqualTo(VerdictLevel.FAIL);
        assertThat(series.get(0).measuredAt()).isEqualTo(NOW.minusSeconds(86_400));
        assertThat(store.checks().series(lsm.id(), "psf.snr", Statistic.MEDIAN)).hasSize(2);
    }

    @Test
    void keepsInputsByTheirContentOnce() throws IOException {
        Path input = file("beads.tif", "pixels");
        Path copy = file("copy-of-beads.tif", "pixels");

        Check first = check(NOW, 0.25, List.of(input));
        store.checks().append(first, List.of(input));
        store.checks().append(check(NOW, 0.25, List.of(copy)), List.of(copy));

        String hash = first.result().provenance().inputs().get(0).sha256();
        assertThat(store.input(hash))
                .contains(data().resolve("files").resolve(hash.substring(0, 2)).resolve(hash.substring(2)));
        assertThat(store.input(hash).orElseThrow()).hasSameTextualContentAs(input);
        assertThat(keptFiles()).hasSize(1);
        assertThat(store.checks().withInput(hash)).isPresent();
    }

    @Test
    void keepsAFolderAsTheListItsHashIsMadeOf() throws IOException {
        Path zarr = Files.createDirectories(temporary.resolve("beads.zarr/0/0"));
        Files.writeString(zarr.resolve("0"), "chunk");
        Files.writeString(zarr.resolve("1"), "chunk");
        Files.writeString(temporary.resolve("beads.zarr/zarr.json"), "{}");
        Path folder = temporary.resolve("beads.zarr");
        Check check = check(NOW, 0.25, List.of(folder));

        store.checks().append(check, List.of(folder));

        String hash = check.result().provenance().inputs().get(0).sha256();
        Path list = store.input(hash).orElseThrow();
        assertThat(ContentHash.of(list).sha256()).isEqualTo(hash);
        assertThat(Files.readAllLines(list)).hasSize(3).allSatisfy(line -> assertThat(
                        store.input(line.substring(0, 64)))
                .isPresent());
    }

    @Test
    void storesNothingWhenAnInputChangedSinceItsAnalysis() throws IOException {
        Path input = file("beads.tif", "pixels");
        Check check = check(NOW, 0.25, List.of(input));
        Files.writeString(input, "other pixels");

        assertThatThrownBy(() -> store.checks().append(check, List.of(input)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("beads.tif")
                .hasMessageContaining("changed");
        assertThat(store.checks().byId(check.id())).isEmpty();
        assertThat(keptFiles()).isEmpty();
        assertThat(store.checks().ofInstrument(lsm.id())).isEmpty();
    }

    @Test
    void refusesACheckOfAnUnknownLightPathBeforeItCopiesAnything() throws IOException {
        Path input = file("beads.tif", "pixels");
        Configuration unknown = configuration(lsm, "unknown");
        Check check = check(unknown, NOW, result(List.of(input), 0.25));

        assertThatThrownBy(() -> store.checks().append(check, List.of(input)))
                .isInstanceOf(UnusableInputException.class);
        assertThat(keptFiles()).isEmpty();
    }

    @Test
    void aFailedTransactionLeavesNoRowsAndTheFilesServeTheNextTry() throws IOException {
        Path input = file("beads.tif", "pixels");
        Check check = check(NOW, 0.25, List.of(input));
        store.checks().append(check, List.of(input));
        Path second = file("more.tif", "more pixels");
        Check sameId =
                new Check(check.id(), confocal.id(), check.occasion(), result(List.of(second), 0.3), check.judgement());

        assertThatThrownBy(() -> store.checks().append(sameId, List.of(second))).isInstanceOf(RuntimeException.class);

        assertThat(store.checks().byId(check.id())).contains(check);
        assertThat(store.checks().withInput(ContentHash.of(second).sha256())).isEmpty();
        assertThat(store.audit().faults()).isEmpty();
        store.checks().append(check(NOW, 0.3, List.of(second)), List.of(second));
        assertThat(store.checks().ofInstrument(lsm.id())).hasSize(2);
    }

    @Test
    void chainsEveryAdditionAndHoldsItsFormerHead() throws IOException {
        append(NOW, 0.25);
        AuditTrail.Head before = store.audit().heads().get(0);
        append(NOW, 0.26);
        AuditTrail.Head after = store.audit().heads().get(0);

        assertThat(before.sequence()).isEqualTo(4);
        assertThat(after.sequence()).isEqualTo(5);
        assertThat(store.audit().holds(before)).isTrue();
        assertThat(store.audit().holds(new AuditTrail.Head(home.id(), 4, after.hash())))
                .isFalse();
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void twoOpenRecordsWriteAtOnceAndLoseNothing() throws Exception {
        int each = 12;
        try (Store other = open()) {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                Future<List<UUID>> ours = pool.submit(appending(store, "a", each));
                Future<List<UUID>> theirs = pool.submit(appending(other, "b", each));
                assertThat(ours.get()).hasSize(each);
                assertThat(theirs.get()).hasSize(each);
            } finally {
                pool.shutdownNow();
            }
            assertThat(other.checks().ofInstrument(lsm.id())).hasSize(2 * each);
            assertThat(store.audit().heads().get(0).sequence()).isEqualTo(3 + 2 * each);
            assertThat(store.audit().faults()).isEmpty();
        }
    }

    private Callable<List<UUID>> appending(Store to, String name, int count) {
        return () -> {
            List<UUID> done = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Path input = file(name + i + ".tif", "pixels " + i);
                Check check = check(NOW, 0.25, List.of(input));
                to.checks().append(check, List.of(input));
                done.add(check.id());
            }
            return done;
        };
    }

    Check append(Instant measuredAt, double fwhmUm) throws IOException {
        Path input = file("beads-" + fwhmUm + ".tif", "pixels of " + fwhmUm);
        Check check = check(measuredAt, fwhmUm, List.of(input));
        store.checks().append(check, List.of(input));
        return check;
    }

    Check check(Instant measuredAt, double fwhmUm, List<Path> inputs) throws IOException {
        return check(confocal, measuredAt, result(inputs, fwhmUm));
    }

    Check check(Configuration configuration, Instant measuredAt, AnalysisResult result) {
        Judgement judgement = LIMITS.judge(result);
        CheckTimes times = new CheckTimes(measuredAt, NOW, Optional.of(NOW.plusMillis(1)), BERLIN);
        return new Check(
                ids.get(),
                configuration.id(),
                new Check.Occasion(CheckReason.AFTER_SERVICE, times, "Ada Müller", "after the laser was exchanged"),
                result,
                judgement);
    }

    static AnalysisResult result(List<Path> inputs, double fwhmUm) throws IOException {
        List<InputFile> files = new ArrayList<>();
        for (Path input : inputs) {
            ContentHash hash = ContentHash.of(input);
            files.add(SampleResult.input(input.getFileName().toString(), hash.sha256(), hash.bytes()));
        }
        return SampleResult.of(files, fwhmUm);
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(temporary.resolve(name), content);
    }

    private List<Path> keptFiles() throws IOException {
        Path files = data().resolve("files");
        if (!Files.exists(files)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(files)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private Instrument instrument(String slug, String name) {
        return new Instrument(ids.get(), home.id(), slug, name, new Make("Maker", "Model", "0815"), "Room 1");
    }

    Configuration configuration(Instrument instrument, String slug) {
        Component objective = new Component(
                ids.get(),
                Component.Kind.OBJECTIVE,
                "63x/1.4 oil",
                new Make("Maker", "Plan", "42"),
                new TreeMap<>(Map.of("na", "1.4", "immersion", "oil")));
        Component source =
                new Component(ids.get(), Component.Kind.LIGHT_SOURCE, "Laser 488", Make.unknown(), new TreeMap<>());
        return new Configuration(
                ids.get(),
                instrument.id(),
                slug,
                "Confocal 488",
                List.of(objective, source),
                new TreeMap<>(Map.of("modality", "confocal", "emission.2", "600nm")));
    }

    private static DefaultLimit limit(String metric, double warning, double fail) {
        return new DefaultLimit(
                metric,
                Statistic.MEDIAN,
                List.of(),
                new Bounds(OptionalDouble.empty(), OptionalDouble.of(warning)),
                new Bounds(OptionalDouble.of(0.05), OptionalDouble.of(fail)),
                "Chosen for this test.");
    }
}
