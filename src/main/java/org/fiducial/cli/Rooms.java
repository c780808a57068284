package org.fiducial.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.fiducial.demo.DemoFacility;
import org.fiducial.facility.people.Accounting;
import org.fiducial.mail.Reminding;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.report.PaperForm;

/**
 * What the commands work with. Each is built when a command first asks for it, so that a command starts as fast as what it
 * needs.
 */
public interface Rooms {

    /** This build. */
    SoftwareReference software();

    /** The clock of this machine. */
    Clock clock();

    /** New identifiers: version-7 UUIDs. */
    Supplier<UUID> ids();

    /** Where hashes are computed while a module reads. */
    Executor hashing();

    /** The protocols this build can perform. */
    Catalogue catalogue();

    /** The protocols of this build and those the facility made itself. */
    Catalogue catalogue(FacilityRecord record);

    /** Who draws protocols on paper. */
    PaperForm paper();

    /** Who draws reports. */
    DrawnReport.Artist artist();

    /**
     * Opens the record in a data folder; a new one is set up where there is none.
     *
     * @throws UnusableCommandException if it cannot be opened; the message is the sentence the user reads
     */
    FacilityRecord open(DataLocation location);

    /**
     * Makes a data folder of a backup and verifies it; the folder appears whole or not at all.
     *
     * @param damaged whether a record is wanted that was not sound when its backup was taken
     * @return what the restored record holds, with what is wrong with it
     */
    RecordProof restore(Path backup, Path folder, boolean damaged, Progress progress);

    /** Adds and changes the accounts of a record. */
    Accounting accounting(FacilityRecord record);

    /** The reminders of a record. */
    Reminding reminding(FacilityRecord record, DataLocation location);

    /**
     * Serves the pages of a record.
     *
     * @throws UnusableCommandException if the port is taken
     */
    RunningPages serve(FacilityRecord record, DataLocation location, Door door);

    /** Issues the QC statements of a record. */
    Issuer statements(FacilityRecord record, DataLocation location);

    /** What the demonstration is made with. */
    DemoFacility.Workshop demoWorkshop();

    /** Whether a data folder holds a record already. */
    boolean holdsRecord(DataLocation location);
}
