package org.fiducial.metrology.simulation;

/**
 * An objective that forms a scalar Debye image.
 *
 * @param numericalAperture n sin α
 * @param refractiveIndex index n of immersion and specimen
 * @param aberration departure of its pupil from perfection
 */
public record Objective(double numericalAperture, double refractiveIndex, Aberration aberration) {

    public Objective {
        if (!(numericalAperture > 0 && numericalAperture < refractiveIndex)) {
            throw new IllegalArgumentException("the numerical aperture must lie between 0 and the refractive index "
                    + refractiveIndex + ", was " + numericalAperture);
        }
    }

    /** An objective without aberration. */
    public static Objective perfect(double numericalAperture, double refractiveIndex) {
        return new Objective(numericalAperture, refractiveIndex, Aberration.none());
    }

    /** The same objective with another aberration. */
    public Objective with(Aberration other) {
        return new Objective(numericalAperture, refractiveIndex, other);
    }
}
