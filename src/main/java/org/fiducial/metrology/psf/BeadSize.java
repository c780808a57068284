package org.fiducial.metrology.psf;

import java.util.Optional;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.quantity.Unit;

/**
 * What the beads add to the width of their image.
 *
 * <p>F_true = √(F² − k d²) with bead diameter d and k = 8 ln 2 × variance of the bead's profile in units of d²: a solid
 * sphere has d²/20 (k = 0.277), a dyed surface d²/12 (k = 0.462), an etched point 0. For Gaussian images the rule is exact
 * in the second moment; a fitted width follows it within 2 % of F up to d/F = 0.6 and 5 % up to 1.
 *
 * @param diameterUm diameter [µm], absent where nobody says it
 * @param relativeU standard uncertainty of the diameter, relative
 * @param kind {@code solid}, {@code shell} or {@code point}
 */
record BeadSize(Optional<Double> diameterUm, double relativeU, String kind) {

    private static final double EIGHT_LN_2 = 8 * Math.log(2);

    static BeadSize of(ChannelOptics optics) {
        return new BeadSize(
                optics.number("bead-diameter", Unit.MICROMETRE),
                optics.number("bead-diameter-uncertainty", Unit.ONE).orElse(0.05),
                optics.beadKind());
    }

    private double k() {
        return switch (kind) {
            case "shell" -> EIGHT_LN_2 / 12;
            case "point" -> 0;
            default -> EIGHT_LN_2 / 20;
        };
    }

    /** Whether the width of an image can be corrected at all. */
    boolean isKnown() {
        return kind.equals("point") || diameterUm.isPresent();
    }

    /** k d² [µm²]. */
    double addedVarianceUm2() {
        double d = diameterUm.orElse(0.0);
        return kind.equals("point") ? 0 : k() * d * d;
    }

    /** Diameter over width; 0 for points and where the diameter is not known. */
    double shareOf(double fwhmUm) {
        return kind.equals("point") ? 0 : diameterUm.orElse(0.0) / fwhmUm;
    }

    /** The width without the bead [µm], where the bead is not the whole of it. */
    Optional<Double> corrected(double fwhmUm) {
        double squared = fwhmUm * fwhmUm - addedVarianceUm2();
        return isKnown() && squared > 0 ? Optional.of(Math.sqrt(squared)) : Optional.empty();
    }

    /** What the uncertainty of the diameter contributes to a corrected width [µm]: k d u(d)/F_true. */
    double correctionU(double correctedUm) {
        return addedVarianceUm2() * relativeU / correctedUm;
    }

    /** The id that stands with a corrected value. */
    String formula() {
        return "bead-" + kind;
    }
}
