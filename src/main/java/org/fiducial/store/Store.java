package org.fiducial.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * An open record: one data folder with its SQLite file, or with a PostgreSQL database beside it. Several processes may
 * have the same record open; each write is one transaction.
 */
public final class Store implements AutoCloseable {

    private final Database database;
    private final InputFiles files;
    private final Instruments instruments;
    private final Checks checks;
    private final Kit kit;
    private final ColumnMappings columnMappings;
    private final Schedule schedule;
    private final Events events;
    private final Accounts accounts;
    private final Limits limits;
    private final Reviews reviews;
    private final OwnProtocols ownProtocols;
    private final Moves moves;
    private final Outbox outbox;
    private final Publicities publicities;
    private final Statements statements;
    private final Optional<Path> olderCopy;
    private final Archive archive;
    private final AuditBook auditBook;

    private Store(Database database, DataFolder folder, Sources sources, Optional<Path> olderCopy) {
        InputFiles files = new InputFiles(folder.files(), sources.ids());
        AuditChain audit = new AuditChain(sources.clock());
        this.database = database;
        this.files = files;
        People people = new People(sources.ids());
        this.instruments = new StoredInstruments(database, files, people, audit);
        this.checks = new StoredChecks(database, files, people, audit);
        this.auditBook = new StoredAuditBook(database);
        this.kit = new StoredKit(database, people, audit);
        this.columnMappings = new StoredColumnMappings(database, people, audit);
        this.schedule = new StoredSchedule(database, people, audit);
        this.events = new StoredEvents(database, people, audit);
        this.accounts = new StoredAccounts(database, people, audit);
        this.limits = new StoredLimits(database, people, audit);
        this.reviews = new StoredReviews(database, people, audit);
        this.ownProtocols = new StoredOwnProtocols(database, people, audit);
        this.moves = new StoredMoves(database, people, audit);
        this.outbox = new StoredOutbox(database, people, audit);
        this.publicities = new StoredPublicities(database, people, audit);
        this.statements = new StoredStatements(database, people, audit);
        this.olderCopy = olderCopy;
        this.archive = new Archive(database, folder, sources);
        files.removeAbandoned(sources.clock());
    }

    /**
     * What the record cannot make itself.
     *
     * @param clock the time of audit rows and backups
     * @param ids new identifiers, ascending (see {@link TimeOrderedIds})
     */
    public record Sources(Clock clock, Supplier<UUID> ids) {}

    /**
     * Opens the record of a data folder; makes both where there is none, and brings an older one up to date after a copy
     * was put aside.
     *
     * @param data the data folder
     * @param url JDBC URL of a PostgreSQL database; without it the record is {@code fiducial.db} in the folder
     * @throws UnusableInputException if it cannot be opened; the message is the sentence the user reads
     */
    public static Store open(Path data, Optional<String> url, Sources sources) {
        return open(data, url, sources, List.of());
    }

    /** Opens with further migrations, as a later version would bring them. */
    static Store open(Path data, Optional<String> url, Sources sources, List<String> later) {
        DataFolder folder = DataFolder.at(data);
        if (url.isEmpty()) {
            folder.requireDatabaseOrNone();
        }
        try (Turn turn = Turn.at(folder.lock())) {
            Database database = url.map(Database::at).orElseGet(() -> Database.sqlite(folder.database()));
            try {
                Optional<Path> copy = new Schema(
                                database, new Backup(database, folder.backups(), sources.clock()), later)
                        .bringUpToDate();
                return new Store(database, folder, sources, copy);
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        }
    }

    /** Facilities, instruments, components and configurations. */
    public Instruments instruments() {
        return instruments;
    }

    /** Checks and their measurements. */
    public Checks checks() {
        return checks;
    }

    /** Meters with their certificates, artefacts, and what was recalled of both. */
    public Kit kit() {
        return kit;
    }

    /** How the facility reads tables of no known kind. */
    public ColumnMappings columnMappings() {
        return columnMappings;
    }

    /** Plans, and what people said of whether a check counts. */
    public Schedule schedule() {
        return schedule;
    }

    /** What happened to instruments, and what became of it. */
    public Events events() {
        return events;
    }

    /** Who may do what. */
    public Accounts accounts() {
        return accounts;
    }

    /** The limits and baselines the facility set. */
    public Limits limits() {
        return limits;
    }

    /** What people said of checks. */
    public Reviews reviews() {
        return reviews;
    }

    /** The protocols the facility made itself. */
    public OwnProtocols ownProtocols() {
        return ownProtocols;
    }

    /** Checks that were put under the right light path. */
    public Moves moves() {
        return moves;
    }

    /** Which reminders were sent. */
    public Outbox outbox() {
        return outbox;
    }

    /** What strangers may see. */
    public Publicities publicities() {
        return publicities;
    }

    /** QC statements, as they were issued. */
    public Statements statements() {
        return statements;
    }

    /** Who did what, to be read. */
    public AuditBook auditBook() {
        return auditBook;
    }

    /** Who did what, and the proof that nothing was changed. */
    public AuditTrail audit() {
        return new AuditTrail(database);
    }

    /** Examines everything: the database, the chain of audit rows with what they wrote, and every kept input file. */
    public Verification verify(Progress progress) {
        List<String> faults = new ArrayList<>(database.damage(progress));
        faults.addAll(audit().faults(progress));
        faults.addAll(new StatementProof(database).faults());
        KeptFiles kept = new KeptFiles(database, files.root(), progress);
        faults.addAll(kept.faults());
        return new Verification(audit().heads(), faults, kept.files(), kept.bytes());
    }

    /**
     * Writes the whole record into one ZIP file while others read and write it; the stream is left open.
     *
     * @throws UnusableInputException if the database is a PostgreSQL one, or cannot be copied
     * @throws IOException if the stream does not take it
     */
    public BackupNote backUp(OutputStream out, Progress progress) throws IOException {
        return archive.writeTo(out, progress);
    }

    /**
     * Writes the whole record into a new file, while others read and write it; it appears whole or not at all.
     *
     * @throws UnusableInputException if it cannot be; the sentence says why
     */
    public BackupNote backUp(Path file, Progress progress) {
        return archive.writeTo(file, progress);
    }

    /**
     * Makes a data folder of a backup, and verifies it; the folder appears whole or not at all.
     *
     * @param folder a new or empty one
     * @param damaged whether a record is wanted that was not sound when its backup was taken
     * @throws UnusableInputException if the backup is none or not whole, or the folder cannot take it
     */
    public static Restored restore(Path backup, Path folder, boolean damaged, Sources sources, Progress progress) {
        return new Restoration(backup, folder).restore(sources, damaged, progress);
    }

    /** The kept input file of a hash; for a folder the list of its files' hashes and paths. */
    public Optional<Path> input(String sha256) {
        return files.find(sha256);
    }

    /** The copy that was put aside because the database was of an older version. */
    public Optional<Path> olderCopy() {
        return olderCopy;
    }

    @Override
    public void close() {
        database.close();
    }
}
