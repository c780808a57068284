package org.fiducial.settings;

import java.net.URI;
import java.util.Optional;

/**
 * What a facility says of its doors.
 *
 * @param publicUrl the address people reach the pages at, ending in a slash, where somebody said so
 * @param reminders how reminders are sent, where they are
 */
public record Settings(Optional<URI> publicUrl, Optional<Reminders> reminders) {

    /** Nothing was said. */
    public static Settings none() {
        return new Settings(Optional.empty(), Optional.empty());
    }
}
