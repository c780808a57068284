package org.fiducial.facility.instrument;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of instruments, components and light paths after they were added. Append-only: versions supersede versions,
 * nothing is changed or removed.
 */
public interface Registry {

    /** A registry in which nothing was ever changed. */
    static Registry none() {
        return new EmptyRegistry();
    }

    /** What is known of an instrument, a component or a light path today; empty where there is no such thing. */
    Optional<Fields> fields(Version.Kind kind, UUID subjectId);

    /** By whom and when an instrument or a light path was added; the name is empty where nobody said. */
    Optional<Entered> added(UUID subjectId);

    /** What is known of every instrument today. */
    Map<UUID, Fields> instruments();

    /** The versions after the first, oldest first. */
    List<Version> versions(UUID subjectId);

    /** The versions of every instrument after the first, oldest first. */
    default Map<UUID, List<Version>> instrumentVersions() {
        return instruments().keySet().stream().collect(Collectors.toMap(Function.identity(), this::versions));
    }

    /** The instruments that are out of service, with the day from which on. */
    Map<UUID, LocalDate> decommissioned();

    /** Every component and where it is today, by name. */
    List<Located> components();

    /** The component of an id and where it is today. */
    Optional<Located> component(UUID componentId);

    /** The components that were on an instrument at a time, by kind and name. */
    List<Located> componentsOf(UUID instrumentId, Instant at);

    /** Where a component was moved, oldest first; where it was added stands before the first. */
    List<Move> moves(UUID componentId);

    /** The instrument a component was added with; empty where it came by a move. */
    Optional<UUID> origin(UUID componentId);

    /** The light paths a component is or was a part of. */
    List<Configuration> usesOf(UUID componentId);

    /** What was installed on an instrument, newest first. */
    List<Installation> installations(UUID instrumentId);

    /** The events a change was, oldest first. */
    List<UUID> events(UUID changeId);

    /** Photos and documents of an instrument, those taken away left out, oldest first. */
    List<Attachment> attachments(UUID instrumentId);

    /** The file of an attachment, where it is there and was not taken away. */
    Optional<Path> file(Attachment attachment);

    /**
     * Adds a light path to an instrument of the record.
     *
     * @throws DuplicateSlugException if the instrument has one of this slug
     */
    void add(Configuration configuration, Entered entered);

    /** Adds a component with where it is first. */
    void add(Component component, Move first);

    /**
     * Adds a change that touches no measurement.
     *
     * @throws ChangedMeanwhileException if somebody else was faster
     */
    void add(RegistryChange change);

    /** Keeps a file with an instrument. */
    void attach(Attachment attachment, Path file);

    /** Takes an attachment away; its file and its row stay in the record. */
    void detach(UUID attachmentId, UUID endId, Entered entered);
}
