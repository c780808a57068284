package org.fiducial.store;

import java.nio.file.Path;
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
    private static final String COMMON = "schemas/sql/common";

    private static final String OF_SQLITE = "schemas/sql/sqlite";
    private static final String OF_POSTGRESQL = "schemas/sql/postgresql";

    private final Database database;
    private final Backup backup;
    private final List<String> folders;

    /**
     * The form of the tables of a database.
     *
     * @param more folders of the class path with further migrations
     */
    Schema(Database database, Backup backup, List<String> more) {
        this.database = database;
        this.backup = backup;
        this.folders = new ArrayList<>(List.of(COMMON, database.isSqlite() ? OF_SQLITE : OF_POSTGRESQL));
        this.folders.addAll(more);
    }

    /**
     * Makes the tables, or brings them up to date.
     *
     * @return the copy of the older database, where there was one
     * @throws UnusableInputException if the database is of a newer version, of another program, or was altered
     */
    Optional<Path> bringUpToDate() {
        return Migrations.in(folders).areAllIn(database) ? Optional.empty() : migrate();
    }

    private Optional<Path> migrate() {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database.source())
                .locations(folders.stream().map(folder -> "classpath:" + folder).toArray(String[]::new))
                .cleanDisabled(true)
                .load();
        try {
            Optional<MigrationInfo> current = Optional.ofNullable(flyway.info().current());
            refuseNewer(flyway, current);
            // What is only made again, such as an index, changes no row and needs no copy.
            boolean older = current.isPresent()
                    && Arrays.stream(flyway.info().pending()).anyMatch(MigrationInfo::isVersioned);
            Optional<Path> copy =
                    older ? Optional.of(backup.make(String.valueOf(current.get().getVersion()))) : Optional.empty();
            flyway.migrate();
            return copy;
        } catch (FlywayException e) {
            throw new UnusableInputException(
                    "The database " + database.address() + " is no sound record of Fiducial (" + Database.firstLine(e)
                            + "); restore it from a backup or name another.",
                    e);
        }
    }

    private void refuseNewer(Flyway flyway, Optional<MigrationInfo> current) {
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
}
