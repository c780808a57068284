package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.fiducial.facility.check.Check;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same promises on a real PostgreSQL: the server of the address in {@code PG_URL}, whose schema {@code public} is
 * emptied, or else one that is unpacked and started for this test.
 */
class PostgresRecordIT extends VerificationContract {

    private static final String GIVEN = System.getenv("PG_URL");

    private static @Nullable EmbeddedPostgres server;

    private static String administration = "";
    private static String address = "";

    @BeforeAll
    static void startServer() {
        if (GIVEN != null) {
            address = GIVEN;
            return;
        }
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            server = started;
            administration = started.getJdbcUrl("postgres", "postgres");
            address = started.getJdbcUrl("postgres", "record");
            makeTemplate(started.getJdbcUrl("postgres", "empty"));
        } catch (IOException | IllegalStateException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("No PostgreSQL could be started, and here nothing may be skipped.", e);
            }
            abort("Skipped: no PostgreSQL could be started (" + e.getMessage() + "); name one in PG_URL.");
        }
    }

    /** Each test gets a copy of a database in which the tables are: to make them anew takes longer than most tests. */
    private static void makeTemplate(String empty) {
        execute(administration, "create database empty");
        try (Database database = Database.at(empty)) {
            Backup unused = new Backup(database, Path.of("backups"), Clock.systemUTC());
            new Schema(database, unused, List.of()).bringUpToDate();
        }
    }

    private static void execute(String where, String... statements) {
        try (Connection connection = DriverManager.getConnection(where);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new AssertionError("the test database cannot be made", e);
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    @BeforeEach
    void setUp(@TempDir Path folder) {
        if (server == null) {
            execute(address, "drop schema public cascade", "create schema public");
        } else {
            execute(
                    administration,
                    "drop database if exists record with (force)",
                    "create database record template empty");
        }
        super.setUp(folder);
    }

    @Override
    Optional<String> url() {
        return Optional.of(address);
    }

    @Test
    void keepsNoDatabaseFileInTheDataFolder() {
        assertThat(record.data().resolve("fiducial.db")).doesNotExist();
    }

    @Test
    void theCopyOfAnOlderDatabaseHoldsEveryRow() throws IOException {
        Check check = record.append(store, SampleRecord.NOW, 0.25);
        store.close();
        store = record.openAsALaterVersionWould();

        List<String> lines = lines(store.olderCopy().orElseThrow());

        assertThat(lines).filteredOn(line -> line.startsWith("audit\t")).hasSize(4);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("measurement\t"))
                .hasSameSizeAs(check.result().measurements());
        assertThat(lines)
                .filteredOn(line -> line.startsWith("qc_check\t"))
                .singleElement()
                .asString()
                .contains("\"check_id\":\"" + check.id() + "\"", "after the laser was exchanged");
        assertThat(lines).noneMatch(line -> line.startsWith("later_thing\t"));
    }

    @Test
    void knowsThatItNeedsNoMigration() {
        try (Database database = Database.at(address)) {
            assertThat(Migrations.in(List.of("schemas/sql/common", "schemas/sql/postgresql"))
                            .areAllIn(database))
                    .isTrue();
            assertThat(Migrations.in(List.of("schemas/sql/common", "schemas/sql/sqlite"))
                            .areAllIn(database))
                    .isFalse();
        }
    }

    private static List<String> lines(Path copy) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(copy))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
