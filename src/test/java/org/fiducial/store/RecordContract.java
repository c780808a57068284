package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.ColumnMappings;
import org.fiducial.facility.check.ConfirmedColumns;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** What a record promises, whatever database holds it. */
abstract class RecordContract extends KitContract {

    @Test
    void readsBackInstrumentsAndTheirLightPathsAfterReopening() {
        store.close();
        store = record.open();

        assertThat(store.instruments().home()).contains(record.home());
        assertThat(store.instruments().facilities()).containsExactly(record.home());
        assertThat(store.instruments().all()).containsExactly(record.lsm());
        assertThat(store.instruments().bySlug("lsm-1")).contains(record.lsm());
        assertThat(store.instruments().configurations(record.lsm().id())).containsExactly(record.confocal());
        assertThat(store.instruments().configuration(record.confocal().id())).contains(record.confocal());
        assertThat(store.instruments().configuration("lsm-1/63x-oil-confocal")).contains(record.confocal());
    }

    @Test
    void saysNothingOfWhatIsNotThere() {
        assertThat(store.instruments().bySlug("lsm-2")).isEmpty();
        assertThat(store.instruments().configuration("lsm-1/other")).isEmpty();
        assertThat(store.instruments().configurations(record.ids().get())).isEmpty();
        assertThat(store.checks().byId(record.ids().get())).isEmpty();
        assertThat(store.checks().ofInstrument(record.ids().get())).isEmpty();
        assertThat(store.checks().withInput("00".repeat(32))).isEmpty();
        assertThat(store.checks().series(record.lsm().id(), "psf.fwhm.x", Statistic.MEDIAN))
                .isEmpty();
    }

    @Test
    void refusesASecondInstrumentOfTheSameSlugAndAddsNothingOfIt() {
        Instrument twin = record.instrument("lsm-1", "Another");

        assertThatThrownBy(() -> store.instruments().add(twin, List.of(record.configuration(twin, "any"))))
                .isInstanceOf(DuplicateSlugException.class)
                .hasMessageContaining("lsm-1");
        assertThat(store.instruments().all()).containsExactly(record.lsm());
        assertThat(store.instruments().configurations(twin.id())).isEmpty();
    }

    @Test
    void refusesASecondHomeAndTakesVisitedFacilities() {
        Facility visited = new Facility(record.ids().get(), "Abroad", ZoneOffset.UTC, Facility.Kind.VISITED);
        Facility second = new Facility(record.ids().get(), "Second", ZoneOffset.UTC, Facility.Kind.HOME);

        store.instruments().add(visited);

        assertThatThrownBy(() -> store.instruments().add(second))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("Institute for Light");
        assertThat(store.instruments().facilities()).containsExactly(record.home(), visited);
    }

    @Test
    void writesAComponentOfTwoLightPathsOnce() {
        Instrument scope = record.instrument("wf-1", "Widefield 1");
        Component objective = record.confocal().components().get(0);
        Configuration first = new Configuration(
                record.ids().get(), scope.id(), "first", "First", List.of(objective), new TreeMap<>());
        Configuration second = new Configuration(
                record.ids().get(), scope.id(), "second", "Second", List.of(objective), new TreeMap<>());

        store.instruments().add(scope, List.of(first, second));

        assertThat(store.instruments().configurations(scope.id())).containsExactly(first, second);
    }

    @Test
    void addsNothingOfAnInstrumentWhoseLightPathsShareAName() {
        Instrument scope = record.instrument("wf-1", "Widefield 1");

        assertThatThrownBy(() -> store.instruments()
                        .add(scope, List.of(record.configuration(scope, "same"), record.configuration(scope, "same"))))
                .isInstanceOf(UnusableInputException.class);
        assertThat(store.instruments().bySlug("wf-1")).isEmpty();
    }

    @Test
    void readsBackACheckBitForBit() throws IOException {
        Path input = record.file("beads.tif", "pixels");
        Check check = record.check(SampleRecord.NOW, 1.0 / 3, List.of(input));

        store.checks().append(check, List.of(input));
        store.close();
        store = record.open();

        assertThat(store.checks().byId(check.id())).contains(check);
        assertThat(store.checks().byId(check.id()).orElseThrow().result().figures())
                .isEqualTo(check.result().figures());
    }

