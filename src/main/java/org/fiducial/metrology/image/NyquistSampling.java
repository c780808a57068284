package org.fiducial.metrology.image;

import java.util.OptionalDouble;

/**
 * The largest voxel that samples an objective's point spread function without loss.
 *
 * <p>With the half angle α = asin(NA/n):
 *
 * <ul>
 *   <li>widefield and spinning disk: xy λem/(4 NA), z λem/(2 n (1 − cos α));
 *   <li>confocal and two-photon: xy λex/(8 NA), z λex/(4 n (1 − cos α)). A pinhole above 0.6 Airy units passes so little
 *       of the finest detail that 1.6 times the lateral limit is allowed, and 1.6 times the axial limit always is.
 * </ul>
 *
 * <p>As implemented in MetroloJ_QC (Faklaris et al. 2022, doi:10.1083/jcb.202107093).
 *
 * @param lateralUm largest pixel [µm]
 * @param axialUm largest z-step [µm]
 * @param lateralAllowance times the lateral limit above which a stack counts as undersampled
 * @param axialAllowance times the axial limit above which a stack counts as undersampled
 */
public record NyquistSampling(double lateralUm, double axialUm, double lateralAllowance, double axialAllowance) {

    private static final double OPEN_PINHOLE_AU = 0.6;
    private static final double PRACTICAL_ALLOWANCE = 1.6;

    public NyquistSampling {
        if (!(lateralUm > 0) || !(axialUm > 0) || !(lateralAllowance >= 1) || !(axialAllowance >= 1)) {
            throw new IllegalArgumentException("sampling limits must be positive and allowances at least 1, were "
                    + lateralUm + " µm, " + axialUm + " µm, " + lateralAllowance + ", " + axialAllowance);
        }
    }

    /**
     * The objective.
     *
     * @param numericalAperture NA
     * @param refractiveIndex n of the immersion medium, above NA
     */
    public record Aperture(double numericalAperture, double refractiveIndex) {

        public Aperture {
            if (!(numericalAperture > 0) || !(refractiveIndex > numericalAperture)) {
                throw new IllegalArgumentException("numerical aperture must be above 0 and below the refractive index "
                        + refractiveIndex + ", was " + numericalAperture);
            }
        }

        /** n (1 − cos α). */
        private double axialFactor() {
            double sine = numericalAperture / refractiveIndex;
            return refractiveIndex * (1 - Math.sqrt(1 - sine * sine));
        }
    }

    /** Limits of a widefield or spinning-disk microscope. */
    public static NyquistSampling widefield(Aperture aperture, double emissionUm) {
        return new NyquistSampling(
                emissionUm / (4 * aperture.numericalAperture), emissionUm / (2 * aperture.axialFactor()), 1, 1);
    }

    /**
     * Limits of a confocal or two-photon microscope.
     *
     * @param pinholeAu diameter of the pinhole in Airy units; empty if unknown or absent
     */
    public static NyquistSampling confocal(Aperture aperture, double excitationUm, OptionalDouble pinholeAu) {
        boolean open = pinholeAu.isPresent() && pinholeAu.getAsDouble() > OPEN_PINHOLE_AU;
        return new NyquistSampling(
                excitationUm / (8 * aperture.numericalAperture),
                excitationUm / (4 * aperture.axialFactor()),
                open ? PRACTICAL_ALLOWANCE : 1,
                PRACTICAL_ALLOWANCE);
    }

    /** The larger pixel side divided by the limit; above 1 detail is lost. */
    public double lateralRatio(VoxelSize voxel) {
        return Math.max(voxel.xUm(), voxel.yUm()) / lateralUm;
    }

    /** The z-step divided by the limit; above 1 detail is lost. */
    public double axialRatio(VoxelSize voxel) {
        return voxel.zUm() / axialUm;
    }

    /** True if the pixels are larger than allowed. */
    public boolean laterallyUndersampled(VoxelSize voxel) {
        return lateralRatio(voxel) > lateralAllowance;
    }

    /** True if the z-step is larger than allowed. */
    public boolean axiallyUndersampled(VoxelSize voxel) {
        return axialRatio(voxel) > axialAllowance;
    }
}
