package org.fiducial;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.cli.FacilityRecord;
import org.fiducial.cli.RecordProof;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.ColumnMappings;
import org.fiducial.facility.check.Moves;
import org.fiducial.facility.check.Reviews;
import org.fiducial.facility.form.OwnProtocols;
import org.fiducial.facility.instrument.Facility;
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
import org.fiducial.store.BackupNote;
import org.fiducial.store.Store;
import org.fiducial.store.Verification;

/** An opened record, as commands and pages see it. */
record OpenStore(Store store) implements FacilityRecord {

    @Override
    public Instruments instruments() {
        return store.instruments();
    }

    @Override
    public Checks checks() {
        return store.checks();
    }

    @Override
    public Kit kit() {
        return store.kit();
    }

    @Override
    public ColumnMappings columnMappings() {
        return store.columnMappings();
    }

    @Override
    public Schedule schedule() {
        return store.schedule();
    }

    @Override
    public Events events() {
        return store.events();
    }

    @Override
    public Accounts accounts() {
        return store.accounts();
    }

    @Override
    public Limits limits() {
        return store.limits();
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public Reviews reviews() {
        return store.reviews();
    }

    @Override
    public Publicities publicities() {
        return store.publicities();
    }

    @Override
    public Statements statements() {
        return store.statements();
    }

    @Override
    public OwnProtocols ownProtocols() {
        return store.ownProtocols();
    }

    @Override
    public Moves moves() {
        return store.moves();
    }

    @Override
    public RecordProof verify(Progress progress) {
        return proof(store.verify(progress));
    }

    RecordProof proof(Verification found) {
        Map<UUID, String> names =
                store.instruments().facilities().stream().collect(Collectors.toMap(Facility::id, Facility::name));
        return new RecordProof(
                found.heads().stream()
                        .map(head -> new RecordProof.Head(
                                names.getOrDefault(head.facilityId(), "an unknown facility"),
                                head.sequence(),
                                head.hash()))
                        .toList(),
                found.faults(),
                found.files(),
                found.bytes());
    }

    @Override
    public RecordProof backUp(Path file, Progress progress) {
        BackupNote note = store.backUp(file, progress);
        return proof(new Verification(note.heads(), note.faults(), note.inputs(), note.bytes()));
    }

    @Override
    public void copyTo(OutputStream out) throws IOException {
        store.backUp(out, Progress.unwatched());
    }

    @Override
    public AuditBook auditBook() {
        return store.auditBook();
    }

    @Override
    public Optional<Instant> newestEntry() {
        return store.audit().newest();
    }

    @Override
    public boolean holdsHead(String hash) {
        return store.audit().holds(hash);
    }

    @Override
    public void close() {
        store.close();
    }
}
