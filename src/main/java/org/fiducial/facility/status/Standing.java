package org.fiducial.facility.status;

import java.util.Locale;

/** How well a state at a time is established by the checks around that time. */
public enum Standing {
    /** Good checks before and after, and nothing between that could have changed it. */
    ESTABLISHED,
    /** A good check before, within the time it holds; none after it yet. */
    LAST_KNOWN_GOOD,
    /** A good check before, but older than it holds; none after it yet. */
    OUTDATED,
    /** A fault, or work without a check as found, lies between the good check before and the next one. */
    DISTURBED,
    /** A good check before, but what it was measured with was recalled. */
    RECALLED,
    /** A good check before, but the next one failed: in doubt back to the last good one. */
    IN_DOUBT,
    /** The check before failed. */
    FAILED,
    /** The check before could not be judged in full. */
    NOT_EVALUATED,
    /** No check by then. */
    NOT_CHECKED;

    /** The word used in data, for instance {@code last-known-good}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a limit was shown to be kept, as far as anybody could know. */
    public boolean isKnownGood() {
        return this == ESTABLISHED || this == LAST_KNOWN_GOOD;
    }
}
