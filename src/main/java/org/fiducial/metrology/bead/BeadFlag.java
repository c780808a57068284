package org.fiducial.metrology.bead;

import java.util.Optional;
import org.fiducial.metrology.quantity.Quantity;

/**
 * One remark on a measured bead, with the number that triggered it where there is one.
 *
 * @param code the remark; says what value and limit are
 * @param value what was found
 * @param limit above (or for sampling below) which the flag is raised, in the unit of the value
 */
public record BeadFlag(FlagCode code, Optional<Quantity> value, Optional<Quantity> limit) {

    /** A flag without a number. */
    static BeadFlag of(FlagCode code) {
        return new BeadFlag(code, Optional.empty(), Optional.empty());
    }
}
