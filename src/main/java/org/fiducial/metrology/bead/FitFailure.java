package org.fiducial.metrology.bead;

/** Why a fit gave no answer. */
public enum FitFailure {
    /** Nothing rises above the background at the given place. */
    NO_SIGNAL("no signal above the background at the given place"),
    /** The box holds too few voxels for the parameters. */
    TOO_FEW_VOXELS("too few voxels in the box"),
    /** The iteration did not settle. */
    NOT_CONVERGED("the fit did not converge"),
    /** The fitted centre lies outside the box. */
    CENTRE_OUTSIDE("the fitted centre left the box"),
    /** The fitted width is below a third of a pixel or wider than the box. */
    WIDTH_OUT_OF_RANGE("the fitted width is below a third of a pixel or wider than the box"),
    /** The profile does not fall to half its peak inside the box. */
    NO_HALF_MAXIMUM("the profile does not fall to half its peak inside the box");

    private final String sentence;

    FitFailure(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in plain words. */
    public String sentence() {
        return sentence;
    }
}
