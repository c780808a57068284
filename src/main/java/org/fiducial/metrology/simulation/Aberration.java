package org.fiducial.metrology.simulation;

/**
 * A wavefront error over the pupil, in waves of the emission:
 *
 * <p>W(ρ, θ) = s·(6ρ⁴ − 6ρ² + 1) + a·ρ² cos 2θ + c·(3ρ³ − 2ρ) cos θ, with ρ from 0 to 1. The polynomials are Zernike's in
 * the Fringe (Wyant) convention, whose value at the rim is 1. The rms errors are s/√5, a/√6 and c/√8.
 *
 * @param sphericalWaves s, primary spherical aberration
 * @param astigmatismWaves a, primary astigmatism along x and y
 * @param comaWaves c, primary coma along x
 */
public record Aberration(double sphericalWaves, double astigmatismWaves, double comaWaves) {

    public Aberration {
        if (!(Math.abs(sphericalWaves) <= 3 && Math.abs(astigmatismWaves) <= 3 && Math.abs(comaWaves) <= 3)) {
            throw new IllegalArgumentException("an aberration must be within 3 waves, was " + sphericalWaves + ", "
                    + astigmatismWaves + ", " + comaWaves);
        }
    }

    /** No aberration. */
    public static Aberration none() {
        return new Aberration(0, 0, 0);
    }

    /** Spherical aberration alone. */
    public static Aberration spherical(double waves) {
        return new Aberration(waves, 0, 0);
    }

    /** Astigmatism alone. */
    public static Aberration astigmatism(double waves) {
        return new Aberration(0, waves, 0);
    }

    /** Coma alone. */
    public static Aberration coma(double waves) {
        return new Aberration(0, 0, waves);
    }

    /** Whether the image is the same in every direction from the axis. */
    boolean isRound() {
        return astigmatismWaves == 0 && comaWaves == 0;
    }

    /** W at a point of the pupil [waves]. */
    double at(double rho, double theta) {
        double square = rho * rho;
        return sphericalWaves * (6 * square * square - 6 * square + 1)
                + astigmatismWaves * square * Math.cos(2 * theta)
                + comaWaves * (3 * square - 2) * rho * Math.cos(theta);
    }
}
