package org.fiducial.metrology.bead;

/**
 * The measurements of one bead; each stands by itself, one may fail where another holds.
 *
 * @param conventional the judged widths: full width at half of the peak, whatever the shape
 * @param volume the freely oriented 3-D Gaussian by maximum likelihood
 * @param plane the Gaussians of other tools, for comparison
 */
public record BeadFits(
        FitOutcome<ConventionalFwhm> conventional, FitOutcome<GaussianVolume> volume, FitOutcome<GaussianPlane> plane) {

    /** No measurement at all, for one reason. */
    static BeadFits none(FitFailure reason) {
        return new BeadFits(
                new FitOutcome.NotFitted<>(reason),
                new FitOutcome.NotFitted<>(reason),
                new FitOutcome.NotFitted<>(reason));
    }

    /** Whether any of them holds. */
    public boolean any() {
        return conventional.fitted().isPresent()
                || volume.fitted().isPresent()
                || plane.fitted().isPresent();
    }
}
