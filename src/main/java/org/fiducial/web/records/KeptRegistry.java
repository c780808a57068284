package org.fiducial.web.records;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.Attachment;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.RegistryChange;
import org.fiducial.facility.instrument.Version;

/**
 * The registry of the record. What almost every page of an instrument asks - what is entered of the instrument itself, its
 * software, which instruments are out of service - is kept until something is added of it.
 */
final class KeptRegistry implements Registry {

    private final Registry record;
    private final Derived<Map<UUID, LocalDate>> decommissioned;
    private final PerInstrument<Optional<Fields>> fields;
    private final PerInstrument<List<Installation>> installations;

    KeptRegistry(Registry record, Growth growth) {
        this.record = record;
        this.decommissioned = KeptInstruments.kept(growth, record::decommissioned);
        this.fields = new PerInstrument<>(growth, id -> record.fields(Version.Kind.INSTRUMENT, id));
        this.installations = new PerInstrument<>(growth, record::installations);
    }

    @Override
    public Optional<Fields> fields(Version.Kind kind, UUID subjectId) {
        return kind == Version.Kind.INSTRUMENT ? fields.of(subjectId) : record.fields(kind, subjectId);
    }

    @Override
    public Map<UUID, LocalDate> decommissioned() {
        return decommissioned.value();
    }

    @Override
    public List<Installation> installations(UUID instrumentId) {
        return installations.of(instrumentId);
    }

    @Override
    public Optional<Entered> added(UUID subjectId) {
        return record.added(subjectId);
    }

    @Override
    public Map<UUID, Fields> instruments() {
        return record.instruments();
    }

    @Override
    public List<Version> versions(UUID subjectId) {
        return record.versions(subjectId);
    }

    @Override
    public Map<UUID, List<Version>> instrumentVersions() {
        return record.instrumentVersions();
    }

    @Override
    public List<Located> components() {
        return record.components();
    }

    @Override
    public Optional<Located> component(UUID componentId) {
        return record.component(componentId);
    }

    @Override
    public List<Located> componentsOf(UUID instrumentId, Instant at) {
        return record.componentsOf(instrumentId, at);
    }

    @Override
    public List<Move> moves(UUID componentId) {
        return record.moves(componentId);
    }

    @Override
    public Optional<UUID> origin(UUID componentId) {
        return record.origin(componentId);
    }

    @Override
    public List<Configuration> usesOf(UUID componentId) {
        return record.usesOf(componentId);
    }

    @Override
    public List<UUID> events(UUID changeId) {
        return record.events(changeId);
    }

    @Override
    public List<Attachment> attachments(UUID instrumentId) {
        return record.attachments(instrumentId);
    }

    @Override
    public Optional<Path> file(Attachment attachment) {
        return record.file(attachment);
    }

    @Override
    public void add(Configuration configuration, Entered entered) {
        record.add(configuration, entered);
    }

    @Override
    public void add(Component component, Move first) {
        record.add(component, first);
    }

    @Override
    public void add(RegistryChange change) {
        record.add(change);
    }

    @Override
    public void attach(Attachment attachment, Path file) {
        record.attach(attachment, file);
    }

    @Override
    public void detach(UUID attachmentId, UUID endId, Entered entered) {
        record.detach(attachmentId, endId, entered);
    }
}
