package org.fiducial.facility.instrument;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of what is known of an instrument, a component or a light path. Never edited: a later version supersedes it. What
 * it was added with is version 1 and no {@code Version} of its own.
 *
 * @param key which version of what
 * @param since from when it is so; empty where it corrects what was written before
 * @param before the fields of the version before
 * @param after the fields of this version
 * @param entered by whom, when and why
 */
public record Version(Key key, Optional<Instant> since, Fields before, Fields after, Entered entered)
        implements RegistryChange {

    /** What has versions. */
    public enum Kind {
        INSTRUMENT,
        COMPONENT,
        CONFIGURATION;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Which version of what.
     *
     * @param id of this version
     * @param subjectId of the instrument, component or light path
     * @param number from 2
     */
    public record Key(UUID id, Kind kind, UUID subjectId, int number) {}

    public Version {
        if (key.number() < 2) {
            throw new IllegalArgumentException("the first version is what it was added with");
        }
    }

    @Override
    public UUID id() {
        return key.id();
    }

    /** What differs from the version before. */
    public List<Fields.Change> changes() {
        return before.changesTo(after);
    }

    /**
     * The fields at a time: those of the newest version whose change had happened by then. A correction counts for the whole
     * time of the version it corrects.
     *
     * @param first what it was added with
     * @param versions oldest first
     */
    public static Fields at(Fields first, List<Version> versions, Instant at) {
        Fields known = first;
        boolean happened = true;
        for (Version version : versions) {
            happened = version.since().map(since -> !since.isAfter(at)).orElse(happened);
            known = happened ? version.after() : known;
        }
        return known;
    }
}
