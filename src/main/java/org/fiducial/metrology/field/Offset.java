package org.fiducial.metrology.field;

/**
 * The dark level that was taken off an image.
 *
 * @param source where it comes from
 * @param level mean counts taken off; 0 where nothing was
 * @param uncertainty its standard uncertainty in counts
 */
record Offset(Source source, double level, double uncertainty) {

    /** Where a dark level comes from. */
    enum Source {
        /** A dark image, taken off pixel by pixel. */
        MEASURED("offset-measured"),
        /** A number somebody gave. */
        GIVEN("offset-given"),
        /** Nobody said it: figures of evenness are too high. */
        NOT_REMOVED("offset-not-removed");

        private final String formula;

        Source(String formula) {
            this.formula = formula;
        }

        /** The id stored with every figure that depends on it. */
        String formula() {
            return formula;
        }
    }
}
