package org.fiducial.metrology.image;

/**
 * What a reader had to decide about a file. The sentence stands in {@link ImageMetadata.Acquisition#notes()}, word for
 * word, so that a protocol can turn a note into a remark.
 */
public enum StackNote {
    /** The file calls its planes time points, and there is one plane a time point. */
    Z_WRITTEN_AS_T("The file stores its planes as time points with one plane each; they were read as a z-series."),
    /** The file names no axis for its planes. */
    AXIS_NOT_NAMED("The file does not say which axis its planes follow; they were read as a z-series."),
    /** The file holds more than one image. */
    FIRST_OF_SEVERAL_IMAGES("The file holds several images; only the first was read."),
    /** The resolution tags cannot be a pixel size. */
    RESOLUTION_IGNORED(
            "The resolution tags of the file are those of a print or a screen; no pixel size was taken from them."),
    /** The pixel size has a unit that is no length. */
    LENGTH_UNIT_NOT_KNOWN(
            "The file gives its pixel size in a unit that is not a known length; no pixel size was taken from it."),
    /** Smaller copies of planes were left out. */
    REDUCED_COPIES_SKIPPED("The file holds smaller copies of its planes; only the full-sized ones were read.");

    private final String sentence;

    StackNote(String sentence) {
        this.sentence = sentence;
    }

    /** The note in one sentence. */
    public String sentence() {
        return sentence;
    }

    /** True if the metadata carry this note. */
    public boolean isIn(ImageMetadata metadata) {
        return metadata.acquisition().notes().contains(sentence);
    }
}
