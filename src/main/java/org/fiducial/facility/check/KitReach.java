package org.fiducial.facility.check;

import java.util.List;
import java.util.UUID;

/**
 * The checks measured with something of the kit, without what they found.
 *
 * @param checks their ids, newest measurement first
 * @param people who made them, by name
 */
public record KitReach(List<UUID> checks, List<String> people) {

    public KitReach {
        checks = List.copyOf(checks);
        people = List.copyOf(people);
    }
}
