package org.fiducial.facility.instrument;

import java.util.UUID;

/**
 * A microscope.
 *
 * @param id never changes
 * @param facilityId where it stands
 * @param slug its name in addresses, unique within the record, for instance {@code lsm-1}
 * @param name what people call it
 * @param make who built it
 * @param location room or bench; may be empty
 */
public record Instrument(UUID id, UUID facilityId, String slug, String name, Make make, String location) {

    public Instrument {
        Slug.require(slug, "instrument");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an instrument has a name");
        }
    }
}
