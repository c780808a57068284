package org.fiducial.metrology.bead;

import org.fiducial.metrology.numeric.Estimate;

/**
 * The conventional full widths at half maximum of a bead, the widths that are judged: full width at half of (peak − local
 * background) of the profile through the peak along each axis, pixel integration removed.
 *
 * @param fwhmUm the widths with their photon-noise part of the uncertainty [µm]
 * @param halfMaxima on either side of the peak
 * @param axialAsymmetry half width towards later planes over half width towards earlier ones; 1 when symmetric
 * @param peak the brightest point [voxel indices of the stack]
 * @param levels peak and background the half refers to
 * @param method how it was read
 */
public record ConventionalFwhm(
        AxisEstimates fwhmUm,
        HalfMaxima halfMaxima,
        Estimate axialAsymmetry,
        Position peak,
        PeakLevels levels,
        WidthMethod method) {}
