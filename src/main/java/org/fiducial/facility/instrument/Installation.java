package org.fiducial.facility.instrument;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A release of software or firmware an instrument ran with from some time on.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param host what it runs on
 * @param release what was installed
 * @param at since when it runs, as far as known
 * @param entered by whom, when and why
 */
public record Installation(UUID id, Host host, Release release, Instant at, Entered entered) implements RegistryChange {

    /** What is installed. */
    public enum Kind {
        SOFTWARE,
        FIRMWARE;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What it runs on.
     *
     * @param componentId the part it is the firmware of; empty where it is of the whole instrument
     */
    public record Host(UUID instrumentId, Optional<UUID> componentId) {}

    /**
     * What was installed.
     *
     * @param name for instance {@code ZEN}
     * @param number for instance {@code 3.8.2}
     */
    public record Release(Kind kind, String name, String number) {

        public Release {
            if (name.isBlank() || number.isBlank()) {
                throw new IllegalArgumentException("software has a name and a version");
            }
        }

        /** Another release of the same product. */
        public Release to(String later) {
            return new Release(kind, name, later);
        }

        /** Whether it is the same product, whatever release. */
        public boolean isOf(Release other) {
            return kind == other.kind && name.equalsIgnoreCase(other.name);
        }
    }
}
