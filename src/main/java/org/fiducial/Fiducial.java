package org.fiducial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.fiducial.cli.Commands;
import org.fiducial.cli.DataLocation;
import org.fiducial.cli.DrawnReport;
import org.fiducial.cli.FacilityRecord;
import org.fiducial.cli.Rooms;
import org.fiducial.cli.RunningPages;
import org.fiducial.cli.Terminal;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;

/**
 * Composition root and entry point of the application: what is built of what, floor by floor. Each room is built when a
 * command first asks for it.
 */
public final class Fiducial implements Rooms {

    private final Clock clock = Clock.systemUTC();

    private Fiducial() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(new Commands(new Fiducial(), Terminal.ofProcess()).run(arguments));
    }

    // Base

    @Override
    public SoftwareReference software() {
        Properties build = new Properties();
        try (InputStream in = Fiducial.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String commit = build.getProperty("commit", "");
        return new SoftwareReference(
                "Fiducial", build.getProperty("version"), commit.matches("[0-9a-f]+") ? commit : "unknown");
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Executor hashing() {
        return task -> {
            Thread thread = new Thread(task, "hashing");
            thread.setDaemon(true);
            thread.start();
        };
    }

    // Metrology

    @Override
    public Catalogue catalogue() {
        return new Catalogue(List.of());
    }

    @Override
    public Supplier<UUID> ids() {
        return UUID::randomUUID;
    }

    @Override
    public DrawnReport.Artist artist() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FacilityRecord open(DataLocation location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunningPages serve(FacilityRecord record, DataLocation location, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean holdsRecord(DataLocation location) {
        return false;
    }
}
