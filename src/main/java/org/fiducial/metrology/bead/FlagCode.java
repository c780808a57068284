package org.fiducial.metrology.bead;

/** What is remarkable about a measured bead. A flag never takes a bead out of the result. */
public enum FlagCode {
    /**
     * The bead departs from a Gaussian. Value and limit: largest smoothed residual in per cent of the peak; neither where no
     * Gaussian fit settled.
     */
    NOT_GAUSSIAN("the bead is not Gaussian in shape"),
    /** No smooth core describes the bead, so its half maxima are those of the voxels. Value and limit: misfit in per cent of the peak. */
    READ_FROM_VOXELS("no smooth core describes the bead, so its width was read from the voxels"),
    /** Wider than expected from theory. Value and limit: times the expected width. */
    WIDE("the bead is wider than theory"),
    /** Lateral widths differ. Value and limit: ratio of the larger to the smaller section width. */
    ASTIGMATIC("the bead is not round in the plane"),
    /** The long axis is not along z. Value and limit: degrees. */
    TILTED("the bead is tilted against the optical axis"),
    /** Fewer than about two voxels across the width. Value and limit: FWHM in voxels. */
    UNDERSAMPLED("the bead is undersampled"),
    /** Width unlike the rest of the field. Value and limit: robust z-score. */
    WIDTH_OUTLIER("the width is unlike the rest of the field");

    private final String sentence;

    FlagCode(String sentence) {
        this.sentence = sentence;
    }

    /** The remark in plain words. */
    public String sentence() {
        return sentence;
    }
}
