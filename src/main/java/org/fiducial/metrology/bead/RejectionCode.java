package org.fiducial.metrology.bead;

/**
 * Why a bead is not measured. Every reason is something that preparation or acquisition caused; what the instrument may
 * have caused is a {@link FlagCode} on a measured bead.
 */
public enum RejectionCode {
    /** Voxels at full scale. Value and limit: number of voxels. */
    SATURATED("voxels of the bead are at full scale"),
    /** The top is flat below full scale, as averaging of saturated frames makes. Value and limit: number of voxels. */
    PLATEAU("the top of the bead is flat below full scale"),
    /** Another bead is too close. Value and limit: distance in FWHM. */
    NEIGHBOUR("another bead is too close"),
    /** The image cuts the bead at a side. Value and limit: distance to the side in FWHM. */
    EDGE_XY("the side of the image cuts the bead"),
    /** The stack cuts the bead above or below. Value and limit: distance to the outermost plane in FWHM. */
    EDGE_Z("the first or last plane cuts the bead"),
    /** The whole stack is too short for a bead. Value and limit: range in FWHM. */
    Z_RANGE_SHORT("the stack is too short along z"),
    /** The peak is too weak against its own noise. Value and limit: signal-to-noise ratio. */
    LOW_SNR("the bead is too weak against the noise"),
    /** Too few photoelectrons in the whole bead. Value and limit: electrons. */
    LOW_PHOTONS("the bead gave too few photons"),
    /** Two beads in one, unlike the rest of the field. Value and limit: relative elongation or residual. */
    DOUBLET("the spot is two beads in one"),
    /** Brighter than the rest of the field by more than beads of one lot differ. Value and limit: times the median. */
    TOO_BRIGHT("the spot is brighter than the beads of this field"),
    /** Dimmer than the rest of the field by more than beads of one lot differ. Value and limit: times the median. */
    TOO_DIM("the spot is dimmer than the beads of this field"),
    /** Size and brightness unlike the rest of the field. Value and limit: times the median width. */
    DEBRIS("size and brightness of the spot are unlike the beads of this field"),
    /** Sharper than the optics can draw. Value and limit: neighbour-to-peak ratio. */
    HOT_PIXEL("the spot is a single hot pixel or noise"),
    /** No fit converged. Value and limit: number of converged fits. */
    NOT_CONVERGED("no fit converged"),
    /** The fitted centre is not where the bead was found. Value and limit: distance in FWHM. */
    CENTRE_DRIFTED("the fitted centre is not where the bead was found");

    private final String sentence;

    RejectionCode(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in plain words. */
    public String sentence() {
        return sentence;
    }
}
