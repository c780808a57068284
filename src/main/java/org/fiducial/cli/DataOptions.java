package org.fiducial.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fiducial.demo.DemoFolder;
import picocli.CommandLine.Option;

/** The options that say where the data live, shared by the commands that keep or read a record. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "fiducial-data",
            description = "The data folder; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("fiducial-data");

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "JDBC URL of a PostgreSQL database; without it the database is a file in the data folder.")
    private Optional<String> databaseUrl = Optional.empty();

    /**
     * Where the data live.
     *
     * @throws UnusableCommandException if the folder cannot be one or the URL is none this program knows
     */
    DataLocation location() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UnusableCommandException("Data folder '" + folder + "' is a file; give --data a folder.");
        }
        if (databaseUrl.filter(url -> !url.startsWith("jdbc:postgresql:")).isPresent()) {
            throw new UnusableCommandException("--db takes a JDBC URL of a PostgreSQL database, for instance"
                    + " jdbc:postgresql://localhost/fiducial, but '" + databaseUrl.orElseThrow() + "' was given.");
        }
        return new DataLocation(folder, databaseUrl);
    }

    /** Says so where a new record is about to be begun: the folder may be a typing error. */
    void announceNew(Rooms rooms, Terminal terminal) {
        DataLocation location = location();
        if (!rooms.holdsRecord(location)) {
            terminal.out()
                    .println("There is no record in '" + location.folder() + "' yet; a new, empty one is begun there.");
            terminal.out().flush();
        }
    }

    /** Opens a record that must be there already. */
    FacilityRecord openExisting(Rooms rooms) {
        DataLocation location = location();
        if (!rooms.holdsRecord(location)) {
            throw new UnusableCommandException("Data folder '" + folder + "' holds no record yet; begin one with"
                    + " 'fiducial instrument add FILE.yaml' or give --data another folder.");
        }
        return rooms.open(location);
    }

    /** Opens a record of real data, which a demonstration never becomes; a new record is begun where there is none. */
    FacilityRecord openReal(Rooms rooms, boolean begin) {
        DataLocation location = location();
        if (new DemoFolder(location.folder()).isMarked()) {
            throw new UnusableCommandException(
                    "Data folder '" + folder + "' holds the demonstration; give --data another folder for real data.");
        }
        return begin ? rooms.open(location) : openExisting(rooms);
    }
}
