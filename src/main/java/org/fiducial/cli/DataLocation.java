package org.fiducial.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the data of a facility live.
 *
 * @param folder the data folder; input files are always kept here
 * @param databaseUrl JDBC URL of a database server; without it the database is a file in the folder
 */
public record DataLocation(Path folder, Optional<String> databaseUrl) {

    /** The database is a file in the folder. */
    static DataLocation of(Path folder) {
        return new DataLocation(folder, Optional.empty());
    }
}
