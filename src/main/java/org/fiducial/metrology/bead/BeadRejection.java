package org.fiducial.metrology.bead;

import org.fiducial.metrology.quantity.Quantity;

/**
 * One reason why a bead is not measured, with the number that triggered it and the limit it broke.
 *
 * @param code the reason; says what value and limit are
 * @param value what was found
 * @param limit what was allowed, in the unit of the value
 */
public record BeadRejection(RejectionCode code, Quantity value, Quantity limit) {}
