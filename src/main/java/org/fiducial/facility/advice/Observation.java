package org.fiducial.facility.advice;

/**
 * What one check says: the instrument was good so long after it was last put right, and was found so at a later age. When in
 * between it failed nobody saw.
 *
 * @param from age at which it was last known good [months], 0 or more
 * @param to age at the check [months], above {@code from}
 * @param outcome how it was found
 */
public record Observation(double from, double to, Outcome outcome) {

    /** How an instrument is found. */
    public enum Outcome {
        /** Within limits. */
        GOOD,
        /** Outside limits at a check that would have been done anyway: it failed some time before. */
        BAD,
        /** Outside limits at a check that somebody's complaint called for: it failed about then. */
        REPORTED
    }

    public Observation {
        if (!(from >= 0) || !(to > from) || Double.isInfinite(to)) {
            throw new IllegalArgumentException(
                    "a check comes after the instrument was known good, was from " + from + " to " + to + " months");
        }
    }

    /** Good so many months after it was put right. */
    public static Observation good(double months) {
        return new Observation(0, months, Outcome.GOOD);
    }

    /** Bad so many months after it was put right. */
    public static Observation bad(double months) {
        return new Observation(0, months, Outcome.BAD);
    }

    /** Reported so many months after it was put right, and found bad. */
    public static Observation reported(double months) {
        return new Observation(0, months, Outcome.REPORTED);
    }

    /** Months since it was last known good. */
    public double months() {
        return to - from;
    }

    /** Whether it was found within limits. */
    public boolean isGood() {
        return outcome == Outcome.GOOD;
    }
}
