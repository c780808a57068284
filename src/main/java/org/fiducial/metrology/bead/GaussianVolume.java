package org.fiducial.metrology.bead;

/**
 * A bead as a freely oriented Gaussian in three dimensions, with photon-noise uncertainties (Fisher information).
 *
 * @param centrePx where it is in the stack [voxel indices]
 * @param centreUm the same times the voxel size [µm], from the centre of the first voxel
 * @param levels background, amplitude, photons
 * @param widths marginal, section and principal widths and the tilt
 * @param quality how well the Gaussian describes the voxels
 * @param model the fitted image
 */
public record GaussianVolume(
        AxisEstimates centrePx,
        AxisEstimates centreUm,
        SpotLevels levels,
        GaussianWidths widths,
        FitQuality quality,
        GaussianModel model) {

    /** The centre as a position in the stack. */
    public Position centre() {
        return new Position(
                centrePx.x().value(), centrePx.y().value(), centrePx.z().value());
    }
}
