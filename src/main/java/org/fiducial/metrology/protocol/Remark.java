package org.fiducial.metrology.protocol;

/**
 * What the reader should know besides the numbers.
 *
 * @param code stable, for instance {@code Z_STORED_AS_T}
 * @param severity how much it matters
 * @param text one sentence people read
 */
public record Remark(String code, Severity severity, String text) {

    /** How much a remark matters. */
    public enum Severity {
        /** Good to know. */
        NOTE,
        /** Look at this before using the numbers. */
        CAUTION
    }
}