    @Test
    void listsChecksNewestFirstWithTheirVerdict() throws IOException {
        Check older = record.append(store, SampleRecord.NOW.minusSeconds(86_400), 0.25);
        Check newer = record.append(store, SampleRecord.NOW, 0.55);

        assertThat(store.checks().ofInstrument(record.lsm().id()))
                .extracting(CheckSummary::id, CheckSummary::overall, CheckSummary::reason)
                .containsExactly(
                        tuple(newer.id(), VerdictLevel.FAIL, CheckReason.AFTER_SERVICE),
                        tuple(older.id(), VerdictLevel.NOT_EVALUATED, CheckReason.AFTER_SERVICE));
    }

    @Test
    void tellsOneMetricOverTimeOldestFirst() throws IOException {
        Check newer = record.append(store, SampleRecord.NOW, 0.55);
        Check older = record.append(store, SampleRecord.NOW.minusSeconds(86_400), 0.25);

        List<SeriesPoint> series = store.checks().series(record.lsm().id(), "psf.fwhm.x", Statistic.MEDIAN);

        assertThat(series).extracting(SeriesPoint::checkId).containsExactly(older.id(), newer.id());
        assertThat(series.get(1).measurement())
                .isEqualTo(newer.result().measurements().get(0));
        assertThat(series.get(1).verdict()).isEqualTo(VerdictLevel.FAIL);
        assertThat(series.get(0).measuredAt()).isEqualTo(SampleRecord.NOW.minusSeconds(86_400));
        assertThat(store.checks().series(record.lsm().id(), "psf.snr", Statistic.MEDIAN))
                .hasSize(2);
    }

