package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That migrations are left out only where none is missing. */
class MigrationsTest {

    private static final List<String> OWN = List.of("schemas/sql/common", "schemas/sql/sqlite");

    private Path file;

    @BeforeEach
    void makeRecord(@TempDir Path folder) {
        SampleRecord record = new SampleRecord(folder, Optional.empty());
        record.open().close();
        file = record.data().resolve("fiducial.db");
    }

    @Test
    void knowsARecordOfThisVersion() {
        assertThat(areAllIn(OWN)).isTrue();
    }

    @Test
    void missesALaterMigration() {
        assertThat(areAllIn(List.of(OWN.get(0), OWN.get(1), "org/fiducial/store/later")))
                .isFalse();
    }

    @Test
    void knowsNothingWithoutMigrations() {
        assertThat(areAllIn(List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set checksum = checksum + 1 where version = '1'",
                "update flyway_schema_history set checksum = null where version is null",
                "update flyway_schema_history set success = 0 where version = '1'",
                "update flyway_schema_history set script = 'V2__another.sql' where version = '1'",
                "insert into flyway_schema_history select 99, '9999', description, type, 'V9999__newer.sql', checksum,"
                        + " installed_by, installed_on, execution_time, success from flyway_schema_history limit 1",
                "delete from flyway_schema_history where version is null",
                "delete from flyway_schema_history",
                "drop table flyway_schema_history"
            })
    void asksFlywayWhereverTheHistoryDiffers(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }

        assertThat(areAllIn(OWN)).isFalse();
    }

    private boolean areAllIn(List<String> folders) {
        try (Database database = Database.sqlite(file)) {
            return Migrations.in(folders).areAllIn(database);
        }
    }
}
