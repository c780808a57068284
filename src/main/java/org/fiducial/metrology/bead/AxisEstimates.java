package org.fiducial.metrology.bead;

import org.fiducial.metrology.numeric.Estimate;

/**
 * One estimate for each axis of the stack, in the unit the owner names.
 *
 * @param x along a row
 * @param y along a column
 * @param z across the planes
 */
public record AxisEstimates(Estimate x, Estimate y, Estimate z) {}