    @Test
    void keepsInputsByTheirContentOnce() throws IOException {
        Path input = record.file("beads.tif", "pixels");
        Path copy = record.file("copy-of-beads.tif", "pixels");

        Check first = record.check(SampleRecord.NOW, 0.25, List.of(input));
        store.checks().append(first, List.of(input));
        store.checks().append(record.check(SampleRecord.NOW, 0.25, List.of(copy)), List.of(copy));

        String hash = first.result().provenance().inputs().get(0).sha256();
        assertThat(store.input(hash))
                .contains(record.data()
                        .resolve("files")
                        .resolve(hash.substring(0, 2))
                        .resolve(hash.substring(2)));
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
        Check check = record.check(SampleRecord.NOW, 0.25, List.of(folder));

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
        Path input = record.file("beads.tif", "pixels");
        Check check = record.check(SampleRecord.NOW, 0.25, List.of(input));
        Files.writeString(input, "other pixels");

        assertThatThrownBy(() -> store.checks().append(check, List.of(input)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("beads.tif")
                .hasMessageContaining("changed");
        assertThat(store.checks().byId(check.id())).isEmpty();
        assertThat(keptFiles()).isEmpty();
        assertThat(store.checks().ofInstrument(record.lsm().id())).isEmpty();
    }

    @Test
    void refusesACheckOfAnUnknownLightPathBeforeItCopiesAnything() throws IOException {
        Path input = record.file("beads.tif", "pixels");
        Configuration unknown = record.configuration(record.lsm(), "unknown");
        Check check = record.check(unknown, SampleRecord.NOW, SampleRecord.result(List.of(input), 0.25));

        assertThatThrownBy(() -> store.checks().append(check, List.of(input)))
                .isInstanceOf(UnusableInputException.class);
        assertThat(keptFiles()).isEmpty();
    }

    @Test
    void aFailedTransactionLeavesNoRowsAndTheFilesServeTheNextTry() throws IOException {
        Path input = record.file("beads.tif", "pixels");
        Check check = record.check(SampleRecord.NOW, 0.25, List.of(input));
        store.checks().append(check, List.of(input));
        Path second = record.file("more.tif", "more pixels");
        Check sameId = new Check(
                check.id(),
                record.confocal().id(),
                check.occasion(),
                SampleRecord.result(List.of(second), 0.3),
                check.judgement());

        assertThatThrownBy(() -> store.checks().append(sameId, List.of(second))).isInstanceOf(RuntimeException.class);

        assertThat(store.checks().byId(check.id())).contains(check);
        assertThat(store.checks().withInput(ContentHash.of(second).sha256())).isEmpty();
        assertThat(store.audit().faults()).isEmpty();
        store.checks().append(record.check(SampleRecord.NOW, 0.3, List.of(second)), List.of(second));
        assertThat(store.checks().ofInstrument(record.lsm().id())).hasSize(2);
    }

    @Test
    void keepsWhatColumnsHoldForTheWholeFacilityAndLetsTheNewestCount() {
        record.addColumns(store, "power=Leistung");
        ConfirmedColumns newest = record.addColumns(store, "time=Zeit; power=Leistung");
        store.close();
        store = record.open();

        ColumnMappings mappings = store.columnMappings();
        assertThat(mappings.of(record.confocal().id(), "Zeit | Leistung")).contains(newest);
        assertThat(mappings.of(record.confocal().id(), "Zeit | Power")).isEmpty();
        assertThat(mappings.of(record.ids().get(), "Zeit | Leistung")).isEmpty();
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void chainsEveryAdditionAndHoldsItsFormerHead() throws IOException {
        record.append(store, SampleRecord.NOW, 0.25);
        AuditTrail.Head before = store.audit().heads().get(0);
        record.append(store, SampleRecord.NOW, 0.26);
        AuditTrail.Head after = store.audit().heads().get(0);

        assertThat(before.sequence()).isEqualTo(4);
        assertThat(after.sequence()).isEqualTo(5);
        assertThat(store.audit().holds(before)).isTrue();
        assertThat(store.audit().holds(new AuditTrail.Head(record.home().id(), 4, after.hash())))
                .isFalse();
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void theDatabaseItselfRefusesToChangeACheck() throws SQLException, IOException {
        Check check = record.append(store, SampleRecord.NOW, 0.25);

        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of("update measurement set quantity = 0.2", "delete from qc_check")) {
                assertThatThrownBy(() -> statement.executeUpdate(sql))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("append-only");
            }
            statement.executeUpdate("update person set name = null");
        }
        assertThat(store.checks().byId(check.id()).orElseThrow().occasion().performedBy())
                .isEmpty();
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void putsACopyAsideBeforeItIsBroughtUpToDateAndGoesOn() throws IOException {
        Check before = record.append(store, SampleRecord.NOW, 0.25);
        store.close();

        store = record.openAsALaterVersionWould();

        assertThat(store.olderCopy().orElseThrow())
                .isRegularFile()
                .hasParent(record.data().resolve("backups"));
        assertThat(store.checks().byId(before.id())).contains(before);
        assertThat(store.audit().faults()).isEmpty();
        record.append(store, SampleRecord.NOW, 0.26);
        assertThat(store.checks().ofInstrument(record.lsm().id())).hasSize(2);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url().orElse("jdbc:sqlite:" + record.data().resolve("fiducial.db")));
    }

    @Test
    void twoOpenRecordsWriteAtOnceAndLoseNothing() throws Exception {
        int each = 12;
        try (Store other = record.open()) {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                Future<List<UUID>> ours = pool.submit(appending(store, "a", each));
                Future<List<UUID>> theirs = pool.submit(appending(other, "b", each));
                assertThat(ours.get()).hasSize(each);
                assertThat(theirs.get()).hasSize(each);
            } finally {
                pool.shutdownNow();
            }
            assertThat(other.checks().ofInstrument(record.lsm().id())).hasSize(2 * each);
            assertThat(store.audit().heads().get(0).sequence()).isEqualTo(3 + 2 * each);
            assertThat(store.audit().faults()).isEmpty();
        }
    }

    private Callable<List<UUID>> appending(Store to, String name, int count) {
        return () -> {
            List<UUID> done = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Path input = record.file(name + i + ".tif", "pixels " + i);
                Check check = record.check(SampleRecord.NOW, 0.25, List.of(input));
                to.checks().append(check, List.of(input));
                done.add(check.id());
            }
            return done;
        };
    }

    private List<Path> keptFiles() throws IOException {
        Path files = record.data().resolve("files");
        if (!Files.exists(files)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(files)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
