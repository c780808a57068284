package org.fiducial.store;

import static org.fiducial.store.generated.Tables.ARTEFACT;
import static org.fiducial.store.generated.Tables.METER;
import static org.fiducial.store.generated.Tables.METER_CERTIFICATE;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.YamlDocument;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.ArtefactRecord;
import org.fiducial.store.generated.tables.records.MeterCertificateRecord;
import org.fiducial.store.generated.tables.records.MeterRecord;
import org.jooq.DSLContext;

/** Meters, their certificates, artefacts and recalls in the database. */
final class StoredKit implements Kit {

    private final Database database;
    private final People people;
    private final AuditChain audit;
    private final StoredRecalls recalls;
    /** By the id of the certificate, which never changes: to read its text takes long. */
    private final Map<String, MeterCalibration> calibrations = new ConcurrentHashMap<>();

    StoredKit(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
        this.recalls = new StoredRecalls(database, people, audit);
    }

    @Override
    public void add(Meter meter, Optional<MeterCertificate> certificate, String by) {
        String facility = meter.facilityId().toString();
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            refuseKnown(transaction, meter.slug());
            String id = meter.id().toString();
            MeterCalibration.Meter device = meter.device();
            transaction.executeInsert(
                    new MeterRecord(facility, id, meter.slug(), device.model(), device.serial(), device.sensor()));
            Optional<String> person = people.idOf(transaction, facility, by);
            audit.append(transaction, facility, person, Action.ADD_METER, id);
            certificate.ifPresent(each -> add(transaction, meter, each, person));
            return meter;
        });
    }

    @Override
    public void add(MeterCertificate certificate, String by) {
        Meter meter = database.read(context -> context.selectFrom(METER)
                        .where(METER.METER_ID.eq(certificate.meterId().toString()))
                        .fetchOptional()
                        .map(StoredKit::meter))
                .orElseThrow(() -> new IllegalArgumentException("no meter has the id " + certificate.meterId()));
        database.write(transaction -> {
            String facility = meter.facilityId().toString();
            AuditChain.lock(transaction, facility);
            add(transaction, meter, certificate, people.idOf(transaction, facility, by));
            return certificate;
        });
    }

    private void add(DSLContext transaction, Meter meter, MeterCertificate certificate, Optional<String> person) {
        MeterCalibration calibration = certificate.calibration();
        if (!calibration.meter().serial().equals(meter.device().serial())) {
            throw new UnusableInputException("The certificate is of serial number '"
                    + calibration.meter().serial() + "', but meter '" + meter.slug() + "' has '"
                    + meter.device().serial() + "'; check which certificate belongs to it.");
        }
        String line = calibration.toLine();
        if (certificates(transaction, meter.id()).stream()
                .anyMatch(known -> known.calibration().toLine().equals(line))) {
            throw new UnusableInputException("Certificate '"
                    + calibration.certificate().number() + "' of meter '" + meter.slug()
                    + "' is in the record already; nothing was added.");
        }
        String facility = meter.facilityId().toString();
        String id = certificate.id().toString();
        transaction.executeInsert(new MeterCertificateRecord(
                facility, id, meter.id().toString(), certificate.enteredAt().toEpochMilli(), line));
        audit.append(transaction, facility, person, Action.ADD_CERTIFICATE, id);
    }

    /** Meters and artefacts share their names: checks and recalls name either by slug alone. */
    private static void refuseKnown(DSLContext transaction, String slug) {
        if (transaction.fetchExists(METER, METER.SLUG.eq(slug))) {
            throw new DuplicateSlugException("a meter", slug);
        }
        if (transaction.fetchExists(ARTEFACT, ARTEFACT.SLUG.eq(slug))) {
            throw new DuplicateSlugException("an artefact", slug);
        }
    }

    @Override
    public void add(Artefact artefact, String by) {
        String facility = artefact.facilityId().toString();
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            refuseKnown(transaction, artefact.slug());
            artefact.succeeds()
                    .filter(old -> !transaction.fetchExists(ARTEFACT, ARTEFACT.SLUG.eq(old)))
                    .ifPresent(old -> {
                        throw new UnusableInputException("There is no artefact '" + old + "' that '" + artefact.slug()
                                + "' could succeed; add it first, or leave it away.");
                    });
            ArtefactRecord row = ArtefactRows.row(artefact);
            transaction.executeInsert(row);
            audit.append(
                    transaction,
                    facility,
                    people.idOf(transaction, facility, by),
                    Action.ADD_ARTEFACT,
                    row.getArtefactId());
            return artefact;
        });
    }

    @Override
    public List<Artefact> artefacts() {
        return database.read(context -> context.selectFrom(ARTEFACT).fetch()).stream()
                .map(ArtefactRows::artefact)
                .sorted(Comparator.comparing(Artefact::slug))
                .toList();
    }

    @Override
    public void add(Recall recall) {
        recalls.add(recall);
    }

    @Override
    public void withdraw(Recall.Withdrawal withdrawal) {
        recalls.withdraw(withdrawal);
    }

    @Override
    public List<Recall> recalls() {
        return recalls.all();
    }

    @Override
    public List<Meter> meters() {
        return database.read(context -> context.selectFrom(METER).fetch()).stream()
                .map(StoredKit::meter)
                .sorted(Comparator.comparing(Meter::slug))
                .toList();
    }

    @Override
    public Optional<Meter> meter(String slug) {
        return database.read(context -> context.selectFrom(METER)
                .where(METER.SLUG.eq(slug))
                .fetchOptional()
                .map(StoredKit::meter));
    }

    @Override
    public List<MeterCertificate> certificates(UUID meterId) {
        return database.read(context -> certificates(context, meterId));
    }

    private List<MeterCertificate> certificates(DSLContext context, UUID meterId) {
        Comparator<MeterCertificate> oldestFirst = Comparator.comparing((MeterCertificate each) ->
                        each.calibration().certificate().date())
                .thenComparing(MeterCertificate::enteredAt);
        return context
                .selectFrom(METER_CERTIFICATE)
                .where(METER_CERTIFICATE.METER_ID.eq(meterId.toString()))
                .fetch()
                .stream()
                .map(this::certificate)
                .sorted(oldestFirst.reversed())
                .toList();
    }

    private static Meter meter(MeterRecord row) {
        return new Meter(
                UUID.fromString(row.getMeterId()),
                UUID.fromString(row.getFacilityId()),
                row.getSlug(),
                new MeterCalibration.Meter(row.getModel(), row.getSerial(), row.getSensor()));
    }

    private MeterCertificate certificate(MeterCertificateRecord row) {
        return new MeterCertificate(
                UUID.fromString(row.getCertificateId()),
                UUID.fromString(row.getMeterId()),
                Instant.ofEpochMilli(row.getEnteredAt()),
                calibrations.computeIfAbsent(
                        row.getCertificateId(),
                        id -> MeterCalibration.of(YamlDocument.of("the record", row.getCalibration())
                                .root())));
    }
}
