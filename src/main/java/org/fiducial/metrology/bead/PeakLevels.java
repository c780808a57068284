package org.fiducial.metrology.bead;

import org.fiducial.metrology.numeric.Estimate;

/**
 * The light of a bead that its conventional width refers to.
 *
 * @param background local background per voxel [e⁻]
 * @param peak above the background, pixel integration removed [e⁻]
 * @param modelErrorPercent rms difference of the core from its model beyond photon noise, in per cent of the peak
 */
public record PeakLevels(Estimate background, Estimate peak, double modelErrorPercent) {}
