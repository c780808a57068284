package org.fiducial.metrology.bead;

/** How a conventional width was read off a bead. */
public enum WidthMethod {
    /** From the fitted core, exp(polynomial of fourth degree): the usual case. */
    CORE_FIT,
    /** From the interpolated voxels, because the core has a shape the fit cannot follow. */
    INTERPOLATION
}
