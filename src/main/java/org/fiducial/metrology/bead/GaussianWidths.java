package org.fiducial.metrology.bead;

import java.util.List;
import org.fiducial.metrology.numeric.Estimate;

/**
 * The widths of a freely oriented Gaussian, which differ as soon as it is tilted; F = 2√(2 ln 2), covariance Σ [µm²].
 *
 * @param marginalUm F·√Σᵢᵢ, the width of the projection onto each axis
 * @param sectionUm F/√(Σ⁻¹)ᵢᵢ, what a line profile through the centre sees
 * @param principal along the Gaussian's own axes, widest first
 * @param tiltZxDeg angle between z and the axis nearest to it, seen in the x–z plane, positive towards x
 * @param tiltZyDeg the same in the y–z plane
 */
public record GaussianWidths(
        AxisEstimates marginalUm,
        AxisEstimates sectionUm,
        List<PrincipalWidth> principal,
        Estimate tiltZxDeg,
        Estimate tiltZyDeg) {

    public GaussianWidths {
        principal = List.copyOf(principal);
    }
}
