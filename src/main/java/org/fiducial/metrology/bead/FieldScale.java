package org.fiducial.metrology.bead;

/**
 * The size of a bead's image that finding and judging used.
 *
 * @param lateralFwhmPx FWHM in the plane, geometric mean of x and y [pixels along x]
 * @param axialFwhmPlanes FWHM along z [planes]
 * @param origin where these come from
 */
public record FieldScale(double lateralFwhmPx, double axialFwhmPlanes, Origin origin) {

    /** Where a scale comes from. */
    public enum Origin {
        /** From numerical aperture and wavelength; no bead was good enough to refine it. */
        EXPECTED,
        /** Median of the half-maximum widths of the brightest spots of this stack. */
        MEASURED,
        /** Neither theory nor a good spot: a usual sampling was assumed. */
        ASSUMED
    }

    public FieldScale {
        if (!(lateralFwhmPx > 0) || !(axialFwhmPlanes > 0)) {
            throw new IllegalArgumentException(
                    "a scale must be positive, was " + lateralFwhmPx + " px and " + axialFwhmPlanes + " planes");
        }
    }
}
