package org.fiducial.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * The form of the tables. An older form is brought up to date, after a copy of the database was put aside; a newer one is
 * refused.
 */
final class Schema {

    /** Where the migrations lie in the jar: those of every database, and what each spells in its own way. */
    private static final String COMMON = "classpath:schemas/sql/common";

    private static final String OF_SQLITE = "classpath:schemas/sql/sqlite";
    private static final String OF_POSTGRESQL = "classpath:schemas/sql/postgresql";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Database database;
    private final Path backups;
    private final Clock clock;
    private final Flyway flyway;

    Schema(Database database, Path backups, Clock clock, List<String> more) {
        this.database = database;
        this.backups = backups;
        this.clock = clock;
        List<String> locations = new ArrayList<>(List.of(COMMON, database.isSqlite() ? OF_SQLITE : OF_POSTGRESQL));
        locations.addAll(more);
        this.flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database.source())
                .locations(locations.toArray(String[]::new))
                .cleanDisabled(true)
                .load();
    }

    /**
     * Makes the tables, or brings them up to date.
     *
     * @return the copy of the older database, where there was one
     * @throws UnusableInputException if the database is of a newer version, of another program, or was altered
     */
    Optional<Path> bringUpToDate() {
        try {
            Optional<MigrationInfo> current = Optional.ofNullable(flyway.info().current());
            refuseNewer(current);
            boolean older = current.isPresent() && flyway.info().pending().length > 0;
            Optional<Path> copy =
                    older && database.isSqlite() ? Optional.of(putAside(current.get())) : Optional.empty();
            flyway.migrate();
            return copy;
        } catch (FlywayException e) {
            throw new UnusableInputException(
                    "The database " + database.address() + " is no sound record of Fiducial (" + Database.firstLine(e)
                            + "); restore it from a backup or name another.",
                    e);
        }
    }

    private void refuseNewer(Optional<MigrationInfo> current) {
        boolean newer = Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
        if (newer) {
            throw new UnusableInputException("The database " + database.address()
                    + " was written by a newer version of Fiducial (its tables have version "
                    + current.map(info -> String.valueOf(info.getVersion())).orElse("unknown")
                    + "); update this program to open it.");
        }
    }

    private Path putAside(MigrationInfo current) {
        Path copy = backups.resolve("fiducial-v" + current.getVersion() + "-" + STAMP.format(clock.instant()) + ".db");
        try {
            Files.createDirectories(backups);
            Files.deleteIfExists(copy);
            try (Connection connection = database.source().getConnection();
                    PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
                statement.setString(1, copy.toAbsolutePath().toString());
                statement.execute();
            }
            return copy;
        } catch (IOException | SQLException e) {
            throw new UnusableInputException(
                    "The database " + database.address() + " is of an older version and cannot be copied to '" + copy
                            + "' before it is brought up to date; check space and permissions.",
                    e);
        }
    }
}
