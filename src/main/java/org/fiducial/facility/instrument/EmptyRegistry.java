package org.fiducial.facility.instrument;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A registry in which nothing was ever changed, and nothing can be. */
final class EmptyRegistry implements Registry {

    @Override
    public Optional<Fields> fields(Version.Kind kind, UUID subjectId) {
        return Optional.empty();
    }

    @Override
    public Optional<Entered> added(UUID subjectId) {
        return Optional.empty();
    }

    @Override
    public Map<UUID, Fields> instruments() {
        return Map.of();
    }

    @Override
    public List<Version> versions(UUID subjectId) {
        return List.of();
    }

    @Override
    public Map<UUID, LocalDate> decommissioned() {
        return Map.of();
    }

    @Override
    public List<Located> components() {
        return List.of();
    }

    @Override
    public Optional<Located> component(UUID componentId) {
        return Optional.empty();
    }

    @Override
    public List<Located> componentsOf(UUID instrumentId, Instant at) {
        return List.of();
    }

    @Override
    public List<Move> moves(UUID componentId) {
        return List.of();
    }

    @Override
    public Optional<UUID> origin(UUID componentId) {
        return Optional.empty();
    }

    @Override
    public List<Configuration> usesOf(UUID componentId) {
        return List.of();
    }

    @Override
    public List<Installation> installations(UUID instrumentId) {
        return List.of();
    }

    @Override
    public List<UUID> events(UUID changeId) {
        return List.of();
    }

    @Override
    public List<Attachment> attachments(UUID instrumentId) {
        return List.of();
    }

    @Override
    public Optional<Path> file(Attachment attachment) {
        return Optional.empty();
    }

    @Override
    public void add(Configuration configuration, Entered entered) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(Component component, Move first) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(RegistryChange change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void attach(Attachment attachment, Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void detach(UUID attachmentId, UUID endId, Entered entered) {
        throw new UnsupportedOperationException();
    }
}
