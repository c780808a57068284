package org.fiducial.facility.instrument;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A component came somewhere: onto an instrument, into the cupboard, or out of service.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param place where it is from then on
 * @param at when it was moved
 * @param entered by whom, when and why
 */
public record Move(UUID id, UUID componentId, Place place, Instant at, Entered entered) implements RegistryChange {

    /** How a component stands. */
    public enum Standing {
        /** On an instrument. */
        MOUNTED,
        /** In the cupboard. */
        STORED,
        /** Out of service: broken, sold, lost. */
        RETIRED;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where a component is.
     *
     * @param instrumentId the instrument; there while it is mounted and only then
     */
    public record Place(Standing standing, Optional<UUID> instrumentId) {

        public Place {
            if ((standing == Standing.MOUNTED) != instrumentId.isPresent()) {
                throw new IllegalArgumentException("a component that is mounted is on an instrument, and no other is");
            }
        }

        /** On an instrument. */
        public static Place on(UUID instrumentId) {
            return new Place(Standing.MOUNTED, Optional.of(instrumentId));
        }

        /** On no instrument. */
        public static Place off(Standing standing) {
            return new Place(standing, Optional.empty());
        }

        /** Whether it is on an instrument. */
        public boolean isOn(UUID instrument) {
            return instrumentId.equals(Optional.of(instrument));
        }
    }
}
