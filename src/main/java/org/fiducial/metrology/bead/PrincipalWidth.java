package org.fiducial.metrology.bead;

import org.fiducial.metrology.numeric.Estimate;

/**
 * The width of a Gaussian along one of its own axes.
 *
 * @param fwhmUm 2√(2 ln 2)·√λ with an eigenvalue λ of the covariance [µm]
 * @param direction its unit vector in the sample (µm, not voxels), pointing to larger z
 */
public record PrincipalWidth(Estimate fwhmUm, Position direction) {}
