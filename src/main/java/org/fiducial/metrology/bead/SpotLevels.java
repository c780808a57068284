package org.fiducial.metrology.bead;

import org.fiducial.metrology.numeric.Estimate;

/**
 * How bright a fitted bead is; photon numbers only when the noise model was stated.
 *
 * @param background local background per voxel [e⁻]
 * @param amplitude peak above the background, before pixel integration [e⁻]
 * @param photons sum of the model above the background over all voxels [e⁻]
 */
public record SpotLevels(Estimate background, Estimate amplitude, Estimate photons) {}
