package org.fiducial.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.ColumnMappings;
import org.fiducial.facility.check.Moves;
import org.fiducial.facility.check.Reviews;
import org.fiducial.facility.form.OwnProtocols;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.judgement.Limits;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.people.Accounts;
import org.fiducial.facility.publication.Publicities;
import org.fiducial.facility.publication.Statements;
import org.fiducial.facility.reminder.Outbox;
import org.fiducial.facility.schedule.Schedule;
import org.fiducial.facility.service.Events;
import org.fiducial.metrology.protocol.Progress;

/** An opened data folder: the record of one facility. */
public interface FacilityRecord extends AutoCloseable {

    /** Facilities, instruments, components and configurations. */
    Instruments instruments();

    /** The checks. */
    Checks checks();

    /** Meters and their certificates. */
    Kit kit();

    /** How tables of no known kind are read. */
    ColumnMappings columnMappings();

    /** The plans. */
    Schedule schedule();

    /** What happened to instruments. */
    Events events();

    /** Who may do what. */
    Accounts accounts();

    /** The limits and baselines the facility set. */
    Limits limits();

    /** What strangers may see. */
    Publicities publicities();

    /** QC statements, as they were issued. */
    Statements statements();

    /** Which reminders were sent. */
    Outbox outbox();

    /** What people said of checks. */
    Reviews reviews();

    /** The protocols the facility made itself. */
    OwnProtocols ownProtocols();

    /** Checks that were put under the right light path. */
    Moves moves();

    /** Who did what, to be read. */
    AuditBook auditBook();

    /** Examines everything: the database, the chain of audit rows, and every kept input file. */
    RecordProof verify(Progress progress);

    /** When the newest entry was made, by the clock of then; empty in an empty record. */
    Optional<Instant> newestEntry();

    /** Whether the chain of audit rows holds a hash that was noted earlier. */
    boolean holdsHead(String hash);

    /**
     * Writes the whole record into a new file, while others read and write it.
     *
     * @return what it holds, with what is wrong with it
     */
    RecordProof backUp(Path file, Progress progress);

    /**
     * Writes the same into a stream and leaves it open.
     *
     * @throws IOException if the stream does not take it
     */
    void copyTo(OutputStream out) throws IOException;

    @Override
    void close();
}
