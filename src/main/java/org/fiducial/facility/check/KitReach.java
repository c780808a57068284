package org.fiducial.facility.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fiducial.facility.judgement.VerdictLevel;

/**
 * The checks measured with something of the kit, without what they found.
 *
 * @param checks newest measurement first
 * @param people who made them, by name
 */
public record KitReach(List<One> checks, List<String> people) {

    /**
     * One of them, as lists order it.
     *
     * @param configurationId its light path
     */
    public record One(UUID id, UUID configurationId, Instant measuredAt, VerdictLevel overall) {

        static One of(CheckSummary check) {
            return new One(check.id(), check.configurationId(), check.measuredAt(), check.overall());
        }
    }

    public KitReach {
        checks = List.copyOf(checks);
        people = List.copyOf(people);
    }
}
