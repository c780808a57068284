package org.fiducial.metrology.bead;

import org.fiducial.metrology.quantity.Quantity;

/**
 * One remark on a measured bead, with the number that triggered it.
 *
 * @param code the remark; says what value and limit are
 * @param value what was found
 * @param limit above (or for sampling below) which the flag is raised, in the unit of the value
 */
public record BeadFlag(FlagCode code, Quantity value, Quantity limit) {}
