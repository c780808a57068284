package org.fiducial.facility.advice;

/**
 * What checks that were all good prove. Source: the success run theorem, a binomial with no failure (Clopper and Pearson 1934).
 */
public final class SuccessRun {

    private SuccessRun() {}

    /** The share of good checks that is reached with a confidence where all of so many were good: (1 − C)^(1/n). */
    public static double shareAtLeast(int checks, double confidence) {
        return Math.pow(1 - confidence, 1.0 / checks);
    }

    /** How many checks must be good, and none bad, to claim a share with a confidence: ln(1 − C)/ln R, rounded up. */
    public static int checksFor(double share, double confidence) {
        return (int) Math.ceil(Math.log(1 - confidence) / Math.log(share));
    }
}
