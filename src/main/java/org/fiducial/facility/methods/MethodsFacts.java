package org.fiducial.facility.methods;

import java.util.List;
import java.util.Optional;

/**
 * All that a methods section may be made of.
 *
 * @param setup what the registry says
 * @param image what the user's image says, where one was given
 * @param days the days it is about
 * @param performance what the checks say of these days, one entry a protocol
 */
public record MethodsFacts(Setup setup, Optional<AcquiredImage> image, Value.Days days, List<Performance> performance) {

    public MethodsFacts {
        performance = List.copyOf(performance);
    }
}
