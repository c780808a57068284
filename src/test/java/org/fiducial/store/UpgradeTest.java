package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.metrology.protocol.Statistic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A record of every version of the tables that ever landed opens, is whole and can be written on. The records lie in
 * {@code test-data/records} and are never edited.
 */
class UpgradeTest {

    private static final Path RECORDS = Path.of("test-data/records");

    /** How many figures a check had when the version landed. */
    private static final List<Integer> FIGURES = List.of(5, 5, 6, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);

    /** The versions there are migrations for. */
    static List<String> versions() throws IOException {
        try (Stream<Path> migrations = Files.list(Path.of("schemas/sql/common"))) {
            return migrations
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .map(number -> "v" + number)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aRecordOfEveryVersionOpensAndGoesOn(String version, @TempDir Path folder) throws IOException, SQLException {
        SampleRecord record = new SampleRecord(folder, Optional.empty());
        restore(RECORDS.resolve(version).resolve("record.sql"), Files.createDirectories(record.data()));

        try (Store store = record.open()) {
            Instrument lsm = store.instruments().bySlug("lsm-1").orElseThrow();
            List<SeriesPoint> series = store.checks().series(lsm.id(), "psf.fwhm.x", Statistic.MEDIAN);
            assertThat(series).hasSize(1);
            Check check = store.checks().byId(series.get(0).checkId()).orElseThrow();
            assertThat(check.occasion().performedBy()).isEqualTo("Ada Müller");
            assertThat(check.result()
                            .measurements()
                            .get(0)
                            .evaluated()
                            .orElseThrow()
                            .value()
                            .value())
                    .isEqualTo(1.0 / 3);
            assertThat(check.result().items()).hasSize(2);
            int number = Integer.parseInt(version.substring(1));
            assertThat(check.result().figures()).hasSize(FIGURES.get(number - 1));
            assertThat(store.kit().meters()).hasSize(number < 2 ? 0 : 1);
            assertThat(store.columnMappings().of(check.configurationId(), "Zeit | Leistung"))
                    .matches(found -> found.isPresent() == (number >= 3), version);
            assertThat(store.schedule().plans(lsm.facilityId(), SampleRecord.NOW))
                    .hasSize(number < 4 ? 0 : 1);
            assertThat(store.events().ofInstrument(lsm.id())).hasSize(number < 5 ? 0 : number < 11 ? 1 : 2);
            assertThat(store.accounts().byLogin("ada").isPresent()).isEqualTo(number >= 6);
            assertThat(store.limits().versions(check.configurationId(), "psf-beads"))
                    .hasSize(number < 7 ? 0 : 1);
            assertThat(store.reviews().of(check.id())).hasSize(number < 7 ? 0 : 1);
            assertThat(store.kit().artefacts()).hasSize(number < 8 ? 0 : 1);
            assertThat(store.kit().recalls()).hasSize(number < 8 ? 0 : 1);
            assertThat(store.events().releases(lsm.id())).hasSize(number < 9 ? 0 : 1);
            assertThat(store.ownProtocols().all()).hasSize(number < 10 ? 0 : 1);
            assertThat(store.instruments().registry().versions(lsm.id())).hasSize(number < 11 ? 0 : 1);
            assertThat(store.instruments().registry().installations(lsm.id())).hasSize(number < 11 ? 0 : 1);
            assertThat(store.outbox().newest(9)).hasSize(number < 12 ? 0 : 1);
            assertThat(store.publicities().all()).hasSize(number < 14 ? 0 : 1);
            assertThat(store.statements().all())
                    .extracting(each -> each.statement().language().toLanguageTag())
                    .isEqualTo(number < 15 ? List.of() : number < 16 ? List.of("en") : List.of("es", "en"));
            assertThat(store.accounts().byLogin("ada").flatMap(ada -> store.accounts()
                            .wish(ada.version().accountId())))
                    .matches(found -> found.isPresent() == (number >= 13), version);
            assertThat(store.audit().faults()).isEmpty();
            assertThat(store.olderCopy().isPresent()).isEqualTo(!version.equals(newest()));

            appendAgain(store, record, check);
            assertThat(store.audit().faults()).isEmpty();
        }
    }

    private static void appendAgain(Store store, SampleRecord record, Check check) throws IOException {
        Path input = record.file("again.tif", "again");
        Check sample = record.check(SampleRecord.NOW, 0.25, List.of(input));
        store.checks()
                .append(
                        new Check(
                                record.ids().get(),
                                check.configurationId(),
                                sample.occasion(),
                                sample.result(),
                                sample.judgement()),
                        List.of(input));
    }

    private static void restore(Path dump, Path data) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("fiducial.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(Files.readString(dump));
        }
    }

    private static String newest() throws IOException {
        List<String> versions = versions();
        return versions.get(versions.size() - 1);
    }
}
