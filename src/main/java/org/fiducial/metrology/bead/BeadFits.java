package org.fiducial.metrology.bead;

/**
 * The measurements of one bead; each stands by itself, one may fail where another holds.
 *
 * @param volume the freely oriented 3-D Gaussian by maximum likelihood
 */
public record BeadFits(FitOutcome<GaussianVolume> volume) {

    /** Whether any of them holds. */
    public boolean any() {
        return volume.fitted().isPresent();
    }
}
