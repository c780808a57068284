package org.fiducial.metrology.bead;

/**
 * The half maxima of the three profiles through the peak.
 *
 * @param x along a row
 * @param y along a column
 * @param z across the planes
 */
public record HalfMaxima(HalfMaximum x, HalfMaximum y, HalfMaximum z) {}
