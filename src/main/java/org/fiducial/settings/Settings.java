package org.fiducial.settings;

import java.net.URI;
import java.util.Optional;

/**
 * What a facility says of its doors.
 *
 * @param publicUrl the address people reach the pages at, ending in a slash, where somebody said so
 * @param reminders how reminders are sent, where they are
 * @param credit how it wishes to be named in publications, where it said so
 */
public record Settings(Optional<URI> publicUrl, Optional<Reminders> reminders, Optional<Credit> credit) {

    /**
     * How a facility wishes to be named in publications.
     *
     * @param identifier what it is cited by, for instance {@code RRID:SCR_012345}; may be empty
     * @param acknowledgement its own sentence; empty where the usual one will do
     */
    public record Credit(String identifier, String acknowledgement) {}

    /** Nothing was said. */
    public static Settings none() {
        return new Settings(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
