package org.fiducial.metrology.coregistration;

import java.util.OptionalDouble;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.acquisition.TheoreticalResolution;
import org.fiducial.metrology.acquisition.TheoreticalResolution.Width;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.quantity.Unit;

/**
 * How far two colours may lie apart before a microscope could resolve it: the ellipsoid whose half axes are the theoretical
 * full widths at half maximum, of that of the two channels with the longer wavelength.
 *
 * <p>Its radius along a direction (eₓ, e_y, e_z) is 1/√(eₓ²/Rxy² + e_y²/Rxy² + e_z²/Rz²); in a single plane it is the circle
 * Rxy. Source: as implemented in MetroloJ_QC 1.3.1 (reference distance, in its form corrected in 2024), which takes the
 * wavelength of the first two channels for every pair; here it is that of the pair itself.
 */
sealed interface ResolutionEllipsoid {

    /**
     * A known ellipsoid.
     *
     * @param lateralUm half axis along x and y
     * @param axialUm half axis along z; infinite in a single plane, where nothing has a height
     * @param formula its id, for instance {@code ellipsoid-confocal-nonparaxial} or {@code circle-confocal-lateral}
     */
    record Known(double lateralUm, double axialUm, String formula) implements ResolutionEllipsoid {

        /** A distance as a share of the radius along it; the root of a quadratic form, 0 for no distance. */
        double ratio(Position shiftUm) {
            double lateral = Math.hypot(shiftUm.x(), shiftUm.y()) / lateralUm;
            return Double.isInfinite(axialUm) ? lateral : Math.hypot(lateral, shiftUm.z() / axialUm);
        }
    }

    /** None, and why, in a sentence people read. */
    record Unknown(String reason) implements ResolutionEllipsoid {}

    /** That of two channels. */
    static ResolutionEllipsoid of(ChannelOptics a, ChannelOptics b, boolean plane) {
        ChannelOptics longer = wavelength(b).orElse(0) > wavelength(a).orElse(0) ? b : a;
        if (wavelength(a).isPresent() != wavelength(b).isPresent()) {
            ChannelOptics silent = wavelength(a).isPresent() ? b : a;
            return new Unknown("Needs the wavelength of both channels; give that of channel " + silent.channel()
                    + ", for instance --set emission." + silent.channel() + "=600nm.");
        }
        Width lateral = TheoreticalResolution.lateral(longer);
        if (lateral instanceof Width.Unknown unknown) {
            return new Unknown(unknown.reason());
        }
        Width.Known xy = (Width.Known) lateral;
        if (plane) {
            return new Known(xy.um(), Double.POSITIVE_INFINITY, "circle-" + xy.formula());
        }
        Width axial = TheoreticalResolution.axial(longer);
        return axial instanceof Width.Known z
                ? new Known(xy.um(), z.um(), "ellipsoid-" + z.formula())
                : new Unknown(((Width.Unknown) axial).reason());
    }

    /** Emission, or excitation where no emission is known [µm]. */
    private static OptionalDouble wavelength(ChannelOptics optics) {
        return optics.number("emission", Unit.MICROMETRE)
                .or(() -> optics.number("excitation", Unit.MICROMETRE))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
