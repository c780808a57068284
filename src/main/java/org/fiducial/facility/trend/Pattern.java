package org.fiducial.facility.trend;

/**
 * A pattern of deviates that an undisturbed process seldom shows. A deviate is beyond a line where it is farther out by more
 * than {@value #ROUNDING}: one on the line is inside. The last point of a pattern is the one that completes it. A pattern is
 * complete as soon as its points are there: two of three beyond 2σ with the second point of a series, if both are (as Champ
 * and Woodall reckon, Technometrics 29:393 (1987), doi:10.1080/00401706.1987.10488266; the R package qcc waits for the third).
 */
public sealed interface Pattern permits ZonePattern, OrderPattern {

    /** So close to a line a deviate counts as on it: what rounding of a limit may do. */
    double ROUNDING = 1e-9;

    /** Something new that is shown the deviates of a series one by one. */
    Detector detector();

    /** Follows a series and remembers of it what it needs. */
    @FunctionalInterface
    interface Detector {

        /** Takes the next deviate and says whether it completes the pattern. */
        boolean completedBy(double deviate);
    }
}
